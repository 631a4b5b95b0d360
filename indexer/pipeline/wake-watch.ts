const tickMs = 20_000;
/** A tick this late means that the computer slept or was stopped: file events of that time may be lost. */
const sleptMs = 60_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Calls `onDue` after the computer woke up, and once a day. Returns the function that ends it. */
export function watchForWake(onDue: (why: 'woke' | 'daily') => void): () => void {
  let lastTickMs = Date.now();
  let lastDueMs = performance.now();
  const timer = setInterval(() => {
    // The clock goes on in a sleep, the steady time does not everywhere; but a clock may be set back by years.
    const slept = Date.now() - lastTickMs > tickMs + sleptMs;
    lastTickMs = Date.now();
    if (!slept && performance.now() - lastDueMs < dayMs) return;
    lastDueMs = performance.now();
    onDue(slept ? 'woke' : 'daily');
  }, tickMs);
  timer.unref();
  return () => clearInterval(timer);
}
