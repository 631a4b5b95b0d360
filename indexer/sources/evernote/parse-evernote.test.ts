import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (notes: string, limits = defaultLimits) => {
  const text = `<?xml version="1.0"?><en-export>${notes}</en-export>`;
  return readDocuments(new TextEncoder().encode(text), { name: 'a.enex', modifiedMs: 0 }, limits);
};
const note = (title: string, body: string, rest = '') =>
  `<note><title>${title}</title><content><![CDATA[<en-note>${body}</en-note>]]></content>${rest}</note>`;

describe('an Evernote export', () => {
  it('keeps to the limit of one file’s text over all its notes', async () => {
    const limits = { ...defaultLimits, textChars: 1_000 };
    const reading = await read(note('Again', 'many words '.repeat(20)).repeat(200), limits);
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000);
  });

  it('gives attachments to the note that holds them, even one without words', async () => {
    const data = Buffer.from('A receipt.').toString('base64');
    const file = `<resource><data>${data}</data><mime>text/plain</mime></resource>`;
    const { documents } = await read(
      `<note><title>First</title><created>20260101T000000Z</created></note>${note('', '', `<created>20260202T000000Z</created>${file}`)}`,
    );
    expect(documents.map(({ title, date }) => [title, date?.slice(0, 10)])).toEqual([
      ['First', '2026-01-01'],
      ['Untitled note', '2026-02-02'],
      ['attachment-1', '2026-02-02'],
    ]);
  });

  it('leaves out what Evernote encrypted, and never takes a task’s title for the note’s', async () => {
    const task = '<task><title>Call Ida</title><taskStatus>completed</taskStatus></task>';
    const body = 'Seen<en-crypt cipher="AES">c2VjcmV0</en-crypt>';
    const { documents } = await read(note('Plan', body, task));
    expect(documents[0]).toMatchObject({ title: 'Plan', text: 'Seen\n\n- [x] Call Ida' });
  });

  it('is none where no note is in it', async () => {
    const bytes = new TextEncoder().encode('<other/>');
    const reading = await readDocuments(bytes, { name: 'a.enex', modifiedMs: 0 }, defaultLimits);
    expect(reading).toMatchObject({ state: 'failed', reason: 'mislabelled' });
  });
});
