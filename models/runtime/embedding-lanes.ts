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
  /** A lane's vector for the input, in its turn: what somebody waits for before passages, passages only while nobody does. */
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
  const awaited: Item<Input>[] = [];
  const passages: Item<Input>[] = [];
  const idle = [...lanes];

  const next = (): Item<Input> | undefined =>
    awaited.shift() ?? (foreground.busy ? undefined : passages.shift());
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
        (purpose === 'passage' ? passages : awaited).push({ input, signal, resolve, reject });
        pump();
      }),
  };
}
