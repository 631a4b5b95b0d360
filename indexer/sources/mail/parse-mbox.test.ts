import { describe, expect, it } from 'vitest';
import { isUnsupported } from '../detect.ts';
import { defaultLimits } from '../limits.ts';
import { read } from '../testing/read.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const separator = 'From - Mon Mar 03 10:00:00 2025\n';
const mail = (subject: string, headers = '', body = 'They come on Friday.') =>
  `From: anna@example.org\nSubject: ${subject}\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n${headers}\n${body}\n\n`;
const titles = ({ documents }: Awaited<ReturnType<typeof read>>) => documents.map(({ title }) => title);

describe('a mailbox', () => {
  const two = separator + mail('One') + separator + mail('Two');

  it.each(['Inbox', 'All mail Including Spam and Trash.mbox', 'Projects.2024', 'archive.sbd-old'])(
    'is known by its content where it is named %s',
    async (name) => {
      expect(isUnsupported(bytesOf(two), name)).toBe(false);
      expect(titles(await read(name, two))).toEqual(['One', 'Two']);
    },
  );

  it('has its messages told apart where lines end with carriage returns', async () => {
    expect(titles(await read('Inbox', two.replaceAll('\n', '\r\n')))).toEqual(['One', 'Two']);
  });

  it('keeps its neighbours where a message is broken', async () => {
    const flood = mail('Flood', 'Content-Type: multipart/mixed; boundary=b\n', '\n--b\n\nx'.repeat(6_000));
    const reading = await read(
      'Inbox',
      separator + mail('One') + separator + flood + separator + mail('Two'),
    );
    expect(reading).toMatchObject({ state: 'partly', reason: 'corrupt', detail: 'message 2' });
    expect(titles(reading)).toEqual(['One', 'Two']);
  });

  it('without dates in its separators is split where an empty line and headers are around one', async () => {
    const text = `From nobody\n${mail('One', '', 'From here on it is text.\n\nFrom there too.')}From nobody\n${mail('Two')}`;
    expect(titles(await read('old.mbox', text))).toEqual(['One', 'Two']);
  });

  it('is text where it only begins like one', async () => {
    const reading = await read('letter', 'From Anna to Jonas, 10:00 on Monday in 2025:\nCome soon.\n');
    expect(reading.parserId).toBe('text');
  });

  it('that holds deleted mails, drafts and junk alone is skipped, with their number', async () => {
    const text = ['Trash', 'Drafts', 'Spam', 'Bin,Important']
      .map((labels) => separator + mail('Old', `X-Gmail-Labels: ${labels}\n`))
      .join('');
    expect(await read('takeout', text)).toMatchObject({
      ...{ state: 'skipped', reason: 'left-out', detail: '2 deleted, 1 drafts, 1 junk', documents: [] },
    });
  });

  it('is cut at the limit of text, and says so', async () => {
    const many = (separator + mail('One', '', 'many words '.repeat(100))).repeat(10);
    const reading = await read('Inbox', many, { ...defaultLimits, textChars: 3_000 });
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents.length).toBeLessThan(5);
  });

  it('attached to a mail gives each message a name under it', async () => {
    const headers = 'Content-Type: application/mbox; name=old.mbox\nContent-Disposition: attachment\n';
    const { documents } = await read('mail.eml', mail('Outer', headers, two));
    expect(documents.map(({ member }) => member)).toEqual([
      ...[null, 'old.mbox › message 1', 'old.mbox › message 2'],
    ]);
  });
});

describe('a mail in a Maildir', () => {
  it.each(['1700000000.M1P2.host:2,S', '1700000000.M1P2V3.mail.example.org', '1700000000.M1P2.host;2,RS'])(
    '%s is read as a mail',
    async (name) => {
      expect(isUnsupported(bytesOf(mail('One')), name)).toBe(false);
      expect(await read(name, mail('One'))).toMatchObject({ state: 'indexed', parserId: 'mail' });
    },
  );

  it.each([
    ['1700000000.M1P2.host:2,ST', 'deleted'],
    ['1700000000.M1P2.host!2,D', 'drafts'],
  ])('%s is left out', async (name, detail) => {
    const reading = await read(name, mail('One'));
    expect(reading).toMatchObject({ state: 'skipped', reason: 'left-out', detail, documents: [] });
  });
});
