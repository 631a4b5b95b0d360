import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from './library.ts';
import { libraryFault, tellingFaults } from './library-fault.ts';
import { firstSchema } from './schema.ts';
import { fileWrite, written } from './testing/written.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-library-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a new library is sound, private to the user and opens again', () => {
  const library = openLibrary(join(dir, 'new'));
  expect(library.integrity()).toEqual([]);
  expect(statSync(join(dir, 'new')).mode & 0o777).toBe(0o700);
  for (const file of ['library.db', 'library.db-wal', 'library.lock']) {
    expect(statSync(join(dir, 'new', file)).mode & 0o777).toBe(0o600);
  }
  library.close();
  openLibrary(join(dir, 'new')).close();
});

test('a library that is open cannot be opened a second time, and can be after it was closed', () => {
  const library = openLibrary(dir);
  expect(() => openLibrary(dir)).toThrow(expect.objectContaining({ code: 'library-in-use' }));
  library.close();
  openLibrary(dir).close();
});

test.each([
  [
    'bytes that are no database',
    () => Buffer.from('this is not a database, and it is long enough '.repeat(100)),
  ],
  ['a library that was cut short', () => readFileSync(join(dir, 'library.db')).subarray(0, 20_000)],
])('%s: moved aside as it is, and a new library takes its place', (_what, damagedBytes) => {
  const first = openLibrary(dir);
  expect(first).toMatchObject({ isNew: true, aside: null });
  first.close();
  const damaged = damagedBytes();
  writeFileSync(join(dir, 'library.db'), damaged);
  const library = openLibrary(dir);
  expect(library).toMatchObject({ isNew: true, sources: expect.anything() });
  expect(readFileSync(library.aside ?? '').equals(damaged)).toBe(true);
  expect(library.integrity()).toEqual([]);
  library.close();
  const again = openLibrary(dir);
  expect(again).toMatchObject({ isNew: false, aside: null });
  again.close();
});

test('a library of a newer Quipu is refused and left as it is', () => {
  const newer = new Database(join(dir, 'library.db'));
  newer.pragma('user_version = 999');
  newer.exec('CREATE TABLE future (x)');
  newer.close();
  const before = readFileSync(join(dir, 'library.db'));
  expect(() => openLibrary(dir)).toThrow(expect.objectContaining({ code: 'library-newer' }));
  expect(readFileSync(join(dir, 'library.db')).equals(before)).toBe(true);
});

test('a library of the first version is brought up to date with all its places', () => {
  const first = new Database(join(dir, 'library.db'));
  first.exec(firstSchema);
  first.exec(`
    INSERT INTO source VALUES (1, '/notes', 'watching', '1:1');
    INSERT INTO file (file_id, source_id, path, state, dirty, size_bytes, modified_ms, inode)
      VALUES (1, 1, '/notes/a.md', 'indexed', 0, 1, 0, '1');
    INSERT INTO document VALUES (1, 1, 0, 'note', NULL, 'A', NULL, NULL, '[]', '[]');
    INSERT INTO document_text VALUES (1, 'one two', '[[0,3,"page",3],[4,7,"time",65.5]]');
    INSERT INTO chunk (document_id, start, end, place_unit, place_value, heading, quoted, hash)
      VALUES (1, 0, 3, 'page', 3, '', 0, x'01'), (1, 4, 7, 'time', 65.5, '', 0, x'02');
    PRAGMA user_version = 1;
  `);
  first.close();
  const library = openLibrary(dir);
  const places = [{ page: 3 }, { time: 65.5 }];
  expect(library.documents.chunks(1).map(({ place }) => place)).toEqual(places);
  expect(library.documents.read(1)?.places.map(({ place }) => place)).toEqual(places);
  library.close();
});

test('room that a forgotten source took is given back when the library is closed', () => {
  const library = openLibrary(dir);
  const sources = ['/kept', '/forgotten'].map((path) => library.sources.add(path, path).sourceId);
  for (const sourceId of sources)
    for (let index = 0; index < 40; index++) {
      const text = randomBytes(6000)
        .toString('hex')
        .replaceAll(/(.{7})/g, '$1 ');
      library.files.replace(
        fileWrite(sourceId, `/${sourceId}/${index}.md`, [written({ text: `walnut ${text}` })]),
      );
    }
  const bytes = (): number => statSync(join(dir, 'library.db')).size;
  library.close();
  const before = bytes();
  const second = openLibrary(dir);
  second.sources.forget(sources[1] ?? 0);
  second.close();
  expect(bytes()).toBeLessThan(before * 0.6);
  const third = openLibrary(dir);
  expect(third.integrity()).toEqual([]);
  expect(third.text.match('"walnut"', {}, 100)).toHaveLength(40);
  third.close();
});

test('a folder that cannot be made or written is told as such', () => {
  writeFileSync(join(dir, 'file'), '');
  for (const path of [join(dir, 'file'), join(dir, 'file', 'below')]) {
    expect(() => openLibrary(path)).toThrow(expect.objectContaining({ code: 'library-unwritable' }));
  }
});

test('damage that is met while reading is told, and the next opening sets the library aside', () => {
  const library = openLibrary(dir);
  const { sourceId } = library.sources.add('/notes', '1:1');
  // So long that text fills both halves of the file.
  const text = randomBytes(30_000).toString('hex');
  const documents = Array.from({ length: 60 }, (_, index) =>
    written({ member: `${index}`, text: `${index} ${text}` }),
  );
  library.files.replace(fileWrite(sourceId, '/notes/a.md', documents));
  library.close();
  const bytes = readFileSync(join(dir, 'library.db'));
  writeFileSync(join(dir, 'library.db'), bytes.fill(0xa5, bytes.length / 2));
  const damaged = openLibrary(dir);
  const told: string[] = [];
  damaged.follow(({ type }) => told.push(type));
  expect(() => {
    for (let id = 1; id <= 60; id++) damaged.documents.read(id);
  }).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  expect(told).toEqual(['damaged']);
  damaged.close();
  const anew = openLibrary(dir);
  expect(anew).toMatchObject({ isNew: true, aside: expect.stringContaining('library.db.damaged-') });
  anew.close();
});

test('embeddings of a damaged library are taken over: what is read again has them at once', () => {
  const library = openLibrary(dir);
  const add = ({ files, sources }: typeof library): void => {
    const { sourceId } = sources.add('/notes', '1:1');
    const texts = Array.from({ length: 1_500 }, (_, index) =>
      written({ member: `${index}`, text: `note ${index}` }),
    );
    files.replace(fileWrite(sourceId, '/notes/a.md', texts));
  };
  add(library);
  const waiting = library.embeddings.pending('model', 2_000);
  const vector = new Float32Array(384).fill(1 / Math.sqrt(384));
  library.embeddings.write(
    'model',
    waiting.map(({ hash }) => ({ hash, vector })),
  );
  const before = library.embeddings.progress('model');
  expect(before.embedded).toBe(1_500);
  library.close();
  const file = join(dir, 'library.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, bytes.length - 100_000, bytes.length - 80_000));
  writeFileSync(`${file}.suspect`, '');
  const anew = openLibrary(dir);
  expect(anew.aside).not.toBeNull();
  add(anew);
  const { embedded, total } = anew.embeddings.progress('model');
  expect(total).toBe(1_500);
  expect(embedded).toBeGreaterThan(1_000);
  expect(anew.integrity()).toEqual([]);
  anew.close();
});

test('a process killed while it writes leaves a sound library that opens at once', async () => {
  const child = fork(fileURLToPath(new URL('./testing/write-for-ever.ts', import.meta.url)), [dir]);
  const exited = once(child, 'exit');
  await once(child, 'message');
  expect(() => openLibrary(dir)).toThrow(expect.objectContaining({ code: 'library-in-use' }));
  child.kill('SIGKILL');
  await exited;
  const library = openLibrary(dir);
  expect(library.integrity()).toEqual([]);
  expect(library.files.counts().indexed).toBeGreaterThan(0);
  library.close();
});

test('a full disk is told as such', () => {
  const full = new Database(join(dir, 'full.db'));
  full.pragma('max_page_count = 2');
  const fill = tellingFaults(
    { fill: () => full.exec('CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x)') },
    (error) => libraryFault(error, full.name),
  );
  expect(() => fill.fill()).toThrow(expect.objectContaining({ code: 'disk-full' }));
  full.close();
});
