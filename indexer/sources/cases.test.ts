import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { defaultLimits } from './limits.ts';
import type { ParsedDocument } from './parser.ts';
import { type FileReading, readDocuments } from './read-documents.ts';

/** `QUIPU_WRITE_CASES=1 vitest run indexer/sources/cases.test.ts` writes the expectations; look at each before it is kept. */
const writes = process.env['QUIPU_WRITE_CASES'] === '1';
const here = new URL('./', import.meta.url);
/** Every folder of sources that has cases. */
const kinds = readdirSync(here).filter((folder) => existsSync(new URL(`${folder}/cases/`, here)));

function casesOf(kind: string): { name: string; file: URL; expected: URL }[] {
  const folder = new URL(`./${kind}/cases/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({
      name,
      file: new URL(encodeURIComponent(name), folder),
      expected: new URL(encodeURIComponent(name.replace(/(\.\w+)?$/, '.expected.json')), folder),
    }));
}

/** Text by passages, so that a change of the expectation can be read. */
function readable({ documents, rules: _rules, ...reading }: FileReading) {
  const shown = documents.map(({ text, passages, ...document }: ParsedDocument) => ({
    ...document,
    passages: passages.map(({ start, end, ...passage }) => ({
      ...passage,
      start,
      text: text.slice(start, end),
    })),
  }));
  return JSON.parse(JSON.stringify({ ...reading, documents: shown })) as unknown;
}

describe.each(kinds)('%s', (kind) => {
  it.each(casesOf(kind))('$name', async ({ name, file, expected }) => {
    const reading = await readDocuments(readFileSync(file), { name, modifiedMs: 0 }, defaultLimits);
    for (const document of reading.documents) expectWhole(document);
    if (writes) writeFileSync(expected, `${JSON.stringify(readable(reading), null, 2)}\n`);
    expect(existsSync(expected), `${name} has no expectation`).toBe(true);
    expect(readable(reading)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

/** Every word of the text stands in one passage, in order, and in a chunk unless it is quoted. */
function expectWhole(document: ParsedDocument): void {
  const { text, passages } = document;
  let at = 0;
  for (const { start, end } of passages) {
    expect(text.slice(at, start).trim()).toBe('');
    expect(text.slice(start, end).trim()).not.toBe('');
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBe(text.length);
  const chunked = new Uint8Array(text.length);
  for (const { start, end } of chunkDocument(document)) chunked.fill(1, start, end);
  for (const { role, start, end } of passages) if (role === 'quoted') chunked.fill(1, start, end);
  for (let i = 0; i < text.length; i += 1)
    if (chunked[i] === 0 && text.charAt(i).trim() !== '')
      expect.fail(`no chunk holds ${text.slice(i, i + 40)}`);
}
