const windowMs = 12_000;
/** What is said of a rate before this is guessing. */
const leastMs = 1_500;
const sampleMs = 250;

/** How fast something goes, from what was done over the last seconds. */
export interface Rate {
  /** `done` so far, ever growing while the work lasts; less than before begins anew. */
  note(done: number): void;
  /** Per second; null until it can be said. */
  perSecond(): number | null;
  reset(): void;
}

export function createRate(now: () => number = () => performance.now()): Rate {
  let samples: { atMs: number; done: number }[] = [];
  return {
    note(done) {
      const atMs = now();
      const last = samples.at(-1);
      if (last !== undefined && done < last.done) samples = [];
      else if (last !== undefined && atMs - last.atMs < sampleMs) return;
      samples.push({ atMs, done });
      samples = samples.filter((sample) => atMs - sample.atMs <= windowMs);
    },
    perSecond() {
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.atMs - first.atMs < leastMs) return null;
      return ((last.done - first.done) * 1000) / (last.atMs - first.atMs);
    },
    reset() {
      samples = [];
    },
  };
}
