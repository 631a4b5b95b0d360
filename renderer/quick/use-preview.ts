import { useEffect, useState } from 'react';
import type { Citation, Sentence } from '#main/contract/ask.ts';
import { useClient } from '../connection/engine.tsx';

/** What is asked while it is typed is asked when the typing pauses. */
const typingPauseMs = 150;

export interface Preview {
  readonly question: string;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  /** All of it is there. */
  readonly isWhole: boolean;
}

/** The instant answer to what is typed; nothing of it is kept. Null before the first. */
export function usePreview(typed: string): Preview | null {
  const client = useClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const question = typed.trim();
  useEffect(() => {
    if (client === null || question === '') return setPreview(null);
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      let seen: Preview = { question, sentences: [], citations: [], isWhole: false };
      for await (const event of await client.preview({ question }, { signal })) {
        if (signal.aborted) return;
        if (event.type === 'sentence')
          seen = { ...seen, sentences: [...seen.sentences, event.sentence], citations: event.citations };
        if (event.type === 'done')
          seen = {
            question,
            sentences: event.answer.sentences,
            citations: event.answer.citations,
            isWhole: true,
          };
        if (seen.sentences.length > 0 || seen.isWhole) setPreview(seen);
      }
    };
    // A line that broke is told elsewhere; Enter asks in the main window all the same.
    const timer = setTimeout(() => void ask().catch(() => undefined), typingPauseMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [client, question]);
  return question === '' ? null : preview;
}
