import { copyFileSync, existsSync, renameSync, truncateSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { ParserPool } from '../pool/parser-pool.ts';
import { type Indexing, startIndexing, startParsers } from '../testing/indexing.ts';

/** Archives cannot be written here, so a real one is copied from where it lies beside the checkout. */
const real = fileURLToPath(
  new URL('../../../../shared/data/formats/pst/testPST_variousBodyTypes.pst', import.meta.url),
);
const missing = !existsSync(real);
if (missing) process.stdout.write('skipped: no Outlook archive beside this checkout\n');

const parsers = startParsers();
let asked = 0;
const pool: ParserPool = {
  read(bytes, meta, signal, slices) {
    if (meta.portion !== undefined) asked += 1;
    expect(bytes.length).toBeLessThan(1_000_000);
    return parsers.read(bytes, meta, signal, slices);
  },
  close: () => parsers.close(),
};
let at: Indexing;

beforeEach(() => {
  asked = 0;
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

/** A hole behind its end, as large as no file that is read whole. */
function writeArchive(name: string): string {
  const path = at.write(name, '');
  copyFileSync(real, path);
  truncateSync(path, 210_000_000);
  return path;
}

it.skipIf(missing)('an Outlook archive of any size is read, and not again where it is the same', async () => {
  const path = writeArchive('mail.pst');
  await at.addFolder();
  expect(at.library.files.get(path)).toMatchObject({ state: 'indexed', documents: 4, parserId: 'pst' });
  const mails = at.library.documents.list({}, 'oldest', 10);
  expect(mails.map(({ member }) => member).sort()).toEqual([1, 2, 3, 4].map((n) => `message ${n}`));
  expect(asked).toBe(1);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  await at.indexer.rescan(1);
  await at.idle();
  expect(asked).toBe(1);
  const moved = at.path('old/mail.pst');
  at.write('old/note.txt', 'A note.');
  renameSync(path, moved);
  await at.indexer.rescan(1);
  await at.idle();
  expect(asked).toBeLessThanOrEqual(2);
  expect(
    at.library.documents.list({}, 'oldest', 10).filter(({ path: place }) => place === moved),
  ).toHaveLength(4);
});

it.skipIf(missing)('an Outlook archive that changed has the same documents under the same ids', async () => {
  const path = writeArchive('mail.pst');
  await at.addFolder();
  const mails = at.library.documents.list({}, 'oldest', 10);
  truncateSync(path, 205_000_000);
  await at.indexer.rescan(1);
  await at.idle();
  expect(asked).toBe(2);
  expect(at.library.documents.list({}, 'oldest', 10)).toEqual(mails);
});

it('an Outlook archive that is damaged says so, whatever its size', async () => {
  const path = at.write('mail.ost', '!BDN and nothing of an archive');
  truncateSync(path, 210_000_000);
  at.write('note.txt', 'A damson.');
  await at.addFolder();
  expect(at.library.files.get(path)).toMatchObject({ state: 'failed', reason: 'corrupt', documents: 0 });
  expect(at.finds('damson')).toEqual(['note.txt']);
});
