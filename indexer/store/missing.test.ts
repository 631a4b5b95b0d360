import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothingLeftOut } from '../sources/content-rules.ts';
import type { ParsedDocument } from '../sources/parser.ts';
import { type Library, openLibrary } from './library.ts';
import { prepareDocument } from './prepared-document.ts';

let dir: string;
let library: Library;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-missing-'));
  library = openLibrary(dir);
  library.sources.add('/notes', 'root');
  for (const name of ['a', 'b', 'c']) write(`/notes/${name}.txt`);
});
afterEach(() => {
  library.close();
  rmSync(dir, { recursive: true, force: true });
});

function write(path: string): void {
  const text = `Quinces stand in ${path}.`;
  const document: ParsedDocument = {
    ...{ kind: 'note', member: null, title: path, date: null, people: [], text, thread: null },
    ...{ attachments: [], tags: [], hidden: [], withheld: [] },
    passages: [{ start: 0, end: text.length, place: { line: 1 }, role: 'paragraph' }],
  };
  const chunk = { start: 0, end: text.length, place: { line: 1 }, heading: '', quoted: false };
  library.files.replace({
    ...{
      sourceId: 1,
      path,
      stat: { sizeBytes: 1, modifiedMs: 1, changedMs: null, inode: path },
      contentHash: 'aa',
    },
    ...{ parserId: 'text', parserVersion: 1, state: 'indexed', reason: null, detail: null },
    documents: [prepareDocument(document, [chunk])],
    rules: nothingLeftOut,
  });
}

const found = (): number => library.text.match('quinces', {}, 10).length;

test('a missing file is neither found nor listed nor counted until it is back', () => {
  library.files.markAll([
    { kind: 'gone', path: '/notes/a.txt' },
    { kind: 'gone', path: '/notes/never-known.txt' },
  ]);
  expect(found()).toBe(2);
  expect(library.text.documentsIn({})).toHaveLength(2);
  expect(library.documents.count({})).toBe(2);
  expect(library.documents.list({}, 'newest', 10)).toHaveLength(2);
  expect(library.files.missingCount(1)).toBe(1);
  library.files.markAll([
    {
      kind: 'same',
      path: '/notes/a.txt',
      stat: { sizeBytes: 1, modifiedMs: 1, changedMs: null, inode: 'a' },
    },
  ]);
  expect(found()).toBe(3);
  expect(library.text.documentsIn({})).toBeNull();
});

test('a file that was never read leaves no row behind when it goes', () => {
  const stat = { sizeBytes: 1, modifiedMs: 1, changedMs: null, inode: 'd' };
  library.files.markAll([{ kind: 'pending', sourceId: 1, path: '/notes/d.txt', stat }]);
  expect(library.files.tally()).toMatchObject({ all: { files: 4 }, pending: { files: 1 } });
  library.files.markAll([{ kind: 'gone', path: '/notes/d.txt' }]);
  expect(library.files.tally()).toMatchObject({ all: { files: 3 }, pending: { files: 0 } });
});

test('files go many at once, and a source of which nothing is left can be forgotten', () => {
  expect(library.files.removeAll(['/notes/a.txt', '/notes/b.txt', '/notes/nowhere.txt'])).toBe(2);
  expect(found()).toBe(1);
  expect(library.files.after(1, '', 10).map(({ path }) => path)).toEqual(['/notes/c.txt']);
  expect(library.files.removeAll(['/notes/c.txt'])).toBe(1);
  expect(library.sources.forget(1)).toEqual({ documents: 0 });
  expect(library.integrity()).toEqual([]);
});

test('nothing of a paused source and nothing missing waits to be read', () => {
  const stat = { sizeBytes: 2, modifiedMs: 2, changedMs: null, inode: 'x' };
  library.files.markAll([
    { kind: 'pending', sourceId: 1, path: '/notes/a.txt', stat },
    { kind: 'pending', sourceId: 1, path: '/notes/b.txt', stat },
    { kind: 'gone', path: '/notes/a.txt' },
  ]);
  expect(library.files.pending(10).map(({ path }) => path)).toEqual(['/notes/b.txt']);
  library.sources.setState(1, 'paused');
  expect(library.files.pending(10)).toEqual([]);
});
