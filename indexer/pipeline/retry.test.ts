import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

async function addFiles(): Promise<number> {
  at.write('a.md', 'Alder');
  at.write('sub/b.md', 'Birch');
  at.write('sub/c.xyz', 'Cedar');
  at.write('empty.md', '');
  return await at.addFolder();
}

/** Names of the files that were read since the times were noted. */
function readTimes(): Map<string, string | null> {
  return new Map(
    at.library.sources
      .list()
      .flatMap(({ sourceId }) => at.library.files.list(sourceId))
      .map(({ path, readAt }) => [path.slice(at.folder.length + 1), readAt]),
  );
}

async function readAgain(act: () => Promise<number>): Promise<{ count: number; names: string[] }> {
  const before = readTimes();
  const count = await act();
  await at.idle();
  const names = [...readTimes()]
    .filter(([name, readAt]) => before.get(name) !== readAt)
    .map(([name]) => name);
  return { count, names: names.sort() };
}

it('a file is read again though nothing of it changed, and keeps its document', async () => {
  await addFiles();
  const [before] = at.library.documents.list({}, 'newest', 10);
  expect(await readAgain(() => at.indexer.retry({ paths: [at.path('a.md')] }))).toEqual({
    count: 1,
    names: ['a.md'],
  });
  const ids = at.library.documents.list({}, 'newest', 10).map(({ documentId }) => documentId);
  expect(ids).toContain(before?.documentId);
  expect(at.library.files.get(at.path('a.md'))).toMatchObject({ state: 'indexed', documents: 1 });
  expect(at.library.integrity()).toEqual([]);
});

it('a folder is all that is in it', async () => {
  await addFiles();
  expect(await readAgain(() => at.indexer.retry({ paths: [at.path('sub')] }))).toEqual({
    count: 2,
    names: ['sub/b.md', 'sub/c.xyz'],
  });
});

it('all files of a reason are read again, or all that are not wholly indexed', async () => {
  await addFiles();
  expect(await readAgain(() => at.indexer.retry({ reason: 'unsupported-format' }))).toEqual({
    count: 1,
    names: ['sub/c.xyz'],
  });
  expect(await readAgain(() => at.indexer.retry({}))).toEqual({ count: 2, names: ['empty.md', 'sub/c.xyz'] });
});

it('a retry that was not come to is made up for after the next start', async () => {
  await addFiles();
  const before = readTimes().get('a.md');
  await at.restart(() => undefined);
  await at.idle();
  expect(readTimes().get('a.md')).toBe(before);
  at.library.files.markAll([{ kind: 'again', path: at.path('a.md') }]);
  await at.restart(() => undefined);
  await at.idle();
  expect(readTimes().get('a.md')).not.toBe(before);
});

it('what is missing stays missing, and what is not known is told', async () => {
  await addFiles();
  rmSync(at.path('sub'), { recursive: true });
  await expect.poll(() => at.finds('birch')).toEqual([]);
  await at.indexer.retry({ reason: 'missing' });
  await at.idle();
  expect(at.library.files.get(at.path('sub/b.md'))?.reason).toBe('missing');
  for (const name of ['never.md', '.git/config'])
    await expect(at.indexer.retry({ paths: [at.path(name)] })).rejects.toMatchObject({
      code: 'not-in-ledger',
    });
});
