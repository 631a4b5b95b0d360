import type { Sentence } from '#main/contract/ask.ts';

/** A sentence's words alone: its own `[n]` marks become buttons, every other bracket is the writer's. */
export function withoutMarks(sentence: Sentence): string {
  return sentence.citations.reduce((text, n) => text.replaceAll(`[${n}]`, ''), sentence.text).trim();
}
