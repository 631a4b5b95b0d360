import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Embedder } from '#models/embed/embedder.ts';
import { percentile } from '#scripts/percentile.ts';
import { runEval } from './eval.ts';
import { mean, scoreRanking } from './measures.ts';
import { evalRetrieval } from './retrieval.ts';
import { writeSet } from './testing/write-set.ts';

const signal = new AbortController().signal;
let dir: string;
let printed: string[];

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'quipu-collection-')), 'tiny');
  mkdirSync(dir);
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

function writeTwoGroups(): void {
  const message = (id: string, group: string, text: string) => ({
    id,
    title: '',
    text,
    group,
    speaker: 'Ana',
  });
  writeSet(
    dir,
    [
      message('1', 'a', 'The ferry to Naxos leaves at six.'),
      message('2', 'a', 'I have packed the tent.'),
      message('3', 'b', 'The ferry was late and the ferry was full.'),
    ],
    [{ id: 'q', text: 'When does the ferry leave?', group: 'a' }],
    [['q', '1', 1]],
  );
}

test('a query of a group searches that group alone', async () => {
  writeTwoGroups();
  const options = { mode: 'keyword', embedder: null, cacheDir: dir, signal } as const;
  expect(await evalRetrieval(dir, options)).toMatchObject({
    set: 'tiny',
    mode: 'keyword',
    queries: 1,
    ndcg10: 1,
    mrr10: 1,
  });
});

test('a second evaluation takes the embeddings of the first from the cache', async () => {
  writeTwoGroups();
  const texts: string[] = [];
  const embedder: Embedder = {
    modelId: 'model/1',
    dimensions: 16,
    embed: async (asked, purpose) => {
      if (purpose === 'passage') texts.push(...asked);
      return asked.map(() => new Float32Array(16).fill(0.25));
    },
  };
  const options = { mode: 'hybrid', embedder, cacheDir: join(dir, 'cache'), signal } as const;
  const first = await evalRetrieval(dir, options);
  expect(texts).toHaveLength(3);
  expect((await evalRetrieval(dir, options)).ndcg10).toBe(first.ndcg10);
  expect(texts).toHaveLength(3);
});

test('the command prints one line of JSON', async () => {
  writeTwoGroups();
  expect(await runEval(['retrieval', dir, '--mode', 'keyword', '--json'])).toBe(0);
  const figures = ['ndcg10', 'recall20', 'hit5', 'mrr10', 'p50Ms', 'p99Ms'];
  expect(Object.keys(JSON.parse(printed.join('')))).toEqual(['set', 'mode', 'queries', ...figures]);
});

test.each([
  [[]],
  [['retrieval']],
  [['retrieval', 'x', '--mode', 'magic']],
  [['retrieval', 'x', '--nonsense']],
  [['answers']],
  [['answers', 'x', '--limit', 'few']],
  [['answers', 'x', '--model', 'm', '--no-model']],
  [['secrets']],
  [['secrets', 'x', '--mode', 'hybrid']],
])('wrong usage is told and ends with 2: %j', async (args) => {
  expect(await runEval(args)).toBe(2);
  expect(printed.join('\n')).toContain('Usage: quipu eval retrieval DIR');
});

test('a folder that is no collection is told and ends with 1', async () => {
  expect(await runEval(['retrieval', dir])).toBe(1);
  expect(printed.join('')).toContain('corpus.jsonl does not exist');
});

test('rankings are scored as trec_eval does', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 1],
  ]);
  const perfect = scoreRanking(['a', 'b', 'c'], grades);
  expect(perfect).toEqual({ ndcg10: 1, recall20: 1, hit5: 1, mrr10: 1 });
  const second = scoreRanking(['c', 'a'], grades);
  expect(second.ndcg10).toBeCloseTo(3 / Math.log2(3) / (3 + 1 / Math.log2(3)), 10);
  expect(second).toMatchObject({ recall20: 0.5, hit5: 1, mrr10: 0.5 });
  expect(scoreRanking([], grades)).toEqual({ ndcg10: 0, recall20: 0, hit5: 0, mrr10: 0 });
  expect(percentile([3, 1, 2], 0.5)).toBe(2);
  expect(percentile([], 0.5)).toBe(0);
  expect(mean([])).toBe(0);
});
