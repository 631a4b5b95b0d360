import { foldInPlace } from '../language/words.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import type { AnswerType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { likeliestSpan } from './likeliest-span.ts';
import { type NamedCells, namedCells } from './named-cells.ts';
import { oneLine } from './one-line.ts';
import type { QuestionTerms } from './question-terms.ts';
import { datedSentence } from './relative-date.ts';
import type { Scored } from './score.ts';

/** A stretch of a document chosen as (part of) the answer; offsets are UTF-16, into the document's text. */
export interface Extract {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
  /**
   * What is shown: the stretch on one line, with the speaker in front where only the mail's header names who, and with
   * the names of the columns where it is a row of a table.
   */
  readonly text: string;
  /** When it was, where the question asks that and the text only says "yesterday"; a sentence of ours, else null. */
  readonly dated: string | null;
  /** The asked-for span of `text`; null where none is certain. */
  readonly asked: { readonly start: number; readonly end: number } | null;
}

const leansBack =
  /^(?:it|this|that|these|those|they|he|she|his|her|their|its|so|but|and|also|then|both|yes|no|ok|okay|es|das|dies\p{L}*|er|sie|aber|und|also|ja|nein|eso|esto|ella?|ellos|pero|y|si|il|elle|ils|elles|cela|ca|ce|c[’']est|mais|et|oui|non)(?!\p{L})/u;

/** How far back the grounds of a conclusion are looked for. */
const groundsChars = 400;
const groundsSentences = 3;

/** A sentence that leans on the one before it ("It costs …") is shown with it; so are the grounds of a bare conclusion. */
export function extractOf(scored: Scored, type: AnswerType, question: QuestionTerms): Extract {
  const { candidate } = scored;
  const { passage } = candidate;
  const end = isLabel(candidate) ? (candidate.nextEnd ?? candidate.end) : candidate.end;
  let first = candidate;
  if (type === 'reason' && !scored.typed) first = groundsOf(candidate);
  else if (leans(candidate)) first = candidate.previous ?? candidate;
  const raw = passage.document.text.slice(first.start, end);
  const before = speaker(scored, type);
  const asked = askedSpan(scored, raw, candidate.start - first.start, before, question);
  const row = before === '' ? namedCells(passage.document.text, first.start, end) : null;
  return {
    passage,
    start: first.start,
    end,
    text: row?.text ?? `${before}${oneLine(raw)}`,
    dated: datedBeside(candidate, type),
    asked: row === null || asked === null ? asked : spanIn(row, asked),
  };
}

/** A span of a row's line where it stands beside the names of the columns; it never reaches over two cells. */
function spanIn(row: NamedCells, { start, end }: NonNullable<Extract['asked']>): Extract['asked'] {
  const from = row.at(start);
  return { start: from, end: from + end - start };
}

/** The asked-for span in the shown text: the name put before it, else the likeliest of the sentence's own. */
function askedSpan(
  scored: Scored,
  raw: string,
  shift: number,
  before: string,
  question: QuestionTerms,
): Extract['asked'] {
  if (before !== '') {
    const start = before.length - `${scored.teller?.name ?? ''}: `.length;
    return { start, end: before.length - ': '.length };
  }
  const span = likeliestSpan(scored, question);
  if (span === null) return null;
  // What stands before a place, on one line, is as long as the place is far in.
  const start = oneLine(`${raw.slice(0, shift + span.start)}.`).length - 1;
  const length = oneLine(raw.slice(shift + span.start, shift + span.end)).length;
  return { start, end: start + length };
}

function datedBeside({ passage, values, text }: Candidate, type: AnswerType): string | null {
  const { date } = passage.document;
  const absolute = values.some(
    (value) =>
      value.kind === 'date' && value.readings.some(({ year, month }) => year !== null || month !== null),
  );
  return type !== 'date' || absolute || date === null ? null : datedSentence(text, date);
}

const labelWords = 5;

/** "Beth's advice": says nothing without what it stands above. */
function isLabel({ text, words, values, nextEnd, passage, end }: Candidate): boolean {
  if (words.length > labelWords || values.length > 0 || nextEnd === null) return false;
  const next = passage.document.text.slice(end, nextEnd);
  return (
    !/[.!?,;|]["”»)]*$/.test(text) &&
    !text.includes(' | ') &&
    /^\s*\n/.test(next) &&
    next.length <= groundsChars
  );
}

function leans(candidate: Candidate): boolean {
  const { passage, previous } = candidate;
  if (previous === null || !leansBack.test(foldInPlace(candidate.text))) return false;
  return !/\n\s*\n/.test(passage.document.text.slice(previous.end, candidate.start));
}

function groundsOf(candidate: Candidate): Candidate {
  let first = candidate;
  for (let count = 1; count < groundsSentences; count += 1) {
    const { previous } = first;
    if (previous === null || candidate.end - previous.start > groundsChars) break;
    first = previous;
  }
  return first;
}

/** "Who": where no name stands in the sentence, the one it is told of is named before it. */
function speaker({ spans, teller }: Scored, type: AnswerType): string {
  if (type !== 'person' || teller === null || spans.some(({ sure }) => sure)) return '';
  return teller.role === 'reader' ? `To ${teller.name}: ` : `${teller.name}: `;
}
