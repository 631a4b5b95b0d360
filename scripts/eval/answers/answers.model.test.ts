import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runEval } from '../eval.ts';
import { writeSet } from '../testing/write-set.ts';

afterEach(() => vi.restoreAllMocks());

test('the command asks with the starter models and prints one line of JSON', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-answers-'));
  writeSet(
    dir,
    [
      { id: '1', text: 'The ferry to Naxos leaves at six in the morning from the north pier.' },
      { id: '2', text: 'Tickets for the ferry cost 41 euros.' },
    ],
    [{ id: 'q1', text: 'What do tickets for the ferry cost?', answer: '41 euros' }],
    [['q1', '2', 1]],
  );
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await runEval(['answers', dir, '--json'])).toBe(0);
  const report = JSON.parse(String(log.mock.calls[0]?.[0]));
  const figures = ['answerRecall', 'citationPrecision', 'verifiedShare', 'falselyVerified'];
  expect(Object.keys(report)).toEqual([
    ...['set', 'model', 'questions', ...figures, 'firstTokenMsP50', 'totalMsP50'],
  ]);
  expect(report).toMatchObject({ questions: 1, answerRecall: 1, falselyVerified: 0 });
  expect(report.model).toContain('SmolLM2');
  expect(report.firstTokenMsP50).toBeGreaterThan(0);
  rmSync(dir, { recursive: true });
});
