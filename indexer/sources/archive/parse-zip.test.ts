import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (bytes: Uint8Array, name = 'a.zip', limits = defaultLimits) =>
  readDocuments(bytes, { name, modifiedMs: 0 }, limits);

function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function zipOf(count: number): Promise<Uint8Array> {
  const names = Array.from({ length: count }, (_, index) => `notes/${index}.txt`);
  return zip(Object.fromEntries(names.map((name) => [name, `This is ${name}.`])));
}

/** Sets the bit that says an entry is encrypted, in the central directory's entries of these names. */
function locked(bytes: Uint8Array, ...names: readonly string[]): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const name of names) {
    const at = copy.lastIndexOf(name) - 46;
    copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8);
  }
  return copy;
}

describe('a zip archive', () => {
  it('of 1,000 text files is indexed whole', async () => {
    const { state, documents } = await read(await zipOf(1_000));
    expect(state).toBe('indexed');
    expect(documents).toHaveLength(1_000);
    expect(documents[999]).toMatchObject({ member: 'notes/999.txt', title: '999' });
  });

  it('of more files than are read says where it stopped, and mails keep their own bound', async () => {
    const limits = { ...defaultLimits, members: 20, parts: 3 };
    const reading = await read(await zipOf(30), 'a.zip', limits);
    expect(reading).toMatchObject({ state: 'partly', reason: 'member-unread' });
    expect(reading.detail).toBe('everything from notes/20.txt on');
    expect(reading.documents).toHaveLength(20);
  });

  it('of more text than is kept says so once', async () => {
    const reading = await read(await zipOf(30), 'a.zip', { ...defaultLimits, textChars: 100 });
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(100);
  });

  it('gives its files neither the date nor the people of their neighbours', async () => {
    const mail = 'From: Ann <a@b.c>\nSubject: Tiles\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n\nOn Friday.\n';
    const { documents } = await read(await zip({ 'a.eml': mail, 'b.txt': 'Nobody wrote this.' }));
    expect(documents[0]).toMatchObject({ member: 'a.eml', kind: 'mail', date: '2025-03-03T10:00:00.000Z' });
    expect(documents[1]).toMatchObject({ member: 'b.txt', date: null, people: [] });
  });

  it('of mails with attachments bounds each mail, not all of them', async () => {
    const part = '--x\nContent-Disposition: attachment; filename=t.txt\n\nThe tiles are grey.\n';
    const mail = `From: Ann <a@b.c>\nContent-Type: multipart/mixed; boundary=x\n\n${part.repeat(3)}--x--\n`;
    const bytes = await zip({ 'a.eml': mail, 'b.eml': mail, 'c.eml': mail });
    const { state, documents } = await read(bytes, 'a.zip', { ...defaultLimits, parts: 3 });
    expect(state).toBe('indexed');
    expect(documents).toHaveLength(12);
    expect(documents.at(-1)).toMatchObject({ member: 'c.eml › t.txt (3)', people: [{ name: 'Ann' }] });
  });

  it('in a mail is read as the mail’s', async () => {
    const bytes = Buffer.from(await zip({ 'b.txt': 'The tiles are grey.', 'b.png': '\x89PNG\r\n' }));
    const mail = `From: Ann <a@b.c>\nDate: Mon, 3 Mar 2025 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee below.\n--x\nContent-Disposition: attachment; filename=t.zip\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}\n--x--\n`;
    const { state, documents } = await read(Buffer.from(mail), 'a.eml');
    expect(state).toBe('indexed');
    expect(documents[1]).toMatchObject({ member: 't.zip › b.txt', date: '2025-03-03T10:00:00.000Z' });
    expect(documents[1]?.people).toMatchObject([{ name: 'Ann' }]);
  });

  it('that is locked as a whole is encrypted; locked files of an open one are named', async () => {
    const bytes = await zip({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    expect(await read(locked(bytes, 'a.txt', 'b.txt'))).toMatchObject({
      state: 'skipped',
      reason: 'encrypted',
    });
    expect(await read(locked(bytes, 'b.txt'))).toMatchObject({
      state: 'partly',
      reason: 'member-unread',
      detail: 'b.txt (password-protected)',
    });
  });

  it('keeps passwords and keys out and says so', async () => {
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n';
    const reading = await read(await zip({ 'a.txt': 'One.', 'old/id_rsa': key }));
    expect(reading.detail).toBe('old/id_rsa (holds passwords or keys)');
    expect(reading.documents).toHaveLength(1);
  });

  it('is read where its name is another archive’s or none, and left alone where it is a program’s', async () => {
    const bytes = await zip({ 'a.txt': 'One.' });
    expect(await read(bytes, 'backup')).toMatchObject({ state: 'indexed', parserId: 'zip' });
    expect(await read(bytes, 'game.jar')).toMatchObject({ reason: 'unsupported-format' });
    expect(await read(bytes, 'letter.docx')).toMatchObject({ reason: 'mislabelled' });
  });

  it('whose entries overlap is refused', async () => {
    const bytes = Buffer.from(await zip({ 'a.txt': 'One.', 'b.txt': 'Two.' }));
    const at = bytes.lastIndexOf('b.txt') - 46;
    bytes.writeUInt32LE(3, at + 42);
    expect(await read(bytes)).toMatchObject({
      state: 'failed',
      reason: 'corrupt',
      detail: 'its entries overlap',
    });
  });
});
