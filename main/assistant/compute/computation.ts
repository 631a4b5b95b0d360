import type { Computed, Sentence } from '#main/contract/ask.ts';

/** Something computed and what has to be said beside it. */
export interface Computation {
  readonly computed: Computed;
  /** The first line: the figure with its condition. */
  readonly statement: string;
  /** Documents whose beginnings are quoted under it, with their sender or not. */
  readonly shown: readonly ShownDocument[];
  /** Lines of its own, already cited; in place of `shown`. */
  readonly lines?: readonly Sentence[];
  /** How many of what was asked for are not among `shown`. */
  readonly left: number;
  /** What could not be taken in, in sentences. */
  readonly caveats: readonly string[];
  /** There was nothing to compute: a question that its wording left open is looked up instead. */
  readonly isEmpty: boolean;
}

export interface ShownDocument {
  readonly documentId: number;
  /** Stretches of its text to quote, UTF-16; its beginning where there is none. */
  readonly quote?: { readonly start: number; readonly end: number };
  readonly withSender?: boolean;
}
