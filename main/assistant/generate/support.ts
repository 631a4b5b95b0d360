import type { AnswerPassage } from '../retrieve/passage.ts';
import { evidenceOf } from '../verify/evidence.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import { takeCitationMarks, withoutLinks } from './citation-marks.ts';
import type { NumberedPassage } from './prompt.ts';

/** The stretch of a passage's document that a sentence stands in; UTF-16 offsets, end exclusive. */
export interface Support {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
}

/** A model's sentence as plain text, without its marks. */
export interface ReadSentence {
  readonly text: string;
  /** Numbers of the passages that its marks name. */
  readonly cited: readonly number[];
}

/** Reads a model's sentences against the passages that it was given. */
export interface SentenceReader {
  read(raw: string): ReadSentence;
  /** Where it stands; null where no passage says it. */
  supportOf(sentence: ReadSentence): Support | null;
}

export function createSentenceReader(passages: readonly NumberedPassage[]): SentenceReader {
  const evidence = passages.map(({ n, passage }) => evidenceOf(passage, n));
  const texts = passages.map(({ passage }) => passage.document.text.slice(passage.start, passage.end));
  return {
    read: (raw) => takeCitationMarks(withoutLinks(raw, texts), passages.length),
    supportOf({ text, cited }) {
      const found = verifySentence(text, cited, evidence);
      const source = passages.find(({ n }) => n === found?.n);
      if (found === null || source === undefined) return null;
      return { passage: source.passage, start: found.start, end: found.end };
    },
  };
}
