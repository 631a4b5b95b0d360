import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Verdict } from './judge.ts';
import { evalPersonal, failureInWords, personalInWords } from './personal.ts';
import { halfOf } from './personal-set.ts';
import { after, type PersonalQuestion, told, unanswerable } from './question.ts';

test('asks over the sample library and judges answer, place, count, refusal and follow-up', async () => {
  const counted = (question: string, count: number): PersonalQuestion => ({
    kind: 'count',
    before: [],
    question,
    gold: { kind: 'count', count },
  });
  const questions = [
    told(
      'amount',
      'What is the excess for escape of water?',
      ['£350'],
      [
        'Documents/Insurance/Castlebridge home policy 2025.pdf',
        'Documents/Insurance/Castlebridge renewal 2026.pdf',
        'Notes/Home/Insurance.md',
      ],
    ),
    told('amount', 'What is the excess for escape of  water?', ['£351'], ['Notes/Choir/Choir.md']),
    counted('How many mails did Graham Pettigrew send in 2025?', 11),
    after(['How many mails did Graham Pettigrew send in 2025?'], counted('And in 2026?', 1)),
    unanswerable('Who won the chess tournament in Oslo?'),
  ];
  const failures: Verdict[] = [];
  const cacheDir = mkdtempSync(join(tmpdir(), 'quipu-personal-cache-'));
  const report = await evalPersonal({
    ...{ questions, cacheDir, embedder: null, chat: null, signal: new AbortController().signal },
    onFailure: (verdict) => failures.push(verdict),
  });
  rmSync(cacheDir, { recursive: true });
  expect(report).toMatchObject({ questions: 5, model: null });
  expect(report.all).toMatchObject({
    facts: { questions: 2, right: 1, share: 0.5 },
    factsRightPlaceFirst: { questions: 2, right: 1 },
    countsAndLists: { questions: 1, right: 1 },
    noAnswerSaidNotFound: { questions: 1, right: 1 },
    followUps: { questions: 1, right: 1 },
  });
  expect(report.dev.facts.questions + report.heldOut.facts.questions).toBe(2);
  expect(personalInWords(report)).toMatch(/facts in the answer +1\/2 50\.0%/);
  const wrong = questions[1];
  const isSeen = wrong !== undefined && halfOf(wrong) === 'dev';
  expect(failures.map((verdict) => failureInWords(verdict).split('\n')[1])).toEqual(
    isSeen ? ['  wrong, other place; wanted: £351'] : [],
  );
}, 120_000);
