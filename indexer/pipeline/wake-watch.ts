const tickMs = 20_000;
/** A tick this late means that the computer slept or was stopped: file events of that time may be lost. */
const sleptMs = 60_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Calls `onDue` after the computer woke up, and once a day. Returns the function that ends it. */
export function watchForWake(onDue: (why: 'woke' | 'daily') => void): () => void {
  let lastTickMs = Date.now();
  let lastDueMs = lastTickMs;
  const timer = setInterval(() => {
    const nowMs = Date.now();
    const slept = nowMs - lastTickMs > tickMs + sleptMs;
    lastTickMs = nowMs;
    if (!slept && nowMs - lastDueMs < dayMs) return;
    lastDueMs = nowMs;
    onDue(slept ? 'woke' : 'daily');
  }, tickMs);
  timer.unref();
  return () => clearInterval(timer);
}
