import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runEval } from './eval.ts';

afterEach(() => vi.restoreAllMocks());

function folderWith(positives: object[], negatives: object[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-secrets-'));
  const lines = (rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(dir, 'positives.jsonl'), lines(positives));
  writeFileSync(join(dir, 'negatives.jsonl'), lines(negatives));
  return dir;
}

test('a positive counts where all its secrets are gone, a negative where anything of it is', async () => {
  const dir = folderWith(
    [
      { id: 'p1', kind: 'password', text: 'password: Kiefer!88', secret: 'Kiefer!88' },
      {
        id: 'p2',
        kind: 'password',
        text: 'password: Kiefer!88, or ask for tulip',
        secret: 'Kiefer!88',
        also: ['tulip'],
      },
      { id: 'p3', kind: 'export', text: 'name,url,username,password\na,b,c,d9x\n', secret: 'd9x' },
    ],
    [
      { id: 'n1', kind: 'talk', text: 'The password policy is new.' },
      { id: 'n2', kind: 'talk', text: 'password: Kiefer!88' },
    ],
  );
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await runEval(['secrets', dir, '--json'])).toBe(0);
  expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
    positives: 3,
    recall: 0.6667,
    recallByKind: { password: 0.5, export: 1 },
    missed: ['p2'],
    negatives: 2,
    wronglyWithheld: 0.5,
    withheld: ['n2'],
  });
});

test('a folder without the two files is told and ends with 1', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await runEval(['secrets', tmpdir()])).toBe(1);
  expect(error.mock.calls[0]?.[0]).toContain('positives.jsonl');
});
