/**
 * Files of one source that are read at the same time. On a share that hangs each keeps a thread until the system gives
 * up, which takes minutes: the engine has 16 of them (service-environment.ts), so that other sources go on.
 */
const readsAtOnce = 6;

/** Until then work that was aborted ends by itself, unless it hangs. */
const abortedMs = 2_000;

/** Lets no source have all of the threads. */
export interface ReadGate {
  /** Runs the work in its turn; rejects when the signal is aborted, also where the work hangs. */
  run<T>(sourceId: number, work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

export function createReadGate(): ReadGate {
  const lanes = new Map<number, Lane>();
  const laneOf = (sourceId: number): Lane => {
    const lane = lanes.get(sourceId) ?? { running: 0, waiting: [] };
    lanes.set(sourceId, lane);
    return lane;
  };
  const enter = async (lane: Lane): Promise<void> => {
    if (lane.running >= readsAtOnce) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.running++;
  };
  /** Who waits takes the place over. */
  const leave = (lane: Lane): void => {
    const next = lane.waiting.shift();
    if (next === undefined) lane.running--;
    else next();
  };
  return {
    run(sourceId, work, signal) {
      const lane = laneOf(sourceId);
      const inTurn = async () => {
        await enter(lane);
        try {
          signal.throwIfAborted();
          return await work();
        } finally {
          leave(lane);
        }
      };
      return orAborted(inTurn(), signal);
    },
  };
}

/** Work that can ends by itself when it is aborted. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const aborted = (): void => {
      timer = setTimeout(() => reject(signal.reason), abortedMs);
    };
    signal.addEventListener('abort', aborted);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    });
    if (signal.aborted) aborted();
  });
}
