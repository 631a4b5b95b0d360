/** Text that was written, as far as it is sure to be part of the reply. */
export interface ReplyEnd {
  /** The text that may be shown now; `isOver` where one of the ends was written. */
  add(text: string): { readonly text: string; readonly isOver: boolean };
  /** What was held back: it was no end after all. */
  rest(): string;
}

/** Finds where a model goes on by asking itself: at the first of these texts, of which nothing is shown. */
export function createReplyEnd(ends: readonly string[]): ReplyEnd {
  let held = '';
  return {
    add(text) {
      held += text;
      const at = Math.min(...ends.map((end) => held.indexOf(end)).filter((index) => index >= 0));
      if (Number.isFinite(at)) {
        const shown = held.slice(0, at);
        held = '';
        return { text: shown, isOver: true };
      }
      const from = held.length - longestBeginning(held, ends);
      const shown = held.slice(0, from);
      held = held.slice(from);
      return { text: shown, isOver: false };
    },
    rest() {
      const left = held;
      held = '';
      return left;
    },
  };
}

/** How much of the text's end may be the beginning of one of these. */
function longestBeginning(text: string, ends: readonly string[]): number {
  const longest = Math.max(0, ...ends.map((end) => end.length - 1));
  for (let length = Math.min(text.length, longest); length > 0; length--)
    if (ends.some((end) => end.startsWith(text.slice(-length)))) return length;
  return 0;
}
