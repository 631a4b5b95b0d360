const hourMs = 3_600_000;

/** “Until I resume it”: later than any pause that is meant to end. */
export const farAway = '9999-01-01T00:00:00Z';

export function inAnHour(): string {
  return new Date(Date.now() + hourMs).toISOString();
}

export function isPaused(pausedUntil: string | null): pausedUntil is string {
  return pausedUntil !== null && Date.parse(pausedUntil) > Date.now();
}
