/** What kind of thing a question wants; figures are printed for each. */
export type QuestionKind =
  | 'who'
  | 'when'
  | 'amount'
  | 'quantity'
  | 'where'
  | 'which'
  | 'why'
  | 'decision'
  | 'code'
  | 'what'
  | 'count'
  | 'list'
  | 'first-last'
  | 'compare'
  | 'summarise'
  | 'timeline'
  | 'talk'
  | 'no-answer'
  | 'language';

/** A string that a right answer holds, or several of which it holds one. */
export type Expected = string | readonly string[];

/** What a right answer is. Paths are from the library's root. */
export type Gold =
  | {
      readonly kind: 'told';
      readonly expected: readonly Expected[];
      /** Of the expected, so many have to stand in the answer. */
      readonly atLeast: number;
      /** Files that state the answer, each by itself where all of it is wanted. */
      readonly cites: readonly string[];
    }
  | { readonly kind: 'count'; readonly count: number }
  /** These files and no others; in this order where that is asked. */
  | { readonly kind: 'files'; readonly files: readonly string[]; readonly ordered: boolean }
  /** A figure that was computed over documents: it stands in a computed answer. */
  | { readonly kind: 'computed'; readonly expected: readonly Expected[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'talk' };

export interface PersonalQuestion {
  readonly kind: QuestionKind;
  /** Asked first, in the same conversation; none for a question that stands alone. */
  readonly before: readonly string[];
  readonly question: string;
  readonly gold: Gold;
}

/** A question that some files answer. */
export function told(
  kind: QuestionKind,
  question: string,
  expected: readonly Expected[],
  cites: readonly string[],
  atLeast = expected.length,
): PersonalQuestion {
  return { kind, before: [], question, gold: { kind: 'told', expected, atLeast, cites } };
}

/** A question that no file answers. */
export function unanswerable(question: string): PersonalQuestion {
  return { kind: 'no-answer', before: [], question, gold: { kind: 'not-found' } };
}

/** The same after other questions of one conversation. */
export function after(before: readonly string[], question: PersonalQuestion): PersonalQuestion {
  return { ...question, before };
}
