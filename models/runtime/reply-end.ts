import { begunAtEnd } from './begun-at-end.ts';

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
      const from = held.length - begunAtEnd(held, ends);
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
