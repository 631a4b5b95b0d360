/**
 * Now in milliseconds since 1970, by the clock as it stood when the process started and by the time that has passed
 * since: a clock that is set while it runs makes no deletion due at once, and none never.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}
