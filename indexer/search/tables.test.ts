import { expect, test } from 'vitest';
import { searchInput } from '#main/contract/search.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { defaultLimits } from '../sources/limits.ts';
import { readDocuments } from '../sources/read-documents.ts';
import type { Library } from '../store/library.ts';
import { fileWrite, freshLibrary, written } from '../store/testing/written.ts';
import { createSearch } from './search.ts';

const signal = new AbortController().signal;

async function add(library: Library, name: string, bytes: Uint8Array): Promise<void> {
  const { documents } = await readDocuments(bytes, { name, modifiedMs: 0 }, defaultLimits);
  const { sourceId } = library.sources.add('/home', '1:1');
  library.files.replace(fileWrite(sourceId, `/home/${name}`, documents, chunkDocument));
}

const goods = ['kayak', 'piano', 'bicycle', 'telescope', 'violin', 'camera', 'tent', 'sewing machine'];

/** 400 rows over many chunks, each of which says what is insured and three sums that only the header tells apart. */
function policies(): string {
  const rows = Array.from(
    { length: 400 },
    (_, index) =>
      `P-${1000 + index},${goods[index % 7]} no. ${index},${200 + index},${30 + index},2027-01-01`,
  );
  rows[333] = 'P-1333,sewing machine,480,75,2027-06-30';
  return `Policy,Insured good,Value,Deductible,Expires\n${rows.join('\n')}`;
}

test.each([
  'What is the deductible of the sewing machine?',
  'deductible sewing machine',
  'When does the policy of the sewing machine expire?',
])('%j finds the row that a header word and a cell name, with its line', async (query) => {
  const library = freshLibrary();
  await add(library, 'policies.csv', new TextEncoder().encode(policies()));
  const notes = [
    'The deductible was discussed with the broker.',
    'The sewing circle meets on Monday at the harbour.',
  ];
  for (const [index, text] of notes.entries()) {
    const { sourceId } = library.sources.add('/home', '1:1');
    library.files.replace(
      fileWrite(sourceId, `/home/${index}.md`, [written({ title: `Note ${index}`, text })]),
    );
  }
  const [best] = await createSearch(library).search(searchInput.parse({ query }), null, signal);
  expect(best?.path).toBe('/home/policies.csv');
  expect(best?.text).toContain('P-1333 | sewing machine | 480 | 75 | 2027-06-30');
  expect(best?.place).toEqual({ line: expect.any(Number) });
});
