import { renameSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

/** When each file was read last, by name. */
function reads(sourceId: number): Record<string, string | null> {
  const rows = at.library.files.list(sourceId);
  return Object.fromEntries(rows.map(({ path, readAt }) => [path.slice(at.folder.length + 1), readAt]));
}

/** Files that were read since. */
function readSince(sourceId: number, before: Record<string, string | null>): string[] {
  return Object.entries(reads(sourceId))
    .filter(([name, readAt]) => before[name] !== readAt)
    .map(([name]) => name);
}

async function switchOff(sourceId: number, rulesOff: readonly string[]): Promise<void> {
  await at.indexer.ignore(sourceId, { rulesOff, patterns: [] });
  await at.idle();
}

describe('a content rule that is switched', () => {
  it('has only those files read again that it bears on, off and on again', async () => {
    at.write('plain.md', 'Hazel grows.');
    at.write('note.md', 'Hazel: the password is Zaunkoenig471x.');
    at.write('bill.md', 'Hazel: to DE89 3704 0044 0532 0130 00.');
    at.write('keys/login.pem', 'Hazel');
    const sourceId = await at.addFolder();
    expect(at.library.files.get(at.path('keys/login.pem'))).toMatchObject({ reason: 'secret-store' });
    for (const [rulesOff, files] of [
      [['secrets'], ['note.md']],
      [['secrets', 'accounts'], ['bill.md']],
      [['accounts'], ['note.md']],
      [['accounts', 'hidden', 'junk'], []],
      [['secret-stores', 'accounts'], ['keys/login.pem']],
      [[], ['bill.md', 'keys/login.pem']],
    ] as const) {
      const before = reads(sourceId);
      await switchOff(sourceId, rulesOff);
      expect(readSince(sourceId, before), rulesOff.join()).toEqual(files);
      const isShown = rulesOff.some((rule) => rule === 'secrets');
      expect(at.finds('zaunkoenig471x')).toEqual(isShown ? ['note.md'] : []);
    }
  });

  it('holds after a restart, and for a source that was paused', async () => {
    at.write('note.md', 'My password is Rotkehl3391x.');
    const sourceId = await at.addFolder();
    await at.indexer.pause(sourceId);
    await at.indexer.ignore(sourceId, { rulesOff: ['secrets'], patterns: [] });
    await at.restart(() => undefined);
    expect(at.finds('rotkehl3391x')).toEqual([]);
    await at.indexer.resume(sourceId);
    await at.idle();
    await expect.poll(() => at.finds('rotkehl3391x'), { timeout: 10_000 }).toEqual(['note.md']);
    const before = reads(sourceId);
    await at.restart(() => undefined);
    await at.idle();
    expect(readSince(sourceId, before)).toEqual([]);
  });

  it('goes with the folder a file lies in: keys are read where a person says so', async () => {
    at.write('.ssh/config', 'Host walnut');
    const sourceId = await at.addFolder();
    await switchOff(sourceId, ['hidden', 'secret-stores']);
    expect(at.finds('walnut')).toEqual(['.ssh/config']);
    await switchOff(sourceId, ['hidden']);
    expect(at.finds('walnut')).toEqual([]);
  });

  it('is obeyed by a file that moves into its source', async () => {
    at.write('open/a.md', 'Walnut');
    at.write('closed/note.md', 'The password is Pirol5520kk.');
    const { sourceId: open } = await at.indexer.add(at.path('open'));
    await at.indexer.add(at.path('closed'));
    await switchOff(open, ['secrets']);
    expect(at.finds('pirol5520kk')).toEqual([]);
    renameSync(at.path('closed/note.md'), at.path('open/note.md'));
    await expect.poll(() => at.finds('pirol5520kk'), { timeout: 10_000 }).toEqual(['open/note.md']);
  });
});
