import { afterAll, afterEach, expect, it } from 'vitest';
import { watchSource } from '../watch/watch-source.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

afterEach(() => at.close());
afterAll(() => pool.close());

it('a source that the system does not watch is looked through, says so, and is watched again when it can be', async () => {
  let isFull = true;
  at = startIndexing(pool, {
    watch(scope, isFolder, events) {
      const watch = watchSource(scope, isFolder, events);
      /** The limit of watched folders is reached: every one of them fails, and nothing is told. */
      const cover = async (folder: string) => (isFull ? events.broken('ENOSPC') : watch.cover(folder));
      return { ...watch, cover };
    },
  });
  at.write('a.txt', 'Blackthorn');
  const sourceId = await at.addFolder();
  expect(at.indexer.unwatched()).toEqual([{ sourceId, code: 'ENOSPC' }]);
  expect(at.events.filter((event) => event === 'not-watched')).toHaveLength(1);

  at.write('b.txt', 'Blackthorn');
  await at.indexer.rescan(sourceId);
  await at.idle();
  expect(at.finds('blackthorn')).toEqual(['a.txt', 'b.txt']);
  expect(at.indexer.unwatched()).toHaveLength(1);

  isFull = false;
  await at.indexer.rescan(sourceId);
  expect(at.indexer.unwatched()).toEqual([]);
  at.write('c.txt', 'Blackthorn');
  await expect.poll(() => at.finds('blackthorn'), { timeout: 10_000 }).toContain('c.txt');
});
