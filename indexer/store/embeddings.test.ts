import { expect, test } from 'vitest';
import { embedAll, fileWrite, freshLibrary, pointing, written } from './testing/written.ts';

test('texts wait for their embedding newest first, until they have it', () => {
  const { files, sources, embeddings } = freshLibrary();
  const { sourceId } = sources.add('/notes', '1:1');
  for (const [day, text] of [
    ['02', 'second'],
    ['03', 'third'],
    ['01', 'first'],
  ] as const) {
    const note = written({ title: 'Day', text, date: `2024-01-${day}T00:00:00.000Z` });
    files.replace(fileWrite(sourceId, `/notes/${day}.md`, [note]));
  }
  const texts = embeddings.pending('model', 2);
  expect(texts.map(({ text }) => text)).toEqual(['Day\nthird', 'Day\nsecond']);
  expect(embeddings.pending('model', 2)).toEqual(texts);
  expect(embeddings.progress('model')).toEqual({ embedded: 0, total: 3 });
  embeddings.write('model', [{ hash: texts[0]?.hash ?? '', vector: pointing(1) }]);
  expect(embeddings.progress('model')).toEqual({ embedded: 1, total: 3 });
  expect(embeddings.pending('model', 9).map(({ text }) => text)).toEqual(['Day\nsecond', 'Day\nfirst']);
});

test('equal texts, copies and texts read again cost one embedding', () => {
  const library = freshLibrary();
  const { files, sources, embeddings } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  const note = written({ title: 'Rent', text: 'the rent is due' });
  files.replace(fileWrite(sourceId, '/notes/a.md', [note]));
  files.replace(fileWrite(sourceId, '/notes/copy.md', [note]));
  expect(embeddings.pending('model', 9)).toHaveLength(1);
  embedAll(library, 'model');
  files.replace(fileWrite(sourceId, '/notes/a.md', [note]));
  files.replace(fileWrite(sourceId, '/notes/another.md', [note]));
  expect(embeddings.pending('model', 9)).toEqual([]);
  expect(embeddings.progress('model')).toEqual({ embedded: 3, total: 3 });
  expect(library.vectors.step('model', 0, 100).rows).toHaveLength(3);
});

test('each model has embeddings of its own, and those of models no longer used can be freed', () => {
  const library = freshLibrary();
  const { files, sources, embeddings } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'text' })]));
  embedAll(library, 'old');
  expect(embeddings.pending('new', 9)).toHaveLength(1);
  embedAll(library, 'new', () => pointing(3, 32));
  embeddings.keepOnly(['new']);
  expect(embeddings.progress('old')).toEqual({ embedded: 0, total: 1 });
  const [row] = library.vectors.step('new', 0, 100).rows;
  expect(row?.vector).toHaveLength(32);
});

test('an embedding whose text was removed meanwhile is not kept', () => {
  const library = freshLibrary();
  const { files, sources, embeddings } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'gone' })]));
  const [pending] = embeddings.pending('model', 9);
  files.remove('/notes/a.md');
  embeddings.write('model', [{ hash: pending?.hash ?? '', vector: pointing(0) }]);
  expect(embeddings.progress('model')).toEqual({ embedded: 0, total: 0 });
  expect(library.integrity()).toEqual([]);
});

test('stored vectors point where they pointed', () => {
  const library = freshLibrary();
  const { files, sources } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  files.replace(fileWrite(sourceId, '/notes/a.md', [written({ text: 'text' })]));
  const waves = Float32Array.from({ length: 384 }, (_, index) => Math.sin(index * index));
  const vector = waves.map((value) => value / Math.hypot(...waves));
  embedAll(library, 'model', () => vector);
  const [row] = library.vectors.step('model', 0, 100).rows;
  const dot = vector.reduce((sum, value, index) => sum + value * (row?.vector.readInt8(index) ?? 0), 0);
  expect(dot * (row?.scale ?? 0)).toBeCloseTo(1, 2);
});

test('an embedding outlives its text for a while: what comes back is not embedded again', () => {
  const library = freshLibrary();
  const { files, sources, embeddings } = library;
  const { sourceId } = sources.add('/notes', '1:1');
  const write = fileWrite(sourceId, '/notes/a.md', [written({ text: 'thrown away' })]);
  const sweep = (nowMs: number, freeBeforeMs: number): void => {
    for (let at = embeddings.sweep(null, nowMs, freeBeforeMs); at !== null; )
      at = embeddings.sweep(at, nowMs, freeBeforeMs);
  };
  files.replace(write);
  embedAll(library, 'model');
  files.remove('/notes/a.md');
  sweep(1000, 0);
  files.replace(write);
  expect(embeddings.pending('model', 9)).toEqual([]);
  sweep(2000, 2000);
  expect(library.vectors.step('model', 0, 100).rows).toHaveLength(1);

  files.remove('/notes/a.md');
  sweep(3000, 0);
  sweep(9000, 5000);
  files.replace(write);
  expect(embeddings.pending('model', 9)).toHaveLength(1);
});
