import type { SentenceRange } from '../language/sentences.ts';
import { type AnswerPassage, passageSentences, sendersOf } from '../retrieve/passage.ts';

/** A passage a generated sentence may rest on. */
export interface Evidence {
  /** The number it has in the prompt. */
  readonly n: number;
  /** The whole document's text: offsets count in it. */
  readonly text: string;
  /** The passage's sentences. */
  readonly sentences: readonly SentenceRange[];
  /** Title and headings above the passage. */
  readonly heading: string;
  /** Names of who wrote it. */
  readonly senders: readonly string[];
  /** Names of who it was written to. */
  readonly recipients: readonly string[];
  /** ISO 8601; null where it has none. */
  readonly date: string | null;
}

/** A passage as a sentence is compared with it. */
export function evidenceOf(passage: AnswerPassage, n: number): Evidence {
  const { document, heading } = passage;
  return {
    n,
    text: document.text,
    sentences: passageSentences(passage),
    heading: `${document.title} ${heading}`,
    senders: sendersOf(document),
    recipients: document.people
      .filter(({ role }) => role === 'to')
      .map(({ name, address }) => name || (address ?? '')),
    date: document.date,
  };
}
