import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { readDocuments } from './read-documents.ts';
import { parserFor } from './registry.ts';
import { read } from './testing/read.ts';
import { parserVersions } from './versions.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const mail =
  'From: a@example.org\nSubject: Tiles\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n\nThey come on Friday.\n';
const page = '<!doctype html><title>Tiles</title><p>They come on Friday.';
const program = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);

describe('what a file is', () => {
  it.each([
    ['page.txt', page, 'html'],
    ['page.docx', page, 'html'],
    ['message', mail, 'mail'],
    ['README', 'Plain words.', 'text'],
    ['notes.md', '# Plain words', 'markdown'],
    ['notes.MD', '# Plain words', 'markdown'],
    ['table.csv', 'a,b\n1,2', 'csv'],
    ['table.TSV', 'a\tb\n1\t2', 'csv'],
    ['Makefile', 'all:\n\techo done', 'code'],
    ['Dockerfile.dev', 'FROM scratch', 'code'],
    ['.gitignore', 'out/', 'code'],
  ])('%s is read for what its bytes are', async (name, text, parserId) => {
    expect(await read(name, bytesOf(text))).toMatchObject({ state: 'indexed', parserId });
  });

  it.each([
    ['notes.md', program, 'mislabelled'],
    ['report.pdf', bytesOf('only words'), 'mislabelled'],
    ['letter.docx', bytesOf('only words'), 'mislabelled'],
    ['mail.eml', bytesOf('only words'), 'mislabelled'],
    ['letter.docx', bytesOf('PK\x03\x04 cut off'), 'corrupt'],
    ['slides.pptx', bytesOf('PK\x03\x04 cut off'), 'corrupt'],
    ['slides.pptx', bytesOf('only words'), 'corrupt'],
    ['book.epub', bytesOf('PK\x03\x04 cut off'), 'corrupt'],
    ['letter.rtf', bytesOf('only words'), 'mislabelled'],
    ['letter.odt', bytesOf('PK\x03\x04 cut off'), 'corrupt'],
    ['program', program, 'unsupported-format'],
    ['table.parquet', bytesOf('a,b\n1,2'), 'unsupported-format'],
    ['empty.md', new Uint8Array(), 'empty'],
    ['blank.md', bytesOf(' \n\n'), 'no-text'],
    ['pictures.html', bytesOf('<html><script>x</script>'), 'no-text'],
    ['vault.kdbx', bytesOf('x'), 'secret-store'],
  ])('%s is not read, for a reason', async (name, bytes, reason) => {
    const reading = await read(name, bytes);
    expect(reading).toMatchObject({ reason, documents: [] });
    expect(reading.state).not.toBe('indexed');
  });

  it('tells a broken container of an older program from other files', async () => {
    const container = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await read('letter.doc', container)).toMatchObject({ reason: 'corrupt' });
    expect(await read('letter.docx', container)).toMatchObject({ reason: 'mislabelled' });
    expect(await read('drawing.vsd', container)).toMatchObject({ reason: 'unsupported-format' });
  });

  it('gives each parser the id and version of the table', async () => {
    const samples: [string, string][] = [
      ['a.txt', 'x'],
      ['a.md', 'x'],
      ['a.html', 'x'],
      ['a.eml', 'x'],
      ['a.pdf', '%PDF-1.4'],
      ['a.csv', 'x'],
    ];
    for (const [name, text] of samples) {
      const { id, version } = await parserFor(bytesOf(text), name);
      expect(new Map(Object.entries(parserVersions)).get(id)).toBe(version);
    }
  });
});

describe('limits', () => {
  it('cuts text at its limit and says so', async () => {
    const limits = { ...defaultLimits, textChars: 1_000 };
    const meta = { name: 'long.txt', modifiedMs: 0 };
    const reading = await readDocuments(bytesOf('many words '.repeat(1_000)), meta, limits);
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents[0]?.text.length).toBeLessThanOrEqual(1_000);
  });

  it('follows messages inside messages only so deep', async () => {
    let text = mail;
    for (let depth = 0; depth < 20; depth += 1)
      text = `From: a@example.org\nSubject: ${depth}\nContent-Type: message/rfc822\n\n${text}`;
    const reading = await read('nested.eml', bytesOf(text));
    expect(reading).toMatchObject({ state: 'partly', reason: 'attachment-unread' });
    expect(reading.documents).toHaveLength(1 + defaultLimits.nesting);
  });

  it('refuses a flood of parts before the parser counts them', async () => {
    const head = 'From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n';
    const reading = await read('parts.eml', bytesOf(head + '\n--b\n\nx'.repeat(50_000)));
    expect(reading).toMatchObject({ state: 'failed', reason: 'too-large' });
  });

  it('keeps one file’s text with all that it embeds within one limit', async () => {
    const part = `\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n${'words '.repeat(100)}`;
    const text = `From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n${part.repeat(20)}`;
    const limits = { ...defaultLimits, textChars: 2_000 };
    const { documents } = await readDocuments(bytesOf(text), { name: 'a.eml', modifiedMs: 0 }, limits);
    expect(documents.reduce((sum, document) => sum + document.text.length, 0)).toBeLessThanOrEqual(2_000);
  });
});
