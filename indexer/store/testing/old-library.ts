import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { firstSchema } from '../schema.ts';

/** Writes a library as the first Quipu left it, with so many documents of one chunk each. Returns its file. */
export function writeOldLibrary(dir: string, documents: number): string {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'library.db');
  const db = new Database(file);
  db.exec(firstSchema);
  db.exec(`INSERT INTO source VALUES (1, '/notes', 'watching', '1:1')`);
  db.prepare(
    `INSERT INTO file (file_id, source_id, path, state, dirty, size_bytes, modified_ms, inode, documents, chunks)
      VALUES (1, 1, '/notes/a.md', 'indexed', 0, 1, 0, '1', ?, ?)`,
  ).run(documents, documents);
  const document = db.prepare(
    `INSERT INTO document VALUES (?, 1, ?, 'note', NULL, 'A', NULL, NULL, '[]', '[]')`,
  );
  const text = db.prepare(`INSERT INTO document_text VALUES (?, ?, '[[0,7,"page",3]]')`);
  const chunk = db.prepare(
    `INSERT INTO chunk (document_id, start, end, place_unit, place_value, heading, quoted, hash)
      VALUES (?, 0, 7, 'page', 3, '', 0, randomblob(32))`,
  );
  const fullText = db.prepare(`INSERT INTO chunk_text (rowid, title, text, context) VALUES (?, 'A', ?, '')`);
  db.transaction(() => {
    for (let id = 1; id <= documents; id++) {
      const words = `quince ${id} ${'and more of it '.repeat(200)}`;
      document.run(id, id - 1);
      text.run(id, words);
      fullText.run(chunk.run(id).lastInsertRowid, words);
    }
  })();
  db.pragma('user_version = 1');
  db.close();
  return file;
}
