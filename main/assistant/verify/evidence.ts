import type { SentenceRange } from '../language/sentences.ts';
import { type AnswerPassage, passageSentences, sendersOf } from '../retrieve/passage.ts';
import type { SourceContext } from './support.ts';

/** A passage a generated sentence may rest on. */
export interface Evidence extends SourceContext {
  /** The number it has in the prompt. */
  readonly n: number;
  /** The whole document's text: offsets count in it. */
  readonly text: string;
  /** The passage's sentences. */
  readonly sentences: readonly SentenceRange[];
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
  };
}
