/** A question that the evidence is fitted on. */
export interface TrainingQuestion {
  readonly question: string;
  /** What a right answer holds, one of them; null where nothing answers it. */
  readonly expected: readonly string[] | null;
}

export const told = (question: string, ...expected: readonly string[]): TrainingQuestion => ({
  question,
  expected,
});
export const none = (question: string): TrainingQuestion => ({ question, expected: null });
