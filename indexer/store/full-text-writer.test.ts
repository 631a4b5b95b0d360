import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fileWrite, freshLibrary, written } from './testing/written.ts';

test('a full text that many small writes made has few segments, and all of their words', () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/home', '1:1');
  const db = new Database(join(library.dir, 'library.db'), { readonly: true });
  // FTS5 itself merges no sooner than sixteen of a level.
  const segments = db.prepare<[], number>('SELECT count(DISTINCT segid) FROM chunk_text_idx').pluck();
  let most = 0;
  for (let index = 0; index < 100; index++) {
    const note = written({ title: 'Harbour', text: `Boat number ${index} left at dawn.` });
    library.files.replace(fileWrite(sourceId, `/home/${index}.md`, [note]));
    most = Math.max(most, segments.get() ?? 0);
  }
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(10);
  expect(library.text.match('"dawn"', {}, 1000)).toHaveLength(100);
  expect(library.integrity()).toEqual([]);
  db.close();
  library.close();
});
