import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Chunk } from '../../chunk/chunk.ts';
import { nothingLeftOut } from '../../sources/content-rules.ts';
import type { ParsedDocument } from '../../sources/parser.ts';
import type { FileWrite } from '../file-writer.ts';
import { type Library, openLibrary } from '../library.ts';
import { prepareDocument } from '../prepared-document.ts';

/** An empty library in a folder of its own, closed and removed when the test ends. */
export function freshLibrary(): Library {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-library-'));
  const library = openLibrary(dir);
  onTestFinished(() => {
    library.close();
    rmSync(dir, { recursive: true });
  });
  return library;
}

/** A document as a parser would make it; what is not given is empty. */
export function written(given: Partial<ParsedDocument> & { text: string }): ParsedDocument {
  return {
    kind: 'note',
    member: null,
    title: '',
    date: null,
    people: [],
    passages: [{ start: 0, end: given.text.length, place: { line: 1 }, role: 'paragraph' }],
    thread: null,
    attachments: [],
    tags: [],
    hidden: [],
    withheld: [],
    ...given,
  };
}

/** The whole text as one chunk. */
function wholeChunk({ text }: ParsedDocument): Chunk {
  return { start: 0, end: text.length, place: { line: 1 }, heading: '', quoted: false };
}

/** What one read of a file ended with: each document one chunk unless told otherwise. */
export function fileWrite(
  sourceId: number,
  path: string,
  documents: readonly ParsedDocument[],
  chunksOf: (document: ParsedDocument) => Chunk[] = (document) => [wholeChunk(document)],
): FileWrite {
  return {
    sourceId,
    path,
    stat: { sizeBytes: 100, modifiedMs: 1_700_000_000_000.5, changedMs: null, inode: '1:2' },
    contentHash: createHash('sha256')
      .update(JSON.stringify(documents.map(({ text }) => text)))
      .digest('hex'),
    parserId: 'test',
    parserVersion: 1,
    state: 'indexed',
    reason: null,
    detail: null,
    documents: documents.map((document) => prepareDocument(document, chunksOf(document))),
    rules: nothingLeftOut,
  };
}

/** A unit vector that points mostly along one dimension. */
export function pointing(dimension: number, dimensions = 16): Float32Array {
  const vector = new Float32Array(dimensions).fill(0.01);
  vector[dimension] = 1;
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

/** Embeds everything that waits, each text by `vectorOf`. */
export function embedAll(
  library: Library,
  modelId: string,
  vectorOf: (text: string) => Float32Array = () => pointing(0),
): void {
  for (;;) {
    const texts = library.embeddings.pending(modelId, 100);
    if (texts.length === 0) return;
    library.embeddings.write(
      modelId,
      texts.map(({ hash, text }) => ({ hash, vector: vectorOf(text) })),
    );
  }
}
