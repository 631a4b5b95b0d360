import { createHash } from 'node:crypto';
import type { PersonalQuestion } from './question.ts';
import { broadQuestions } from './questions/broad.ts';
import { countQuestions, firstLastQuestions, listQuestions } from './questions/computed.ts';
import { followUpQuestions } from './questions/follow-ups.ts';
import { homeQuestions } from './questions/home.ts';
import { languageQuestions } from './questions/languages.ts';
import { moneyQuestions } from './questions/money.ts';
import { unansweredQuestions } from './questions/no-answer.ts';
import { peopleQuestions } from './questions/people.ts';

/**
 * Questions over the sample library with right answers, of all intents. They are for measuring alone: nothing of them
 * may find its way into the product's rules.
 */
export const personalSet: readonly PersonalQuestion[] = [
  ...homeQuestions,
  ...moneyQuestions,
  ...peopleQuestions,
  ...languageQuestions,
  ...countQuestions,
  ...listQuestions,
  ...firstLastQuestions,
  ...broadQuestions,
  ...unansweredQuestions,
  ...followUpQuestions,
];

/** The day all are asked on: after everything in the library. */
export const askedOn = new Date('2026-11-02T10:00:00Z');

/**
 * The half of the set a question is in, by a hash of its wording. Failures may be looked at in the half `dev` only; the
 * other one shows whether what was learnt there holds.
 */
export function halfOf({ question, before }: PersonalQuestion): 'dev' | 'held-out' {
  const hash = createHash('sha256')
    .update([...before, question].join('\n'))
    .digest();
  return (hash[0] ?? 0) % 2 === 0 ? 'dev' : 'held-out';
}
