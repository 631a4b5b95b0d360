import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/read.ts';
import { checkStore } from './check-store.ts';
import { PSTFile } from './pst-library.ts';
import { wastebasketNode } from './wastebasket.ts';

/** Archives cannot be written here, so a real one is read where it lies beside the checkout. */
const real = new URL('../../../../shared/data/formats/pst/testPST_variousBodyTypes.pst', import.meta.url);
const missing = !existsSync(real);
if (missing) process.stdout.write('skipped: no Outlook archive beside this checkout\n');

/** An archive of the Unicode kind whose two trees begin at a page that points to the given one, a level below. */
function archiveOf(child: number, childLevel: number): Uint8Array {
  const bytes = Buffer.alloc(4096);
  bytes.write('!BDN');
  bytes.writeUInt16LE(23, 10);
  for (const root of [224, 240]) bytes.writeBigUInt64LE(1024n, root);
  bytes.writeUInt8(1, 1024 + 488);
  bytes.writeUInt8(2, 1024 + 491);
  bytes.writeBigUInt64LE(BigInt(child), 1024 + 16);
  bytes.writeUInt8(childLevel, 2048 + 491);
  return bytes;
}

describe('an Outlook archive', () => {
  it.each([
    ['a tree that leads back to itself', archiveOf(1024, 0)],
    ['a tree that does not lead down', archiveOf(2048, 2)],
    ['a tree that leads out of the file', archiveOf(1_000_000, 0)],
    ['nothing behind its signature', archiveOf(2048, 0).subarray(0, 100)],
    ['trees that hold nothing', archiveOf(2048, 0)],
  ])('with %s is damaged, not endless', async (_what, bytes) => {
    expect(await read('mail.pst', bytes)).toMatchObject({ state: 'failed', reason: 'corrupt' });
  });

  it('passes the check of its trees where they lead down', () => {
    expect(() => checkStore(archiveOf(2048, 0))).not.toThrow();
  });

  it('is not what a text with its ending is', async () => {
    expect(await read('mail.ost', Buffer.from('only words'))).toMatchObject({ reason: 'mislabelled' });
  });

  it.skipIf(missing)('that is cut short says so, with what is left of it', async () => {
    const bytes = readFileSync(real);
    const reading = await read('mail.pst', bytes.subarray(0, bytes.length / 2));
    expect(reading).toMatchObject({ state: 'partly', reason: 'corrupt' });
    expect(reading.documents).not.toEqual([]);
  });

  it.skipIf(missing)('names its folder for deleted items', () => {
    const file = new PSTFile(readFileSync(real));
    const folders = file.getRootFolder().getSubFolders()[0]?.getSubFolders() ?? [];
    const named = folders.find(({ displayName }) => displayName === 'Deleted Items');
    expect(wastebasketNode(file)).toBe(named?.descriptorNodeId.toNumber());
  });

  it.skipIf(missing)('gives each mail its folders and its number', async () => {
    const { state, parserId, documents } = await read('mail.pst', readFileSync(real));
    expect({ state, parserId }).toEqual({ state: 'indexed', parserId: 'pst' });
    const mails = documents.filter(({ isQuotation }) => !isQuotation);
    expect(mails.map(({ member }) => member)).toEqual([1, 2, 3, 4].map((number) => `message ${number}`));
    for (const [index, { tags, passages }] of mails.entries()) {
      expect(tags).toEqual(['Inbox', 'tmp']);
      expect(passages.map(({ place }) => place)).toContainEqual({ message: index + 1 });
    }
  });
});
