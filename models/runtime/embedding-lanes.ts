import type { EmbeddingPurpose } from '../embed/embedder.ts';
import type { Foreground } from './foreground.ts';

interface Item<Input> {
  readonly input: Input;
  readonly signal: AbortSignal;
  readonly resolve: (vector: readonly number[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** Computes one vector; a lane is given one input at a time. */
export type Lane<Input> = (input: Input) => Promise<readonly number[]>;

export interface EmbeddingLanes<Input> {
  /** A lane's vector for the input, in its turn: queries before passages, passages only while nobody waits. */
  run(input: Input, purpose: EmbeddingPurpose, signal: AbortSignal): Promise<readonly number[]>;
}

/**
 * Spreads inputs of any number of calls over the lanes, so that none idles while there is work. Passages pause while
 * the foreground is busy (an answer is being written on the same cores).
 */
export function createLanes<Input>(
  lanes: readonly Lane<Input>[],
  foreground: Foreground,
): EmbeddingLanes<Input> {
  const queues: Record<EmbeddingPurpose, Item<Input>[]> = { query: [], passage: [] };
  const idle = [...lanes];

  const next = (): Item<Input> | undefined => {
    const queries = queues.query.shift();
    return queries ?? (foreground.busy ? undefined : queues.passage.shift());
  };
  const work = async (lane: Lane<Input>, item: Item<Input>): Promise<void> => {
    try {
      item.signal.throwIfAborted();
      item.resolve(await lane(item.input));
    } catch (error) {
      item.reject(error);
    }
    idle.push(lane);
    pump();
  };
  const pump = (): void => {
    for (let lane = idle.pop(); lane !== undefined; lane = idle.pop()) {
      const item = next();
      if (item === undefined) {
        idle.push(lane);
        return;
      }
      void work(lane, item);
    }
  };
  foreground.onFree(pump);
  return {
    run: (input, purpose, signal) =>
      new Promise((resolve, reject) => {
        queues[purpose].push({ input, signal, resolve, reject });
        pump();
      }),
  };
}
