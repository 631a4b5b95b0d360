import { describe, expect, it } from 'vitest';
import { chunkDocument } from '../../chunk/chunk-document.ts';
import { defaultLimits } from '../limits.ts';
import type { ParsedDocument } from '../parser.ts';
import { readDocuments } from '../read-documents.ts';
import { ChosenSecrets } from './chosen-secrets.ts';
import { withholdSecrets } from './withhold.ts';

async function documentsOf(name: string, text: string): Promise<readonly ParsedDocument[]> {
  const bytes = new TextEncoder().encode(text);
  return (await readDocuments(bytes, { name, modifiedMs: 0 }, defaultLimits)).documents;
}

const passagesOf = ({ text, passages }: ParsedDocument) =>
  passages.map(({ start, end, place }) => [text.slice(start, end), place]);

const key = [
  '-----BEGIN PRIVATE',
  ' KEY-----\nMC4CAQAwBQYDK2VwBCIEIKx0Pq7mTz\nWv5nRy2dLs9hQbFg\n-----END PRIVATE',
  ' KEY-----',
].join('');

describe('a document without its secrets', () => {
  it('says what was left out, and keeps the place of every other line', async () => {
    const [document] = await documentsOf(
      'trip.txt',
      `Ferry at nine.\n\nPasswort: Kiefer!88 am Tor\n\n${key}\n\nBring the tent.\nPIN is 4471.\n`,
    );
    expect(document && passagesOf(document)).toEqual([
      ['Ferry at nine.', { line: 1 }],
      ['Passwort: [withheld: password] am Tor', { line: 3 }],
      ['[withheld: private key]', { line: 5 }],
      ['Bring the tent.', { line: 10 }],
      ['PIN is [withheld: PIN].', { line: 11 }],
    ]);
    expect(document?.withheld).toEqual([
      { kind: 'password', count: 1 },
      { kind: 'private key', count: 1 },
      { kind: 'PIN', count: 1 },
    ]);
    const chunks = document === undefined ? [] : chunkDocument(document);
    expect(chunks.map(({ start, end }) => document?.text.slice(start, end)).join('')).toContain(
      'Bring the tent.',
    );
  });

  it('keeps line ends, so that lines that are counted in the text stay right', async () => {
    const body = `Hello,\r\n\r\n${key.replaceAll('\n', '\r\n')}\r\n\r\nSee you.\r\n`;
    const [mail] = await documentsOf(
      'a.eml',
      `From: a@b.example\r\nSubject: key\r\nDate: Mon, 3 Mar 2025 10:00:00 +0000\r\n\r\n${body}`,
    );
    for (const { start, place } of mail?.passages ?? [])
      expect(place).toEqual({ line: mail?.text.slice(0, start).split('\n').length ?? 0 });
    expect(mail?.text).toContain('See you.');
    expect(mail?.text).not.toContain('MC4CAQ');
  });

  it('keeps the names of a table’s columns where they stand', async () => {
    const [table] = await documentsOf(
      'logins.csv',
      'Account,Note\nBank,Passwort: Kiefer!88\nShop,Passwort: Tanne?77\n',
    );
    const headers = table?.passages.flatMap(({ header }) => (header === undefined ? [] : [header]));
    expect(table?.text).not.toMatch(/Kiefer|Tanne/);
    expect(headers?.length).toBeGreaterThan(0);
    for (const { start, end } of headers ?? []) expect(table?.text.slice(start, end)).toBe('Account | Note');
  });

  it('ends a passage that a secret begins in and starts one that it ends in', async () => {
    const text =
      '1. legal\n2. winner\n3. thank\n4. year\n5. wave\n6. sausage\n7. worth\n8. useful\n9. legal\n10. winner\n11. thank\n12. yellow (wallet)\n\nDone.';
    const [document] = await documentsOf('w.txt', text);
    expect(document && passagesOf(document)).toEqual([
      ['1. [withheld: seed phrase]', { line: 1 }],
      ['(wallet)', { line: 12 }],
      ['Done.', { line: 14 }],
    ]);
  });

  it('is clean in its title, names, tags and hidden text too, where they repeat a secret or hold their own', async () => {
    const [base] = await documentsOf('a.txt', 'The door code is 55120 and the password is Kiefer!88.');
    if (base === undefined) throw new Error('a text has a document');
    const [document] = await withholdSecrets(
      [
        {
          ...base,
          text: 'My password is Kiefer!88-lang',
          passages: [],
          withheld: [],
          title: 'My password is Kiefer!8',
          member: 'PIN 4471.txt',
          people: [{ name: 'password: Birne77', address: 'a@b.example', role: 'from' }],
          thread: { messageId: null, references: [], subject: 'wifi Kiefer!88-lang' },
          attachments: [{ name: 'pw Kiefer!88-lang.pdf', mimeType: 'application/pdf', sizeBytes: 1 }],
          tags: ['Kiefer!88-lang', 'home'],
          hidden: ['door PIN: 9911'],
        },
      ],
      new ChosenSecrets([]),
    );
    const all = JSON.stringify(document);
    for (const secret of ['Kiefer', '4471', 'Birne77', '9911']) expect(all).not.toContain(secret);
    expect(document?.tags).toEqual(['[withheld: password]', 'home']);
    expect(document?.withheld).toEqual(expect.arrayContaining([{ kind: 'PIN', count: 2 }]));
  });

  it('is the same document where it holds none', async () => {
    const [document] = await documentsOf('a.md', '# Walk\n\nThe password policy is new.\n');
    expect(document?.withheld).toEqual([]);
    expect(document?.text).toBe('Walk\n\nThe password policy is new.');
  });

  it('holds nothing more to be found', async () => {
    const [document] = await documentsOf('a.txt', 'password: Kiefer!88\nIBAN DE89 3704 0044 0532 0130 00\n');
    const [again] = await withholdSecrets(document === undefined ? [] : [document], new ChosenSecrets([]));
    expect(again?.text).toBe(document?.text);
  });

  it('tells no secret in the detail of what it could not read', async () => {
    const mail =
      'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nHi.\n--q\nContent-Type: application/x-odd\nContent-Disposition: attachment; filename="password is Kiefer88x.odd"\n\nzz\n--q--\n';
    const reading = await readDocuments(
      new TextEncoder().encode(mail),
      { name: 'a.eml', modifiedMs: 0 },
      defaultLimits,
    );
    expect(reading.reason).toBe('attachment-unread');
    expect(JSON.stringify(reading)).not.toContain('Kiefer88x');
  });
});
