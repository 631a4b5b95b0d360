import { describe, expect, test } from 'vitest';
import { type ChoiceMark, choiceMarks, choiceWeights } from '#main/assistant/instant/choice-weights.ts';
import { probabilityBy } from '#main/assistant/instant/evidence.ts';
import { contentWords } from '#main/assistant/language/words.ts';
import { notes, papers, threads } from '#scripts/sample-library/life/life.ts';
import { personalSet } from '../personal/personal-set.ts';
import { chosenRight, fitChoice } from './choice.ts';
import { everydayQuestions } from './everyday-questions.ts';
import { type Example, fitWeights } from './logistic.ts';
import { sampleQuestions } from './sample-questions.ts';
import { makeSecondLife, type SecondLife } from './second-life/second-life.ts';

const textOf = ({ threads, notes, papers }: Omit<SecondLife, 'questions'>): string =>
  [
    ...threads.flatMap(({ mails }) => mails.map(({ text }) => text)),
    ...notes.map(({ text }) => text),
    ...papers.map(({ title, text }) => `${title}\n${text}`),
  ].join('\n');

const meaning = (question: string): string =>
  [...new Set(contentWords(question).map(({ stem }) => stem))].sort().join(' ');

describe('a life that is made up', () => {
  const life = makeSecondLife(5);

  test('is the same for a seed and another for another one', () => {
    expect(makeSecondLife(5)).toEqual(life);
    expect(textOf(makeSecondLife(6))).not.toBe(textOf(life));
  });

  test('has hundreds of questions, about half of them without an answer', () => {
    const without = life.questions.filter(({ expected }) => expected === null).length;
    expect(life.questions.length).toBeGreaterThanOrEqual(400);
    expect(without / life.questions.length).toBeGreaterThan(0.35);
    expect(without / life.questions.length).toBeLessThan(0.65);
  });

  test('states every answer', () => {
    const text = textOf(life);
    const unsaid = life.questions.filter(
      ({ expected }) => expected !== null && !expected.some((one) => text.includes(one)),
    );
    expect(unsaid).toEqual([]);
  });
});

const overSample = [...sampleQuestions, ...everydayQuestions];

describe('the questions over the sample library', () => {
  test('have answers that stand in it', () => {
    const text = textOf({ notes, papers, threads });
    const unsaid = overSample.filter(
      ({ expected }) => expected !== null && !expected.some((one) => text.includes(one)),
    );
    expect(unsaid).toEqual([]);
  });

  test('are none of those that only measure', () => {
    const measuring = new Set(personalSet.map(({ question }) => meaning(question)));
    expect(overSample.filter(({ question }) => measuring.has(meaning(question)))).toEqual([]);
  });
});

describe('the choice', () => {
  const sentence = (marks: Partial<Record<ChoiceMark, number>>, right: boolean) => ({
    marks: {
      ...(Object.fromEntries(choiceMarks.map((mark) => [mark, 0])) as Record<ChoiceMark, number>),
      ...marks,
    },
    right,
  });
  const choices = [0.2, 0.5, 0.8].map((recency) => ({
    sentences: [sentence({ rank: 0.3, recency }, true), sentence({ rank: 0.9, recency: 0 }, false)],
    weight: 20,
  }));

  test('learns what tells the right sentence from the others', () => {
    expect(chosenRight(choices, choiceWeights).first).toBeLessThan(3);
    const fitted = fitChoice(choices);
    expect(fitted.recency).toBeGreaterThan(choiceWeights.recency);
    expect(fitted.rank).toBeLessThan(choiceWeights.rank);
    expect(chosenRight(choices, fitted)).toEqual({ first: 3, amongThree: 3 });
  });
});

describe('the regression', () => {
  const example = (sign: number, right: boolean): Example<'constant' | 'sign'> => ({
    signs: { constant: 1, sign },
    right,
    weight: 1,
  });
  const examples = [0.1, 0.2, 0.3, 0.6].map((sign) => example(sign, false));
  examples.push(...[0.4, 0.7, 0.8, 0.9].map((sign) => example(sign, true)));

  test('gives what is right the greater probability', () => {
    const weights = fitWeights(examples, ['constant', 'sign'], 0.1);
    expect(probabilityBy(weights, { constant: 1, sign: 0.9 })).toBeGreaterThan(0.7);
    expect(probabilityBy(weights, { constant: 1, sign: 0.1 })).toBeLessThan(0.3);
  });

  test('trusts a sign less the more it is penalised', () => {
    const [free, held] = [0.1, 10].map((penalty) => fitWeights(examples, ['constant', 'sign'], penalty));
    expect(held?.sign).toBeLessThan(free?.sign ?? 0);
    expect(held?.sign).toBeGreaterThan(0);
  });
});
