/**
 * What speaks for choosing a sentence and against; marks are 0 to 1. Fitted on the choices of the right one among 24
 * sentences each of 580 questions, from the weights that were there before, which a logit of six times the score fits
 * best (`quipu eval evidence`).
 */
export const choiceWeights = {
  /** Share of the question that the sentence and what surrounds it hold. */
  strength: 0.55,
  /** Share that the sentence and what it stands under hold. */
  own: 0.29,
  /** Holds a figure, date or code of the wanted kind; for certain, or perhaps. */
  sureValue: 0.68,
  /** The same of a person, place, reason or decision. */
  sureOther: 0.44,
  likelyValue: 0.19,
  likelyOther: 0.18,
  /** How close what is of the wanted kind stands to the words of the question. */
  closeValue: 0.17,
  closePerson: 0.27,
  closeOther: 0.14,
  /** How well its passage was found. */
  rank: 0.22,
  /** Said by whom the question asks what they said. */
  said: 0.13,
  /** Words that neither the question nor the title has. */
  news: 0.05,
  /** Denies, as the question does. */
  negation: 0.14,
  /** The title or headings hold the whole topic; or a word of it that is some title. */
  entitled: 0.1,
  titled: 0.14,
  /** Such a word is nowhere near: it is another subject's. */
  astray: -0.24,
  /** Share of the topic that is nowhere near; names and figures among it, in thirds. */
  lacking: -0.3,
  missing: -0.41,
  /** Asks itself, repeats an older mail, or only bounds a figure ("up to"). */
  asks: -0.3,
  quoted: -0.14,
  bounded: -0.16,
  /** Nearness in meaning, of its passage and of itself under its title. */
  passage: 0.21,
  similarity: 0.51,
  /** Later than others that say as much; says that something changed. */
  recency: 0.04,
  change: 0.1,
} as const;

export type ChoiceMark = keyof typeof choiceWeights;
export const choiceMarks = Object.keys(choiceWeights) as readonly ChoiceMark[];

/** How well a sentence with these marks answers. */
export function scoreOf(marks: Readonly<Record<ChoiceMark, number>>): number {
  return choiceMarks.reduce((sum, mark) => sum + choiceWeights[mark] * marks[mark], 0);
}
