import { useEffect, useState } from 'react';
import type { Completion } from '#main/contract/complete.ts';
import { useClient } from '../connection/engine.tsx';

/** A text that may end in an operator with the beginning of its value; anything else is not asked about. */
const mayEndInOperator = /(?:^|[\s(])(?:\p{L}+:|[#@])["“]?[^"“”\n]*$/u;

export interface Completions {
  readonly options: readonly Completion[];
  /** The option that Enter takes. */
  readonly active: number;
  /** Moves by so many, around the ends. */
  readonly move: (by: number) => void;
  /** Until the text changes. */
  readonly close: () => void;
}

/** What completes a text as it is typed; `before` is the text up to where the next letter goes. */
export function useCompletions(before: string): Completions {
  const client = useClient();
  const [found, setFound] = useState<{ before: string; options: readonly Completion[] } | null>(null);
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (client === null || !mayEndInOperator.test(before)) return setFound(null);
    const leaving = new AbortController();
    client.complete({ text: before }, { signal: leaving.signal }).then(
      (options) => {
        if (leaving.signal.aborted) return;
        setFound({ before, options });
        setActive(0);
      },
      // Typing goes on without completion where the engine does not answer.
      () => undefined,
    );
    return () => leaving.abort();
  }, [client, before]);
  const options = found?.before === before ? found.options : [];
  return {
    options,
    active: Math.min(active, Math.max(0, options.length - 1)),
    move: (by) => setActive((now) => (now + by + options.length) % Math.max(1, options.length)),
    close: () => setFound(null),
  };
}
