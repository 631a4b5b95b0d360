import { afterAll, afterEach, expect, it } from 'vitest';
import { type WatchEvents, watchSource } from '../watch/watch-source.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

afterEach(() => at.close());
afterAll(() => pool.close());

it('a source that the system does not watch is looked through, says so, and is watched again when it can be', async () => {
  let isFull = true;
  let watches = 0;
  at = startIndexing(pool, {
    watch: (scope, isFolder, events) => {
      watches++;
      return watchSource(scope, isFolder, isFull ? full(events) : events);
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
  expect(watches).toBe(3);
  at.write('c.txt', 'Blackthorn');
  await expect.poll(() => at.finds('blackthorn'), { timeout: 10_000 }).toContain('c.txt');
});

/** The limit of watched folders is reached: every one of them fails, and nothing is told. */
function full(events: WatchEvents): WatchEvents {
  setTimeout(() => {
    for (let folder = 0; folder < 100; folder++) events.broken('ENOSPC');
  });
  return { ...events, dirty: () => undefined, folder: () => undefined };
}
