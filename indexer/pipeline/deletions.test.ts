import { cpSync, mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

afterEach(() => at.close());
afterAll(() => pool.close());

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 20 });

/** A source of `count` files that each hold the word "quince". */
async function sourceOf(count: number, settleMs: number): Promise<number> {
  at = startIndexing(pool, { settleMs });
  for (let n = 0; n < count; n++) at.write(`${n % 4}/${n}.txt`, `Quince number ${n}.`);
  return await at.addFolder();
}
const never = 1_000_000;
const soon = 200;

describe('a deleted file', () => {
  it('is hidden at once, goes for good after the settle time, and costs its neighbours nothing', async () => {
    const sourceId = await sourceOf(10, soon);
    unlinkSync(at.path('1/1.txt'));
    await eventually(() => at.finds('quince').length).toBe(9);
    await eventually(() => at.library.files.list(sourceId).length).toBe(9);
    expect(at.library.documents.totals().documents).toBe(9);
    expect(at.library.integrity()).toEqual([]);
  });

  it('that comes back within the settle time is found again, unread', async () => {
    await sourceOf(10, never);
    const readAt = at.library.files.get(at.path('1/1.txt'))?.readAt;
    renameSync(at.path('1/1.txt'), `${at.folder}-kept`);
    await eventually(() => at.finds('quince').length).toBe(9);
    expect(at.library.files.get(at.path('1/1.txt'))?.reason).toBe('missing');
    renameSync(`${at.folder}-kept`, at.path('1/1.txt'));
    await eventually(() => at.finds('quince').length).toBe(10);
    await at.idle();
    expect(at.library.files.get(at.path('1/1.txt'))).toMatchObject({ readAt, state: 'indexed' });
  });

  it('that went while the app was shut goes for good at a later start, with time to come back', async () => {
    const sourceId = await sourceOf(10, 300);
    await at.restart(() => unlinkSync(at.path('2/2.txt')));
    await at.idle();
    expect(at.finds('quince')).toHaveLength(9);
    await eventually(() => at.library.files.list(sourceId).length).toBe(9);
  });
});

describe('a clock that is set', () => {
  it('forward makes no deletion due', async () => {
    const sourceId = await sourceOf(10, never);
    unlinkSync(at.path('1/1.txt'));
    await eventually(() => at.finds('quince').length).toBe(9);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 365 * 24 * 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    await at.restart(() => undefined);
    await at.idle();
    expect(at.library.files.list(sourceId)).toHaveLength(10);
  });

  it('back by years keeps none for as long', async () => {
    const sourceId = await sourceOf(10, soon);
    await at.restart(() => unlinkSync(at.path('1/1.txt')));
    await eventually(() => at.library.files.missingCount(sourceId)).toBe(1);
    const { dir } = at.library;
    await at.restart(() => {
      const db = new Database(join(dir, 'library.db'));
      db.exec(`UPDATE file SET missing_since = '2099-01-01T00:00:00.000Z' WHERE missing_since IS NOT NULL`);
      db.close();
    });
    await eventually(() => at.library.files.list(sourceId).length).toBe(9);
  });
});

describe('many files missing at once', () => {
  it('are hidden but kept, and the source says so, until they come back', async () => {
    const sourceId = await sourceOf(80, soon);
    renameSync(at.path('1'), `${at.folder}-1`);
    renameSync(at.path('2'), `${at.folder}-2`);
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('missing');
    expect(at.finds('quince')).toHaveLength(40);
    expect(at.library.files.missingCount(sourceId)).toBe(40);
    expect(at.library.documents.totals().documents).toBe(80);
    renameSync(`${at.folder}-1`, at.path('1'));
    renameSync(`${at.folder}-2`, at.path('2'));
    await eventually(() => at.finds('quince').length).toBe(80);
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('watching');
  });

  it('go when a person has the source looked through again', async () => {
    const sourceId = await sourceOf(80, soon);
    for (const folder of ['1', '2', '3']) rmSync(at.path(folder), { recursive: true });
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('missing');
    await at.indexer.rescan(sourceId);
    await eventually(() => at.library.files.list(sourceId).length).toBe(20);
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('watching');
    expect(at.library.integrity()).toEqual([]);
  });
});

describe('many deletions that a person confirms', () => {
  it('are waited for, also where new files are being read meanwhile', async () => {
    const sourceId = await sourceOf(80, never);
    for (const folder of ['1', '2', '3']) rmSync(at.path(folder), { recursive: true });
    for (let n = 0; n < 40; n++) at.write(`new/${n}.txt`, `Medlar number ${n}.`);
    await at.indexer.rescan(sourceId);
    await at.idle();
    expect(at.library.files.list(sourceId)).toHaveLength(60);
    expect(at.library.sources.get(sourceId)?.state).toBe('watching');
    expect(at.indexer.current().filesDropped).toBe(60);
  });
});

describe('a source whose root is away', () => {
  it('keeps everything, hidden, and has it back with the root, unread', async () => {
    const sourceId = await sourceOf(30, soon);
    const readAt = at.library.files.list(sourceId).map((row) => row.readAt);
    renameSync(at.folder, `${at.folder}-away`);
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('missing');
    await eventually(() => at.finds('quince').length).toBe(0);
    await at.restart(() => undefined);
    await at.idle();
    expect(at.library.files.missingCount(sourceId)).toBe(30);
    renameSync(`${at.folder}-away`, at.folder);
    await eventually(() => at.finds('quince').length).toBe(30);
    await eventually(() => at.library.sources.get(sourceId)?.state).toBe('watching');
    expect(at.library.files.list(sourceId).map((row) => row.readAt)).toEqual(readAt);
    at.write('after.txt', 'Quince again.');
    await eventually(() => at.finds('quince').length).toBe(31);
  });

  it('does not take an empty folder in its place for the truth, not even when looked through on request', async () => {
    const sourceId = await sourceOf(30, soon);
    await at.restart(() => {
      renameSync(at.folder, `${at.folder}-away`);
      mkdirSync(at.folder);
    });
    await at.idle();
    await at.indexer.rescan(sourceId);
    expect(at.library.sources.get(sourceId)?.state).toBe('missing');
    expect(at.library.documents.totals().documents).toBe(30);
  });

  it('takes a restored copy of its files for its own', async () => {
    const sourceId = await sourceOf(30, soon);
    const { rootId } = at.library.sources.get(sourceId) ?? {};
    await at.restart(() => {
      cpSync(at.folder, `${at.folder}-copy`, { recursive: true, preserveTimestamps: true });
      renameSync(at.folder, `${at.folder}-old`);
      renameSync(`${at.folder}-copy`, at.folder);
    });
    await at.idle();
    expect(at.library.sources.get(sourceId)).toMatchObject({ state: 'watching' });
    expect(at.library.sources.get(sourceId)?.rootId).not.toBe(rootId);
    unlinkSync(at.path('3/3.txt'));
    await eventually(() => at.library.files.list(sourceId).length).toBe(29);
  });
});
