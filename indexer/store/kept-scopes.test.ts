import { expect, test } from 'vitest';
import { fileWrite, freshLibrary, written } from './testing/written.ts';

test('what a filter lets through is found again, until something is written', () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/notes', '1:1');
  const note = (name: string) =>
    library.files.replace(fileWrite(sourceId, `/notes/${name}.md`, [written({ text: name })]));
  const found = () => library.text.documentsIn({ kinds: ['note'] });
  note('a');
  const first = found();
  expect(first).toHaveLength(1);
  expect(found()).toBe(first);
  expect(library.text.documentsIn({ kinds: ['mail'] })).toEqual([]);
  note('b');
  expect(found()).toHaveLength(2);
  library.files.remove('/notes/a.md');
  expect(found()).toHaveLength(1);
  library.files.remove('/notes/b.md');
  expect(found()).toEqual([]);
});
