import type { Settings, Unavailable } from '#main/contract/settings.ts';
import type { Computer, Known } from './computer/computer.ts';

/** How long nobody must have used the computer before work begins. */
const restMs = 2 * 60_000;
const lookMs = 5_000;
/** A pause that ends this far ahead was meant to last until it is ended. */
const lastingMs = 365 * 24 * 60 * 60_000;

/** Says whether reading and embedding are to wait, by a person's settings and by how the computer is used. */
export interface HoldBack {
  /** Why they wait, in a sentence; null where they do not. */
  held(): string | null;
  /** Which switches have no effect here, and why. */
  unavailable(): Unavailable;
  /** The settings are others. */
  renew(): void;
  close(): void;
}

export interface HoldBackOptions {
  readonly settings: () => Settings;
  readonly computer: Computer;
  /** What `held` says is another. */
  readonly onChange: () => void;
}

export function createHoldBack({ settings, computer, onChange }: HoldBackOptions): HoldBack {
  let timer: NodeJS.Timeout | null = null;
  let held: string | null = null;

  const look = (): void => {
    const before = held;
    held = whyHeld(settings(), computer);
    if (held !== before) onChange();
  };
  const renew = (): void => {
    if (timer !== null) clearInterval(timer);
    const { onlyWhenIdle, notOnBattery, pausedUntil } = settings();
    const isAsked = onlyWhenIdle || notOnBattery || pausedUntil !== null;
    timer = isAsked ? setInterval(look, lookMs).unref() : null;
    look();
  };
  renew();

  return {
    held: () => held,
    unavailable() {
      const { idleMs, onBattery } = computer.use();
      return { onlyWhenIdle: reasonOf(idleMs), notOnBattery: reasonOf(onBattery) };
    },
    renew,
    close() {
      if (timer !== null) clearInterval(timer);
    },
  };
}

function whyHeld({ onlyWhenIdle, notOnBattery, pausedUntil }: Settings, computer: Computer): string | null {
  const pausedMs = pausedUntil === null ? 0 : Date.parse(pausedUntil) - Date.now();
  if (pausedMs > lastingMs) return 'Paused until you resume it.';
  if (pausedMs > 0) return `Paused until ${timeOf(Date.now() + pausedMs)}.`;
  if (!onlyWhenIdle && !notOnBattery) return null;
  const { idleMs, onBattery } = computer.use();
  if (notOnBattery && 'is' in onBattery && onBattery.is) return 'Waits for mains power.';
  if (onlyWhenIdle && 'is' in idleMs && idleMs.is < restMs) return 'Waits until the computer is idle.';
  return null;
}

function timeOf(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function reasonOf<T>(fact: Known<T>): string | null {
  return 'unknown' in fact ? fact.unknown : null;
}
