import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSet } from '../testing/write-set.ts';
import { answerRecall } from './answer-recall.ts';
import { evalAnswers } from './answers.ts';
import { unfoundedIn } from './unfounded.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-answers-'));
  const message = (id: string, group: string, text: string) => ({
    ...{ id, group, text, title: '', speaker: 'Ana', date: '9:00 am on 3 May, 2024' },
  });
  writeSet(
    dir,
    [
      message('1', 'a', 'The ferry to Naxos leaves at six from the north pier.'),
      message('2', 'a', 'I have packed the tent and both sleeping bags.'),
      message('3', 'b', 'The ferry to Paros costs 41 euros for each of us.'),
    ],
    [
      {
        id: 'q1',
        text: 'From which pier does the ferry to Naxos leave?',
        group: 'a',
        answer: 'the north pier',
      },
      { id: 'q2', text: 'What does the ferry to Paros cost?', group: 'b', answer: '41 euros' },
      { id: 'q3', text: 'What does the ferry to Paros cost?', group: 'a', answer: 'nobody said' },
      { id: 'q4', text: 'A query without an answer', group: 'a' },
    ],
    [
      ['q1', '1', 1],
      ['q2', '3', 1],
      ['q3', '3', 1],
    ],
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

const options = () => ({
  embedder: null,
  chat: null,
  cacheDir: dir,
  signal: new AbortController().signal,
});

test('each question with an answer is asked in the library of its own group', async () => {
  const report = await evalAnswers(dir, { ...options(), limit: null });
  expect(report).toMatchObject({
    ...{ set: basename(dir), model: null, questions: 3, citationPrecision: 1, verifiedShare: 1 },
    ...{ falselyVerified: 0, firstTokenMsP50: null },
  });
  expect(report.answerRecall).toBeCloseTo(2 / 3, 3);
});

test('a limit asks so many questions', async () => {
  expect(await evalAnswers(dir, { ...options(), limit: 2 })).toMatchObject({ questions: 2 });
});

test('recall counts the content words of the gold answer', () => {
  expect(answerRecall('the 7th of May', 'It was on the 7th.')).toBe(0.5);
  expect(answerRecall('Café', 'the cafe')).toBe(1);
});

test.each([
  ['It costs EUR 14,300.', 'It costs 14.300 EUR.', []],
  ['It costs 14,300 euros.', 'It costs 14,200 euros.', ['14300']],
  ['They stay seven nights.', 'They stay 7 nights.', []],
  ['They stay seven nights.', 'They stay for a week of six nights.', ['7']],
  ['It ends on 5 May 2025.', 'It ends 2025-05-05.', []],
  ['It ends on 5 May 2025.', 'It ends on 5 June 2025.', ['may']],
  ['Then Graham came.', 'Then Isla came.', ['graham']],
])('what a sentence says beyond its source is found: %s | %s', (sentence, source, unfounded) => {
  expect(unfoundedIn(sentence, [source])).toEqual(unfounded);
});
