import { createHash } from 'node:crypto';
import { chunkDocument } from '#indexer/chunk/chunk-document.ts';
import { nothingLeftOut } from '#indexer/sources/content-rules.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { Library } from '#indexer/store/library.ts';
import { prepareDocument } from '#indexer/store/prepared-document.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { createWriter } from './words.ts';

/** A note of about `words` words, as a parser would give it. */
function note(title: string, text: string, day: number): ParsedDocument {
  return {
    kind: 'note',
    member: null,
    title,
    date: new Date(Date.UTC(2020, 0, 1) + day * 86_400_000).toISOString(),
    people: [],
    text,
    passages: [{ start: 0, end: text.length, place: { line: 1 }, role: 'paragraph' }],
    thread: null,
    attachments: [],
    tags: [],
    hidden: [],
    withheld: [],
  };
}

/** The texts of `count` chunks of about 120 words, of few invented words: about 250 tokens each, as prose has. */
export function chunkTexts(count: number): string[] {
  const writer = createWriter(7, 300);
  return Array.from({ length: count }, () => `${writer.sentence()}\n${writer.prose(110)}`);
}

/**
 * Fills a library with notes until it holds `chunks` chunks, through the store alone: what is measured afterwards is
 * search, not parsing.
 */
export function fillLibrary(library: Library, chunks: number): void {
  const writer = createWriter(11);
  const source = library.sources.add('/bench', 'bench');
  for (let index = 0, written = 0; written < chunks; index++) {
    const document = note(writer.sentence(), writer.prose(600), index % 2000);
    const cut = chunkDocument(document);
    written += cut.length;
    library.files.replace({
      sourceId: source.sourceId,
      path: `/bench/${index}.md`,
      stat: { sizeBytes: document.text.length, modifiedMs: index, changedMs: null, inode: `0:${index}` },
      contentHash: createHash('sha256').update(document.text).digest('hex'),
      parserId: 'bench',
      parserVersion: 1,
      state: 'indexed',
      reason: null,
      detail: null,
      documents: [prepareDocument(document, cut)],
      rules: nothingLeftOut,
    });
  }
}

/** `count` random unit vectors, row-major: spread evenly, the worst case for picking the best. */
function randomVectors(count: number, dimensions: number, seed: number): Float32Array[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
    const length = Math.hypot(...vector);
    return vector.map((component) => component / length);
  });
}

/** Gives every chunk of the library a random vector under the model's name. */
export function fillEmbeddings(library: Library, modelId: string, dimensions: number): void {
  const vectors = randomVectors(2048, dimensions, 13);
  for (;;) {
    const pending = library.embeddings.pending(modelId, 2048);
    if (pending.length === 0) return;
    const rows = pending.flatMap(({ hash }, row) => {
      const vector = vectors[row];
      return vector === undefined ? [] : [{ hash, vector }];
    });
    library.embeddings.write(modelId, rows);
  }
}

/** `count` queries of three to five words of the same vocabulary as the notes. */
export function queries(count: number): string[] {
  const writer = createWriter(11);
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(writer.random() * 3) }, () => writer.word()).join(' '),
  );
}
