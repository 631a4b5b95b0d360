import type { Plan } from '#main/contract/search.ts';

/** The last turn of the conversation a question goes on from. */
export interface PreviousTurn {
  /** The question as it stands alone. */
  readonly question: string;
  /** The question that the last one went on from, where it was a follow-up itself. */
  readonly opening?: string;
  readonly plan: Plan;
  /** Senders of what was cited, most cited first: whom "her" may mean where no name was asked for. */
  readonly people: readonly string[];
  /** The first sentence it quoted: those after it may be of something else. */
  readonly answer?: string;
  /** The documents it showed, in their order: "the second one". */
  readonly documents?: readonly number[];
  /** Those of the turns before it, the latest first: it showed one alone, and the second is of those before. */
  readonly lists?: readonly (readonly number[])[];
}
