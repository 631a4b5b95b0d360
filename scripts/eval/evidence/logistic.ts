/** What a regression is fitted on: the signs of one sentence and whether it is the answer. */
export interface Example<Sign extends string> {
  readonly signs: Readonly<Record<Sign, number>>;
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export type Weights<Sign extends string> = Readonly<Record<Sign, number>>;

const steps = 1200;
const rate = 0.5;

/**
 * Logistic regression by gradient descent with momentum (Nesterov 1983); `penalty` is that of ridge regression, which
 * leaves the sign `constant` free.
 */
export function fitWeights<Sign extends string>(
  examples: readonly Example<Sign>[],
  signs: readonly Sign[],
  penalty: number,
): Weights<Sign> {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const rows = examples.map((example) => signs.map((sign) => example.signs[sign]));
  const weights = signs.map(() => 0);
  const momentum = signs.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const ahead = weights.map((weight, index) => weight + 0.9 * (momentum[index] ?? 0));
    const gradient = signs.map((sign, index) =>
      sign === 'constant' ? 0 : -(penalty * (ahead[index] ?? 0)) / total,
    );
    for (const [at, row] of rows.entries()) {
      const { right, weight } = examples[at] ?? { right: false, weight: 0 };
      const sum = row.reduce((all, value, index) => all + value * (ahead[index] ?? 0), 0);
      const error = (weight * ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum)))) / total;
      for (const [index, value] of row.entries()) gradient[index] = (gradient[index] ?? 0) + error * value;
    }
    for (const [index, slope] of gradient.entries()) {
      momentum[index] = 0.9 * (momentum[index] ?? 0) + rate * slope;
      weights[index] = (weights[index] ?? 0) + (momentum[index] ?? 0);
    }
  }
  return Object.fromEntries(signs.map((sign, index) => [sign, weights[index] ?? 0])) as Record<Sign, number>;
}
