import { type ChoiceMark, choiceMarks, choiceWeights } from '#main/assistant/instant/choice-weights.ts';

/** The sentences of one question that has an answer, of which at least one holds it. */
export interface Choice {
  readonly sentences: readonly {
    readonly marks: Readonly<Record<ChoiceMark, number>>;
    readonly right: boolean;
  }[];
  /** How much it counts. */
  readonly weight: number;
}

/** A score of so much is one logit: with this the weights in the product fit best. */
const logitsPerScore = 6;
const steps = 400;
const rate = 1.2;
/** Pull towards the weights that the product holds, as of so many questions. */
const penalty = 3;

type Vector = readonly number[];

const dot = (left: Vector, right: Vector): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

/**
 * Weights by which the right sentence of each question comes first: a conditional logit (McFadden 1974) by gradient
 * ascent with momentum, held near the weights of the product.
 */
export function fitChoice(choices: readonly Choice[]): Record<ChoiceMark, number> {
  const held = choiceMarks.map((mark) => logitsPerScore * choiceWeights[mark]);
  const rows = choices.map(({ sentences }) =>
    sentences.map(({ marks }) => choiceMarks.map((mark) => marks[mark])),
  );
  const weights = [...held];
  const momentum = held.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const ahead = weights.map((weight, at) => weight + 0.9 * (momentum[at] ?? 0));
    const gradient = ahead.map((weight, at) => penalty * ((held[at] ?? 0) - weight));
    for (const [question, choice] of choices.entries()) {
      const of = rows[question] ?? [];
      for (const [at, pull] of pulls(choice, of, ahead).entries()) {
        for (const [mark, value] of (of[at] ?? []).entries())
          gradient[mark] = (gradient[mark] ?? 0) + pull * value;
      }
    }
    for (const [at, slope] of gradient.entries()) {
      momentum[at] = 0.9 * (momentum[at] ?? 0) + (rate / Math.max(50, choices.length)) * slope;
      weights[at] = (weights[at] ?? 0) + (momentum[at] ?? 0);
    }
  }
  return Object.fromEntries(
    choiceMarks.map((mark, at) => [mark, (weights[at] ?? 0) / logitsPerScore]),
  ) as Record<ChoiceMark, number>;
}

/** How much more, or less, likely each sentence has to become. */
function pulls({ sentences, weight }: Choice, rows: readonly Vector[], weights: Vector): number[] {
  const logits = rows.map((row) => dot(row, weights));
  const most = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const right = odds.reduce((sum, one, at) => sum + (sentences[at]?.right ? one : 0), 0);
  return odds.map((one, at) => weight * ((sentences[at]?.right ? one / right : 0) - one / all));
}

/** Questions whose first sentence, by the weights given, is right; and those with a right one among the first three. */
export function chosenRight(
  choices: readonly Choice[],
  weights: Readonly<Record<ChoiceMark, number>>,
): { readonly first: number; readonly amongThree: number } {
  const ranked = choices.map(({ sentences }) =>
    sentences
      .map(({ marks, right }) => ({
        right,
        score: choiceMarks.reduce((sum, mark) => sum + weights[mark] * marks[mark], 0),
      }))
      .sort((a, b) => b.score - a.score),
  );
  return {
    first: ranked.filter(([best]) => best?.right).length,
    amongThree: ranked.filter((sentences) => sentences.slice(0, 3).some(({ right }) => right)).length,
  };
}
