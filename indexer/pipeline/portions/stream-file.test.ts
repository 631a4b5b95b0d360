import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Portion } from '../../sources/portion.ts';
import type { ParserPool } from '../pool/parser-pool.ts';
import { type Indexing, startIndexing, startParsers } from '../testing/indexing.ts';

const parsers = startParsers();
/** What was asked of the parsers. */
let asked: { readonly portion: Portion; readonly text: string }[] = [];
/** Runs before a portion is parsed. */
let onPortion: (text: string, portion: Portion) => 'crash' | undefined = () => undefined;
const pool: ParserPool = {
  async read(bytes, meta, signal) {
    if (meta.portion !== undefined) {
      const text = Buffer.from(bytes).toString('latin1');
      asked.push({ portion: meta.portion, text });
      if (onPortion(text, meta.portion) === 'crash')
        return {
          ...{ parserId: 'mbox', parserVersion: 1, state: 'failed', reason: 'parser-crashed', detail: null },
          ...{ documents: [], rules: { off: [], touched: [] } },
        };
    }
    return parsers.read(bytes, meta, signal);
  },
  close: () => parsers.close(),
};
let at: Indexing;

beforeEach(() => {
  asked = [];
  onPortion = () => undefined;
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

const mail = (n: number, body = 'Quinces '.repeat(100)) =>
  `From anna@example.org Mon Mar  3 10:00:00 2025\nX-Mozilla-Status: 0001\nFrom: anna@example.org\nSubject: Mail ${n}\nMessage-ID: <${n}@example.org>\nDate: ${new Date(Date.UTC(2025, 2, 3, 10, n)).toUTCString()}\n\n${body}\nword${n}\n\n`;
/** About 1 MB: a portion holds 512 kB at most, and 150 mails. */
const mails = Array.from({ length: 1_000 }, (_, index) => mail(index + 1));
const box = () => at.path('Inbox');
const row = () => at.library.files.get(box());
const documents = () => at.library.documents.list({}, 'oldest', 10_000);
const titlesOf = (numbers: readonly number[]) => numbers.map((n) => `Mail ${n}`);

/** Reads the mailbox, and forgets what was asked for that. */
async function readOnce(): Promise<void> {
  at.write('Inbox', mails.join(''));
  await at.addFolder();
  asked = [];
}

async function lookAgain(): Promise<void> {
  await at.indexer.rescan(1);
  await at.idle();
}

describe('a mailbox that is read in portions', () => {
  it('has all its mails, in their order, and its row says so', async () => {
    at.write('Inbox', mails.join(''));
    await at.addFolder();
    expect(row()).toMatchObject({ state: 'indexed', reason: null, documents: 1_000, parserId: 'mbox' });
    expect(documents().map(({ title }) => title)).toEqual(titlesOf(mails.map((_, index) => index + 1)));
    expect(at.library.documents.totals().chunks).toBe(row()?.chunks);
    expect(asked.length).toBeGreaterThan(5);
    expect(at.finds('word999')).toEqual(['Inbox']);
  });

  it('that has grown is parsed from its last portion on, and its documents are the same', async () => {
    await readOnce();
    const before = documents();
    writeFileSync(box(), mail(1_001), { flag: 'a' });
    await lookAgain();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.portion.from.units).toBeGreaterThan(800);
    expect(documents().slice(0, 1_000)).toEqual(before);
    expect(documents()).toHaveLength(1_001);
    expect(at.finds('word1001')).toEqual(['Inbox']);
  });

  it('in which a mail program noted something is parsed there alone', async () => {
    await readOnce();
    const before = documents();
    const content = readFileSync(box(), 'latin1');
    const noted = content.indexOf('0001', content.indexOf('word500'));
    const file = openSync(box(), 'r+');
    writeSync(file, '0009', noted);
    closeSync(file);
    await lookAgain();
    expect(asked).toHaveLength(1);
    expect(row()).toMatchObject({
      state: 'partly',
      reason: 'left-out',
      detail: '1 deleted',
      documents: 999,
    });
    expect(documents()).toEqual(before.filter(({ title }) => title !== 'Mail 501'));
    expect(at.finds('word501')).toEqual([]);
  });

  it('that was compacted holds what is left, and nothing of what went', async () => {
    await readOnce();
    writeFileSync(box(), mails.filter((_, index) => index !== 400).join(''));
    await lookAgain();
    expect(row()).toMatchObject({ state: 'indexed', documents: 999 });
    expect(at.finds('word401')).toEqual([]);
    expect(at.finds('word402')).toEqual(['Inbox']);
    expect(new Set(documents().map(({ title }) => title)).size).toBe(999);
    // What stands before the change is not parsed.
    expect(Math.min(...asked.map(({ portion }) => portion.from.units))).toBeGreaterThan(200);
  });

  it('that was moved is not parsed', async () => {
    await readOnce();
    const before = documents();
    mkdirSync(at.path('old'));
    renameSync(box(), at.path('old/Inbox'));
    await lookAgain();
    expect(asked).toEqual([]);
    expect(documents()).toEqual(before.map((document) => ({ ...document, path: at.path('old/Inbox') })));
    expect(at.finds('word7')).toEqual(['old/Inbox']);
  });

  it('that was renamed is another folder: its mails are the same, and left out where that is for junk', async () => {
    await readOnce();
    const before = documents();
    renameSync(box(), at.path('Choir'));
    await lookAgain();
    expect(documents()).toEqual(before.map((document) => ({ ...document, path: at.path('Choir') })));
    expect(new Set(at.finds('choir'))).toEqual(new Set(['Choir']));
    expect(at.finds('inbox')).toEqual([]);
    renameSync(at.path('Choir'), at.path('Junk'));
    await lookAgain();
    expect(at.library.files.get(at.path('Junk'))).toMatchObject({
      ...{ state: 'skipped', reason: 'left-out', detail: '1,000 junk', documents: 0 },
    });
    expect(documents()).toEqual([]);
  });

  it('that is interrupted goes on where it was', async () => {
    at.write('Inbox', mails.join(''));
    await at.indexer.add(at.folder);
    await expect.poll(() => asked.length, { interval: 5 }).toBeGreaterThan(3);
    await at.restart(() => undefined);
    const written = at.library.documents.totals().documents;
    expect(row()?.state).toBe('pending');
    expect(written).toBeGreaterThan(300);
    asked = [];
    await at.idle();
    expect(asked[0]?.portion.from.units).toBe(written);
    expect(row()).toMatchObject({ state: 'indexed', documents: 1_000 });
    expect(new Set(documents().map(({ title }) => title)).size).toBe(1_000);
  });

  it('is found while the rest of it is read', async () => {
    let found: string[] = [];
    onPortion = (_text, { from }) => {
      if (from.units > 500 && found.length === 0) found = at.finds('word3');
      return undefined;
    };
    at.write('Inbox', mails.join(''));
    await at.addFolder();
    expect(found).toEqual(['Inbox']);
  });

  it('that is cut short or grows while it is read is true to the disk in the end', async () => {
    at.write('Inbox', mails.join(''));
    const half = mails.slice(0, 500).join('').length;
    onPortion = (_text, { from }) => {
      if (from.units > 600) truncateSync(box(), half);
      return undefined;
    };
    await at.addFolder();
    expect(row()).toMatchObject({ state: 'indexed', documents: 500, sizeBytes: half });
    let isAdded = false;
    onPortion = () => {
      if (!isAdded) writeFileSync(box(), mail(3_000), { flag: 'a' });
      isAdded = true;
      return undefined;
    };
    writeFileSync(box(), mail(2_999), { flag: 'a' });
    await lookAgain();
    await expect.poll(() => row()?.documents).toBe(502);
    expect(documents().at(-1)?.title).toBe('Mail 3000');
  });

  it('loses one mail alone to a parser that ends', async () => {
    onPortion = (text, { take }) => {
      const isHere = take === 'one' ? text.slice(0, 900).includes('Mail 377\n') : text.includes('Mail 377\n');
      return isHere && take !== 'none' ? 'crash' : undefined;
    };
    at.write('Inbox', mails.join(''));
    await at.addFolder();
    expect(row()).toMatchObject({
      ...{ state: 'partly', reason: 'corrupt', detail: 'message 377', documents: 999 },
    });
    expect(at.events).toContain('portion-unread');
  });

  it('is read whole again where that is asked for', async () => {
    await readOnce();
    const before = documents();
    await at.indexer.retry({ paths: [box()] });
    await at.idle();
    expect(asked.length).toBeGreaterThan(5);
    expect(documents()).toEqual(before);
  });

  it('gives way to another kind of file under its name', async () => {
    await readOnce();
    writeFileSync(box(), 'A list of plums.');
    await lookAgain();
    expect(row()).toMatchObject({ state: 'indexed', documents: 1, parserId: 'text' });
    expect(at.finds('word7')).toEqual([]);
    await readOnce();
    await lookAgain();
    expect(row()).toMatchObject({ state: 'indexed', documents: 1_000 });
    expect(at.library.integrity()).toEqual([]);
  });
});
