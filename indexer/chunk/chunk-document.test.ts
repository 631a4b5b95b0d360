import { describe, expect, it } from 'vitest';
import type { ParsedDocument, Passage, PassageRole } from '../sources/parser.ts';
import { chunkDocument } from './chunk-document.ts';
import { weigh } from './weigh.ts';

type Part = readonly [text: string, role?: PassageRole, level?: number];

function documentOf(parts: readonly Part[], title = 'Notes'): ParsedDocument {
  const passages: Passage[] = [];
  let text = '';
  for (const [index, [part, role = 'paragraph', level]] of parts.entries()) {
    const start = text.length;
    text += part;
    passages.push({
      start,
      end: text.length,
      place: { line: index + 1 },
      role,
      ...(level === undefined ? {} : { level }),
    });
    text += '\n\n';
  }
  return {
    kind: 'note',
    member: null,
    title,
    date: null,
    people: [],
    text,
    passages,
    thread: null,
    attachments: [],
    tags: [],
    hidden: [],
    withheld: [],
  };
}

function sentences(count: number, from = 0): string {
  return Array.from(
    { length: count },
    (_, index) => `Sentence ${from + index} says that the boat left the harbour at dawn.`,
  ).join(' ');
}

const textsOf = (document: ParsedDocument) =>
  chunkDocument(document).map((chunk) => document.text.slice(chunk.start, chunk.end));

/** A table of `count` rows under a header, with a paragraph above it. */
function tableOf(count: number, header = 'Supplier | City | Amount'): ParsedDocument {
  const rows = Array.from(
    { length: count },
    (_, index): Part => [`Firm No. ${index} of the harbour | Leith | ${index * 7}.50`, 'table'],
  );
  const document = documentOf([[sentences(2)], [header, 'table'], ...rows]);
  const range = { start: document.text.indexOf(header), end: document.text.indexOf(header) + header.length };
  const passages = document.passages.map((passage, index) =>
    index < 2 ? passage : { ...passage, header: range },
  );
  return { ...document, passages };
}

describe('chunkDocument', () => {
  it('keeps a short document in one chunk', () => {
    expect(textsOf(documentOf([['One line.'], ['Another line.']]))).toEqual(['One line.\n\nAnother line.']);
  });

  it('gives nothing for a document without text', () => {
    expect(chunkDocument(documentOf([['  \n ']]))).toEqual([]);
    expect(chunkDocument(documentOf([]))).toEqual([]);
  });

  it('cuts a long paragraph between sentences, each chunk repeating the end of the one before', () => {
    const document = documentOf([[sentences(60)]]);
    const texts = textsOf(document);
    expect(texts.length).toBeGreaterThan(4);
    for (const [index, text] of texts.entries()) {
      expect(weigh(text, 0, text.length)).toBeLessThanOrEqual(175);
      expect(text).toMatch(/^Sentence .*dawn\.$/s);
      if (index > 0) expect(texts[index - 1]).toContain(text.slice(0, 40));
    }
  });

  it('covers every sentence', () => {
    const joined = textsOf(documentOf([[sentences(100)], [sentences(3, 100)]])).join('\n');
    for (let index = 0; index < 103; index += 1) expect(joined).toContain(`Sentence ${index} says`);
  });

  it('starts a new chunk at a heading and names the headings above', () => {
    const document = documentOf([
      ['Holiday', 'heading', 1],
      [sentences(6)],
      ['Budget', 'heading', 2],
      [sentences(7, 10)],
      ['Packing', 'heading', 2],
      [sentences(7, 20)],
    ]);
    const chunks = chunkDocument(document);
    expect(chunks.map((chunk) => chunk.heading)).toEqual([
      'Holiday',
      'Holiday › Budget',
      'Holiday › Packing',
    ]);
    expect(chunks.map((chunk) => chunk.place)).toEqual([{ line: 1 }, { line: 3 }, { line: 5 }]);
  });

  it('leaves a heading that is the title out of the heading path', () => {
    const document = documentOf(
      [['Holiday', 'heading', 1], ['Budget', 'heading', 2], ['All paid.']],
      'Holiday',
    );
    expect(chunkDocument(document)[0]?.heading).toBe('');
  });

  it('never leaves a heading at the end of a chunk', () => {
    const document = documentOf([
      [sentences(4)],
      ['Next', 'heading', 2],
      [Array.from({ length: 130 }, () => 'word').join(' ')],
    ]);
    for (const text of textsOf(document)) expect(text).not.toMatch(/Next$/);
  });

  it('lets small sections share a chunk', () => {
    const parts: Part[] = Array.from({ length: 4 }, (_, index) => [
      [`Day ${index}`, 'heading', 2] as const,
      ['Rain again.'] as const,
    ]).flat();
    expect(chunkDocument(documentOf(parts))).toHaveLength(1);
  });

  it('leaves out what a mail quotes, but for the beginning of one that says nothing else', () => {
    const document = documentOf([['Yes, Friday is fine.'], [sentences(8), 'quoted']]);
    expect(textsOf(document)).toEqual(['Yes, Friday is fine.']);
    const forward = chunkDocument(documentOf([[sentences(80), 'quoted']]));
    expect(forward.map(({ start, quoted }) => ({ start, quoted }))).toEqual([{ start: 0, quoted: true }]);
  });

  it('keeps a short quotation with the answer below it', () => {
    const document = documentOf([['Shall we meet on Friday?', 'quoted'], ['Yes, at ten.']]);
    const chunks = chunkDocument(document);
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.quoted).toBe(false);
  });

  it('cuts one enormous sentence between words', () => {
    const document = documentOf([[Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ')]]);
    const texts = textsOf(document);
    expect(texts.join(' ')).toBe(document.text.trim());
  });

  it('cuts languages without spaces between words', () => {
    const japanese = '吾輩は猫である名前はまだ無いどこで生れたか頓と見当がつかぬ'.repeat(40);
    const texts = textsOf(documentOf([[japanese]]));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join('')).toBe(japanese);
    const boundaries = new Set(
      [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(japanese)].map(({ index }) => index),
    );
    let at = 0;
    for (const text of texts) {
      expect(boundaries).toContain(at);
      at += text.length;
    }
  });

  it('bounds a run without any boundary and keeps surrogate pairs whole', () => {
    const texts = textsOf(documentOf([['𠮷'.repeat(30_000)], ['A'.repeat(1_000_000)]]));
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(2_100);
      expect(text.isWellFormed()).toBe(true);
    }
    expect(texts.join('').replace(/\s/g, '')).toHaveLength(60_000 + 1_000_000);
  });

  it('gives every part of a table the names of its columns, and no row is cut', () => {
    const document = tableOf(100);
    const [first, ...rest] = chunkDocument(document);
    expect(rest.length).toBeGreaterThan(5);
    expect(first?.heading).toBe('');
    for (const { start, end, heading } of rest) {
      expect(heading).toBe('Supplier | City | Amount');
      expect(document.text.slice(start, end)).toMatch(/^Firm No\. .*\.50$/s);
    }
  });

  it('keeps a chunk of a table and its header within the size of a chunk', () => {
    const document = tableOf(100, Array.from({ length: 50 }, (_, index) => `Column ${index}`).join(' | '));
    for (const { start, end, heading } of chunkDocument(document)) {
      const words = weigh(heading, 0, heading.length);
      expect(words).toBeLessThanOrEqual(40);
      expect(words + weigh(document.text, start, end)).toBeLessThanOrEqual(175);
    }
  });

  it('names columns below the headings of the section', () => {
    const table = tableOf(40);
    const heading: Passage = { start: 0, end: 8, place: { line: 1 }, role: 'heading', level: 2 };
    const passages = [heading, ...table.passages.slice(1)];
    expect(chunkDocument({ ...table, passages }).at(-1)?.heading).toBe('Sentence › Supplier | City | Amount');
  });

  it('takes 20 MB in one line', () => {
    const document = documentOf([['lorem ipsum dolor sit amet '.repeat(750_000)]]);
    const chunks = chunkDocument(document);
    expect(chunks.length).toBeGreaterThan(20_000);
    expect(chunks.at(-1)?.end).toBe(document.text.trim().length);
  });
});
