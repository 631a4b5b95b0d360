import type { DocumentView, Place } from '#main/contract/document.ts';
import type { Hit } from '#main/contract/search.ts';
import { type SentenceRange, sentences } from '../language/sentences.ts';

/** A chunk an answer may be drawn from, with what makes it understood. Offsets are UTF-16, into the document's text. */
export interface AnswerPassage {
  readonly document: DocumentView;
  readonly chunkId: number;
  readonly start: number;
  readonly end: number;
  /** Heading path inside the document. */
  readonly heading: string;
  /** History that a mail repeats. */
  readonly quoted: boolean;
  /** Search score divided by the best hit's; thread context and neighbours have less than what led to them. */
  readonly rank: number;
  /** How it was found: by the search itself, or beside something that was. */
  readonly origin: 'hit' | 'thread' | 'neighbour';
}

export interface Retrieved {
  readonly hits: readonly Hit[];
  readonly passages: readonly AnswerPassage[];
}

/** Who wrote a document, as it names them. */
export function sendersOf(document: DocumentView): string[] {
  return document.people
    .filter((person) => person.role === 'from' || person.role === 'author')
    .map((person) => person.name || (person.address ?? ''));
}

/** A passage cut into its blocks (a paragraph never runs into the next) and those into sentences, in the document's offsets. */
export function passageSentences(passage: AnswerPassage): SentenceRange[] {
  const { document, start, end } = passage;
  const blocks = document.places
    .filter((block) => block.start < end && block.end > start)
    .map((block) => ({ start: Math.max(block.start, start), end: Math.min(block.end, end) }));
  const parts = blocks.length > 0 ? blocks : [{ start, end }];
  return parts.flatMap((block) =>
    sentences(document.text.slice(block.start, block.end)).map((range) => ({
      start: block.start + range.start,
      end: block.start + range.end,
    })),
  );
}

/** The place of an offset: that of the block it stands in, or of the last one before it. */
export function placeAt(document: DocumentView, offset: number): Place {
  const block = document.places.findLast((range) => range.start <= offset) ?? document.places[0];
  return block?.place ?? { line: 1 };
}
