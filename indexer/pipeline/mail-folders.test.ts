import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

let number = 0;
function mail(): string {
  number += 1;
  const id = `Message-ID: <${number}@b.example>\n`;
  return `From: a@b.example\nTo: c@b.example\nSubject: Alder ${number}\n${id}Date: Mon, 3 Mar 2025 10:00:00 +0000\n\nAlder ${number}.\n`;
}
const mailbox = (): string => `From a@b.example Mon Mar  3 10:00:00 2025\n${mail()}\n`;
const emlx = (): string => {
  const message = mail();
  return `${Buffer.byteLength(message)}\n${message}<?xml version="1.0"?><plist><dict><key>flags</key><integer>0</integer></dict></plist>`;
};
const name = (): string => `17000000${number % 90}0.M${number}P2.host:2,S`;

/** Why each file was left out, or the tags of its mail. */
function told(sourceId: number): Record<string, unknown> {
  return Object.fromEntries(
    at.library.files
      .list(sourceId)
      .map(({ path, reason, detail }) => [
        path.slice(at.folder.length + 1).replace(/\d{9,}\.M\d+P2\.host:2,S$/, '*'),
        reason === 'left-out' ? `${reason}: ${detail}` : reason,
      ]),
  );
}

describe('mail that lies in a folder for junk, deleted mail or drafts', () => {
  it('has a row that says so, in the form of every mail program', async () => {
    at.write(`Maildir/Trash/cur/${name()}`, mail());
    at.write(`Maildir/Choir/cur/${name()}`, mail());
    at.write('Thunderbird/Junk', mailbox());
    at.write('Thunderbird/Inbox', mailbox());
    at.write('Thunderbird/Trash.sbd/2019', mailbox());
    at.write('Apple/Deleted Messages.mbox/Data/Messages/1.emlx', emlx());
    at.write('Apple/INBOX.mbox/Data/Messages/2.emlx', emlx());
    at.write('Apple/Exported Drafts/Drafts.mbox/mbox', mailbox());
    at.write('Drafts/letter.md', 'Alder, for the council.');
    at.write('Drafts/answer.eml', mail());
    const sourceId = await at.addFolder();
    expect(told(sourceId)).toEqual({
      'Maildir/Trash/cur/*': 'left-out: deleted',
      'Maildir/Choir/cur/*': null,
      'Thunderbird/Junk': 'left-out: 1 junk',
      'Thunderbird/Inbox': null,
      'Thunderbird/Trash.sbd/2019': 'left-out: 1 deleted',
      'Apple/Deleted Messages.mbox/Data/Messages/1.emlx': 'left-out: deleted',
      'Apple/INBOX.mbox/Data/Messages/2.emlx': null,
      'Apple/Exported Drafts/Drafts.mbox/mbox': 'left-out: 1 drafts',
      'Drafts/letter.md': null,
      'Drafts/answer.eml': 'left-out: drafts',
    });
  });

  it('is looked at in a Maildir++, whose folders begin with a dot as hidden ones do', async () => {
    const [inbox, sent, trash] = [name(), `1${name()}`.slice(0, 40), `2${name()}`.slice(0, 40)];
    at.write(`Maildir/cur/${inbox}`, mail());
    mkdirSync(at.path('Maildir/new'));
    at.write(`Maildir/.Sent/cur/${sent}`, mail());
    at.write(`Maildir/.Trash/cur/${trash}`, mail());
    at.write('Maildir/.Sent/dovecot-uidlist', '3 V1 N2');
    at.write('Maildir/.git/config', 'Alder');
    at.write('.Sent/cur/note.md', 'Alder');
    const sourceId = await at.addFolder();
    const rows = {
      'Maildir/cur/*': null,
      'Maildir/.Sent/cur/*': null,
      'Maildir/.Trash/cur/*': 'left-out: deleted',
    };
    expect(told(sourceId)).toEqual(rows);
    expect(at.finds('sent')).toEqual([`Maildir/.Sent/cur/${sent}`]);
    expect((await at.indexer.why(at.path(`Maildir/.Sent/cur/${sent}`), null)).verdict).toBe('found');
    at.write('Maildir/.Sent/cur/1700000999.M1P2.host:2,S', mail());
    await expect.poll(() => at.finds('sent').length, { timeout: 10_000 }).toBe(2);
    await at.restart(() => undefined);
    await at.idle();
    expect(told(sourceId)).toEqual(rows);
    expect(at.finds('sent')).toHaveLength(2);
  });

  it('is indexed with a tag where its rule is off, and nothing else is read again', async () => {
    at.write('Mail/Junk/1.eml', mail());
    at.write('Mail/Trash/2.eml', mail());
    at.write('Mail/Choir/3.eml', mail());
    const sourceId = await at.addFolder();
    const readAt = (path: string) => at.library.files.get(at.path(path))?.readAt;
    const before = [readAt('Mail/Trash/2.eml'), readAt('Mail/Choir/3.eml')];
    await at.indexer.ignore(sourceId, { rulesOff: ['junk'], patterns: [] });
    await at.idle();
    expect(at.finds('junk')).toEqual(['Mail/Junk/1.eml']);
    expect([readAt('Mail/Trash/2.eml'), readAt('Mail/Choir/3.eml')]).toEqual(before);
    await at.indexer.ignore(sourceId, { rulesOff: [], patterns: [] });
    await at.idle();
    expect(at.finds('junk')).toEqual([]);
    expect(at.library.files.get(at.path('Mail/Junk/1.eml'))).toMatchObject({
      state: 'skipped',
      documents: 0,
    });
  });

  it('is left out, and let in again, as it moves from folder to folder', async () => {
    at.write('Mail/Choir/1.eml', mail());
    const sourceId = await at.addFolder();
    expect(at.finds('alder')).toEqual(['Mail/Choir/1.eml']);
    for (const [from, to, reason] of [
      ['Mail/Choir/1.eml', 'Mail/Trash/1.eml', 'left-out: deleted'],
      ['Mail/Trash/1.eml', 'Mail/Sent/1.eml', null],
    ] as const) {
      mkdirSync(dirname(at.path(to)));
      renameSync(at.path(from), at.path(to));
      await expect.poll(() => told(sourceId)[to], { timeout: 10_000 }).toBe(reason);
      await at.idle();
    }
    expect(at.finds('sent')).toEqual(['Mail/Sent/1.eml']);
  });

  it('is found where the folder itself was added, whatever it is called', async () => {
    at.write('Trash/1.eml', mail());
    await at.indexer.add(at.path('Trash'));
    await at.idle();
    expect(at.finds('alder')).toEqual(['Trash/1.eml']);
  });
});
