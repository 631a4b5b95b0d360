export interface PulseOptions {
  readonly everyMs?: number;
  /** A computer that swaps may keep a process from answering for seconds. */
  readonly silentMs?: number;
}

/**
 * Asks a service again and again whether it is alive, and calls `onSilence` once where it does not answer for long: a
 * process that hangs does not end by itself. Returns how to stop asking.
 */
export function watchPulse(
  ping: () => Promise<void>,
  onSilence: () => void,
  { everyMs = 5_000, silentMs = 20_000 }: PulseOptions = {},
): () => void {
  let asks = 0;
  let isAsked = false;
  const timer = setInterval(() => {
    // Counted in asks that could be made, not by the clock: a computer that slept was silent too.
    asks = isAsked ? asks + 1 : 0;
    if (asks * everyMs >= silentMs) {
      clearInterval(timer);
      onSilence();
    } else if (!isAsked) {
      isAsked = true;
      // What ends a ping in an error ends the service too, and is told where it is used.
      ping()
        .catch(() => undefined)
        .finally(() => {
          isAsked = false;
        });
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
