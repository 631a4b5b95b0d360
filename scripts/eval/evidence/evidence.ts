import { type ChoiceMark, choiceWeights } from '#main/assistant/instant/choice-weights.ts';
import {
  evidenceWeights,
  leastEvidence,
  probabilityBy,
  type Sign,
  signNames,
} from '#main/assistant/instant/evidence.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { notes, papers, threads } from '#scripts/sample-library/life/life.ts';
import { type Choice, chosenRight, fitChoice } from './choice.ts';
import { everydayQuestions } from './everyday-questions.ts';
import { type Gathered, gather, wrongWeight } from './gather.ts';
import { fitWeights, type Weights } from './logistic.ts';
import { sampleQuestions } from './sample-questions.ts';
import { makeSecondLife } from './second-life/second-life.ts';

/** Shares of right answers that are kept at a threshold, and of near misses that are refused. */
export interface AtThreshold {
  readonly threshold: number;
  readonly kept: number;
  readonly refused: number;
}

export interface LifeReport {
  readonly life: string;
  readonly questions: number;
  readonly right: number;
  readonly nearMisses: number;
  /** Of the questions with a right sentence among those that were weighed, how many have it first; how many among three. */
  readonly choices: { readonly questions: number; readonly first: number; readonly amongThree: number };
  /** With the weights that the product holds. */
  readonly held: readonly AtThreshold[];
  /** With weights fitted on the other lives. */
  readonly crossValidated: readonly AtThreshold[];
}

export interface EvidenceReport {
  readonly set: 'evidence';
  readonly lives: readonly LifeReport[];
  /** Fitted on all lives, for `main/assistant/instant/evidence.ts` to hold. */
  readonly weights: Weights<Sign>;
  /** The same for `main/assistant/instant/choice-weights.ts`. */
  readonly choiceWeights: Readonly<Record<ChoiceMark, number>>;
}

export interface EvidenceOptions {
  readonly embedder: Embedder;
  readonly cacheDir: string;
  readonly signal: AbortSignal;
}

const seeds = [11, 12];
const thresholds = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** Each life counts as much as another, however many questions it has. */
function alike(lives: readonly { readonly questions: readonly Gathered[] }[]): Gathered[] {
  const all = lives.reduce((sum, { questions }) => sum + questions.length, 0);
  return lives.flatMap(({ questions }) => {
    const factor = all / (lives.length * questions.length);
    return questions.map((question) => ({ ...question, weight: factor * question.weight }));
  });
}

/** As strong as so many examples that say nothing. */
const penalty = 1;

/** What the weights of the evidence are worth, and others that are fitted anew, on lives that these were not fitted on. */
export async function evalEvidence(options: EvidenceOptions): Promise<EvidenceReport> {
  const sample = { notes, papers, threads };
  const lives = [
    { name: 'sample library', questions: await gather(sample, sampleQuestions, options) },
    { name: 'the same, asked as people ask', questions: await gather(sample, everydayQuestions, options) },
  ];
  for (const seed of seeds) {
    const life = makeSecondLife(seed);
    lives.push({ name: `made up from ${seed}`, questions: await gather(life, life.questions, options) });
  }
  return {
    set: 'evidence',
    lives: lives.map((life) => {
      const others = alike(lives.filter((other) => other !== life));
      return reportOf(life.name, life.questions, fitWeights(others, signNames, penalty));
    }),
    weights: fitWeights(alike(lives), signNames, penalty),
    choiceWeights: fitChoice(choicesOf(alike(lives))),
  };
}

/** The questions among whose sentences a right one is. */
function choicesOf(questions: readonly Gathered[]): Choice[] {
  return questions
    .map(({ choice, answerable, right, weight }) => ({
      sentences: choice,
      // What answers only beside the best is no worse to learn from.
      weight: answerable && !right ? weight / wrongWeight : weight,
    }))
    .filter(({ sentences }) => sentences.some(({ right }) => right));
}

function reportOf(life: string, questions: readonly Gathered[], weights: Weights<Sign>): LifeReport {
  const right = questions.filter((question) => question.right);
  const nearMisses = questions.filter(({ answerable }) => !answerable);
  const at = (threshold: number, by: Weights<Sign>): AtThreshold => {
    const isShown = ({ signs }: Gathered): boolean => probabilityBy(by, signs) >= threshold;
    const share = (part: readonly Gathered[], of: readonly Gathered[]): number =>
      of.length === 0 ? 0 : Number((part.length / of.length).toFixed(3));
    return {
      threshold,
      kept: share(right.filter(isShown), right),
      refused: share(
        nearMisses.filter((one) => !isShown(one)),
        nearMisses,
      ),
    };
  };
  return {
    life,
    questions: questions.length,
    right: right.length,
    nearMisses: nearMisses.length,
    choices: { questions: choicesOf(questions).length, ...chosenRight(choicesOf(questions), choiceWeights) },
    held: thresholds.map((threshold) => at(threshold, evidenceWeights)),
    crossValidated: thresholds.map((threshold) => at(threshold, weights)),
  };
}

/** A table of what each threshold keeps and refuses, and the constants. */
export function evidenceInWords({ lives, weights, choiceWeights }: EvidenceReport): string {
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`.padStart(5);
  const row = (held: AtThreshold, fitted: AtThreshold | undefined): string =>
    [
      `${held.threshold === leastEvidence ? '* ' : '  '}at ${held.threshold.toFixed(2)}`,
      `kept${percent(held.kept)}, refused${percent(held.refused)}`,
      ...(fitted === undefined
        ? []
        : [`fitted on the others: kept${percent(fitted.kept)}, refused${percent(fitted.refused)}`]),
    ].join('  ');
  const rows = lives.flatMap(({ life, questions, right, nearMisses, choices, held, crossValidated }) => [
    `${life}: ${questions} questions, ${right} with the right sentence first, ${nearMisses} without an answer`,
    `  of ${choices.questions} with a right sentence among all, first in ${choices.first}, among three in ${choices.amongThree}`,
    ...held.map((one, index) => row(one, crossValidated[index])),
  ]);
  const constants = (of: Readonly<Record<string, number>>): string[] =>
    Object.entries(of).map(([sign, weight]) => `  ${sign}: ${Number(weight.toFixed(2))},`);
  return [
    ...rows,
    'evidence, fitted on all:',
    ...constants(weights),
    'choice, fitted on all:',
    ...constants(choiceWeights),
  ].join('\n');
}
