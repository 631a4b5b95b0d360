import { describe, expect, it } from 'vitest';
import type { ContentRule } from '../content-rules.ts';
import { defaultLimits } from '../limits.ts';
import type { FileMeta } from '../parser.ts';
import { type FileReading, readDocuments } from '../read-documents.ts';

function mail(headers: string): string {
  return `From: a@b.example\nSubject: Larch\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n${headers}\nLarch.\n`;
}

function read(text: string, meta: Partial<FileMeta> = {}): Promise<FileReading> {
  return readDocuments(
    new TextEncoder().encode(text),
    { name: 'a.eml', modifiedMs: 0, ...meta },
    defaultLimits,
  );
}

const leftOut = (detail: ContentRule) => ({
  ...{ state: 'skipped', reason: 'left-out', detail, documents: [] },
  rules: { off: [], touched: [detail] },
});

describe('a mail is left out', () => {
  it.each([
    ['X-Spam-Flag: YES\n', 'junk'],
    ['X-Spam-Status: Yes, score=9.1 required=5.0\n', 'junk'],
    ['X-Keywords: $Junk seen\n', 'junk'],
    ['X-Mozilla-Keys: junk\n', 'junk'],
    ['X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=\n', 'drafts'],
    ['X-Folder: Archive/Trash\n', 'deleted'],
  ] as const)('by what stands in it: %j', async (headers, rule) => {
    expect(await read(mail(headers))).toMatchObject(leftOut(rule));
  });

  it.each([
    ['Trash', 'deleted'],
    ['Spam', 'junk'],
    ['Brouillons', 'drafts'],
  ] as const)('by the folder it lies in: %s', async (folder, rule) => {
    expect(await read(mail(''), { mailFolder: [folder, '2019'] })).toMatchObject(leftOut(rule));
  });

  it('by the folder of an archive, and the rest of the archive is read', async () => {
    const mailbox = `From a@b Mon Mar  3 10:00:00 2025\n${mail('')}\n`;
    expect(await read(mailbox, { name: 'Junk.mbox' })).toMatchObject({
      ...leftOut('junk'),
      detail: '1 junk',
    });
    expect(await read(mailbox, { name: 'mbox', mailFolder: ['Choir'] })).toMatchObject({ state: 'indexed' });
  });
});

describe('a mail is found', () => {
  it.each([
    'X-Spam-Flag: NO\n',
    'X-Spam-Status: No, score=0.1\n',
    'X-Spam-Flag: YES\nX-Mozilla-Keys: NonJunk\n',
    'Subject: Yes, X-Spam\n',
  ])('that no filter means, or that a person took out again: %j', async (headers) => {
    expect(await read(mail(headers))).toMatchObject({ state: 'indexed', rules: { touched: [] } });
  });

  it('that came from somebody, though it lies among drafts', async () => {
    const reading = await read(mail('Received: by b.example; Mon, 3 Mar 2025 10:00:00 +0000\n'), {
      mailFolder: ['Drafts'],
    });
    expect(reading.state).toBe('indexed');
  });

  it('where its rule is off, with a tag that says what it is', async () => {
    const reading = await read(mail('X-Spam-Flag: YES\n'), { rulesOff: ['junk'], mailFolder: ['Choir'] });
    expect(reading).toMatchObject({ state: 'indexed', rules: { off: ['junk'], touched: ['junk'] } });
    expect(reading.documents[0]?.tags).toEqual(['Choir', 'junk']);
    expect(
      (await read(mail(''), { rulesOff: ['drafts'], mailFolder: ['Brouillons'] })).documents[0]?.tags,
    ).toEqual(['Brouillons', 'draft']);
    expect(await read(mail('X-Spam-Flag: YES\n'), { rulesOff: ['deleted'] })).toMatchObject({
      state: 'skipped',
    });
  });

  it('that is attached to one that is found', async () => {
    const spam = mail('X-Spam-Flag: YES\n').replaceAll('Larch', 'Spruce');
    const headers = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n';
    const report = `${mail(headers)}--q\n\nLook.\n--q\nContent-Type: message/rfc822\n\n${spam}\n--q--\n`;
    const { state, documents } = await read(report.replace('\nLarch.\n--q', '\n--q'));
    expect({ state, titles: documents.map(({ title }) => title) }).toEqual({
      state: 'indexed',
      titles: ['Larch', 'Spruce'],
    });
  });

  it('by its folders, labels and keywords, one word for each', async () => {
    const tags = async (headers: string, mailFolder: string[]) =>
      (await read(mail(headers), { mailFolder })).documents[0]?.tags;
    expect(await tags('', ['Archive', '2019'])).toEqual(['Archive', '2019']);
    expect(await tags('X-Keywords: choir $Forwarded NonJunk\nKeywords: song, may\n', ['Sent'])).toEqual([
      ...['Sent', 'choir', 'song', 'may'],
    ]);
    expect(await tags('X-Gmail-Labels: Inbox,Choir\n', ['All mail'])).toEqual(['Inbox', 'Choir']);
    expect(await tags('', ['Gesendete Objekte'])).toEqual(['Gesendete Objekte', 'sent']);
  });
});
