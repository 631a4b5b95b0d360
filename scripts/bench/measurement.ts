/** Figures carry their unit in the name: filesPerSecond, p50Ms, peakMb. */
export type Figures = Readonly<Record<string, number>>;

/**
 * One measure and what it is compared with. Machines are shared and noisy: the ratio, taken in the same run, is
 * what two runs can be compared by.
 */
export interface Measurement {
  readonly name: string;
  readonly figures: Figures;
  /** The same work done the plainest way, in this run. */
  readonly baseline: Figures;
  /** This measure against its baseline; above 1 is better than the baseline. Null where nothing compares. */
  readonly ratio: number | null;
}

export interface Bench {
  /** A folder of this run's own, removed at its end. */
  readonly dir: string;
  /** Multiplies the size of every generated corpus; 1 is the documented size. */
  readonly scale: number;
  /** Adds a process to be killed, a library to be closed, at the end of the run. */
  readonly atEnd: (close: () => Promise<void> | void) => void;
}

export type Measure = (bench: Bench) => Promise<Measurement>;

/** Seconds that `work` takes. */
export async function secondsOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export async function millisecondsOfEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown> | unknown,
): Promise<number[]> {
  const taken: number[] = [];
  for (const item of items) taken.push(1000 * (await secondsOf(() => work(item))));
  return taken;
}
