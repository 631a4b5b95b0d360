import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { textFirst } from './schema.ts';
import { fileWrite, freshLibrary, written } from './testing/written.ts';
import { writeFullText } from './write-full-text.ts';

/** Every word of the full text: chunk, column, position. */
function everyWord(db: Database.Database): unknown[] {
  db.exec("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'chunk_text', 'instance')");
  const words = db
    .prepare('SELECT doc, col, offset, term FROM temp.word ORDER BY doc, col, offset, term')
    .all();
  db.exec('DROP TABLE temp.word');
  return words;
}

test('the full text that is written again from what is stored is the one that was written at first', () => {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/home', '1:1');
  const letter = written({
    ...{
      kind: 'mail',
      title: 'Roof-tiles',
      text: `${'The tiles of Straße 7 arrive. '.repeat(90)}Müller`,
      tags: ['House'],
    },
    people: [
      { name: 'Ana', address: 'ana@example.org', role: 'from' },
      { name: '', address: 'bob@example.org', role: 'to' },
    ],
    attachments: [{ name: 'offer.pdf', mimeType: 'application/pdf', sizeBytes: 3 }],
  });
  const chunks = [0, 900, 1800].map((start) => ({
    ...{ start, end: start + 950, place: { line: 1 }, heading: `Part ${start}`, quoted: false },
  }));
  const chat = ['Shall we meet?', 'Yes, on Friday.', 'At ten?', 'Fine.', 'Bring the plans.'].map(
    (text, index) => written({ kind: 'message', member: `message ${index}`, text }),
  );
  library.files.replace(fileWrite(sourceId, '/home/a.eml', [letter], () => chunks));
  library.files.replace(fileWrite(sourceId, '/home/chat.json', chat));
  const plans = written({ title: 'Sketch', text: 'The loft. '.repeat(40) });
  library.files.replace(fileWrite(sourceId, '/home/Rooms upstairs.md', [plans], () => chunks.slice(0, 2)));
  library.files.replace(fileWrite(sourceId, '/home/empty.md', [written({ text: '' })], () => []));

  const db = new Database(join(library.dir, 'library.db'));
  const before = everyWord(db);
  db.transaction(() => {
    db.exec(textFirst);
    writeFullText(db);
  })();
  expect(before.length).toBeGreaterThan(400);
  expect(everyWord(db)).toEqual(before);
  db.close();
  expect(library.integrity()).toEqual([]);
});
