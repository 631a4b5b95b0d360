import { unlinkSync } from 'node:fs';
import { afterAll, afterEach, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

afterEach(() => at.close());
afterAll(() => pool.close());

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 20 });

it('what is held back waits and says why, while changes are noted and what is gone is not found', async () => {
  let held: string | null = null;
  at = startIndexing(pool, { held: () => held });
  at.write('a.txt', 'Rowan');
  at.write('b.txt', 'Rowan');
  await at.addFolder();
  held = 'Waits for mains power.';
  at.indexer.heldChanged();
  expect(at.indexer.current()).toMatchObject({ phase: 'idle', notice: expect.not.stringContaining('mains') });

  at.write('c.txt', 'Rowan');
  unlinkSync(at.path('a.txt'));
  await eventually(() => at.library.files.get(at.path('c.txt'))?.state).toBe('pending');
  await eventually(() => at.finds('rowan')).toEqual(['b.txt']);
  await eventually(() => at.indexer.current()).toMatchObject({ phase: 'waiting', notice: held });
  expect(at.library.files.get(at.path('c.txt'))?.state).toBe('pending');

  held = null;
  at.indexer.heldChanged();
  await eventually(() => at.finds('rowan')).toEqual(['b.txt', 'c.txt']);
});

it('whoever waits for everything is not kept waiting', async () => {
  at = startIndexing(pool, { held: () => 'Waits until the computer is idle.' });
  at.write('a.txt', 'Rowan');
  await at.indexer.add(at.folder);
  await eventually(() => at.indexer.current().phase).toBe('waiting');
  await at.idle();
  expect(at.finds('rowan')).toEqual(['a.txt']);
});
