import { monthNumber } from './months.ts';

/** A sentence of a text; offsets are UTF-16, end exclusive; white space around it is left out. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/** Lines shorter than this end on purpose (addresses, lists); longer ones were wrapped by a mail program or a page. */
const wrappedLineChars = 50;
const startsBlock = /^\s*(?:[-*+•·>#|]|\d{1,3}[.)]\s|\[[ x]\]|\p{L}[\p{L} ]{0,24}:\s)/u;
const abbreviation =
  /(?:^|[\s(])(?:\p{L}|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|nr|ca|bzw|inkl|zzgl|Tel|Str|str|Sr|Sra|Srta|Ud|núm|pág|art|Art|vs|approx|e\.g|i\.e|cf|p|pp|Fig|Abs|Mio|Mrd|env|M|Mme|Mlle|Co|Inc|Ltd)\.$/u;

/** Joins lines that were only wrapped; every character keeps its offset. */
function unwrap(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const wrapped =
        line.trimEnd().length >= wrappedLineChars &&
        next.trim() !== '' &&
        !startsBlock.test(next) &&
        !/^\s*[#|>]/.test(line);
      return `${line}${wrapped ? ' ' : '\n'}`;
    })
    .join('');
}

/** An address goes on behind its question mark. */
const insideAddress = /(?:\p{L}[\p{L}\d+.-]*:\/\/|www\.)\S*$/u;

function continues(sentence: string, next: string): boolean {
  if (sentence.endsWith('\n')) return false;
  if (insideAddress.test(sentence) && /^\S/.test(next)) return true;
  const trimmed = sentence.trimEnd();
  if (abbreviation.test(trimmed)) return true;
  // "am 5. März", "el 3. Mai": an ordinal before a month is no end.
  return /(?:^|\s)\d{1,2}\.$/.test(trimmed) && monthNumber(/^\s*(\p{L}+)/u.exec(next)?.[1] ?? '') !== null;
}

function trimmed(text: string, start: number, end: number): SentenceRange | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a text in order (Unicode Standard Annex 29), wrapped lines joined and abbreviations respected. */
export function sentences(text: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  let held = '';
  const flush = (end: number): void => {
    const range = trimmed(text, start, end);
    if (range !== null) ranges.push(range);
  };
  for (const { segment, index } of segmenter.segment(unwrap(text))) {
    if (held !== '' && !continues(held, segment)) {
      flush(index);
      start = index;
      held = '';
    }
    held += segment;
  }
  if (held !== '') flush(text.length);
  return ranges;
}
