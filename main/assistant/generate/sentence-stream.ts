import { sentences } from '../language/sentences.ts';

/** Collects streamed text and gives out sentences as soon as they are surely whole. */
export interface SentenceStream {
  /** The sentences that this piece of text completed. */
  add(text: string): string[];
  /** What is left at the end. */
  rest(): string[];
}

/** "It costs 900 euros. [1]": the mark after the full stop belongs to the sentence before it. */
const onlyMarks = /^(?:\s*\[[\d\s,;]*\]?[.\s]*)+$/;
const leadingMarks = /^(?:\s*\[[\d\s,;]+\]\.?)+/;

function mayJoin(begun: string): boolean {
  return onlyMarks.test(begun) || !/\S\s/.test(begun.trimStart());
}

function joinMarks(list: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of list) {
    const marks = leadingMarks.exec(sentence)?.[0] ?? '';
    if (marks !== '' && joined.length > 0) joined.push(`${joined.pop() ?? ''} ${marks.trim()}`);
    const rest = sentence.slice(joined.length > 0 ? marks.length : 0).trim();
    if (rest !== '') joined.push(rest);
  }
  return joined;
}

export function createSentenceStream(): SentenceStream {
  let buffer = '';
  let given = 0;
  const whole = (): string[] =>
    joinMarks(sentences(buffer).map((range) => buffer.slice(range.start, range.end)));
  return {
    add(text) {
      buffer += text;
      const ranges = sentences(buffer);
      const last = ranges.at(-1);
      // The last sentence may go on, and what follows the one before it may still join it: a mark, or the month after "5.".
      const open = last === undefined || mayJoin(buffer.slice(last.start)) ? 2 : 1;
      const ready = whole();
      const complete = ready.slice(given, Math.max(given, ready.length - open));
      given += complete.length;
      return complete;
    },
    rest() {
      const left = whole().slice(given);
      given += left.length;
      return left;
    },
  };
}
