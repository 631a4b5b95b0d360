import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ReadableDb, WritableDb } from './connection.ts';

/** UTF-16 units of one block: what is read and unpacked for the chunk of a book, instead of the book. */
const blockChars = 32_768;
/** A mail of 2 kB takes half the room for 40 µs; shorter texts hardly gain anything. */
const packedFromBytes = 512;
/** Up to here deflate packs better than zstd (.46 against .50 of abstracts, measured) and in less time. */
const deflatedUntilBytes = 4_096;
const deflate = { level: 6, windowBits: 12, memLevel: 5, chunkSize: deflatedUntilBytes };
const zstd = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
/** Stands before a deflated block. No UTF-8 text holds such a byte. */
const deflatedMark = Buffer.from([0xff]);
/** RFC 8878 3.1.1. No UTF-8 text begins so: the second byte continues a character that has not begun. */
const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Unpacked blocks kept: a document's chunks are read one after the other. */
const keptBlocks = 8;

/** A stretch of a document's text, packed. */
export interface TextBlock {
  /** Its offset in the text, UTF-16 units. */
  readonly start: number;
  readonly body: Uint8Array;
}

export function packText(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let start = 0; start < text.length; ) {
    const end = blockEnd(text, start);
    blocks.push({ start, body: pack(text.slice(start, end)) });
    start = end;
  }
  return blocks;
}

/** Writes documents' texts, inside the caller's transaction. */
export interface TextWriter {
  write(documentId: number, blocks: readonly TextBlock[]): void;
}

export function createTextWriter(db: WritableDb): TextWriter {
  const insert = db.prepare<[number, number, Uint8Array]>(
    'INSERT INTO text_block (document_id, start, body) VALUES (?, ?, ?)',
  );
  return {
    write(documentId, blocks) {
      for (const { start, body } of blocks) insert.run(documentId, start, body);
    },
  };
}

/** A block never ends inside a surrogate pair, which UTF-8 could not hold. */
function blockEnd(text: string, start: number): number {
  const end = Math.min(start + blockChars, text.length);
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end + 1 : end;
}

function pack(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length < packedFromBytes) return bytes;
  if (bytes.length >= deflatedUntilBytes) return zstdCompressSync(bytes, zstd);
  return Buffer.concat([deflatedMark, deflateRawSync(bytes, deflate)]);
}

function unpack(body: Buffer): string {
  if (startsWith(body, deflatedMark)) return inflateRawSync(body.subarray(deflatedMark.length)).toString();
  return (startsWith(body, zstdMagic) ? zstdDecompressSync(body) : body).toString();
}

function startsWith(body: Buffer, mark: Buffer): boolean {
  return body.subarray(0, mark.length).equals(mark);
}

/** Reads documents' texts; offsets are UTF-16 units, end exclusive. */
export interface TextReader {
  whole(documentId: number): string;
  slice(documentId: number, start: number, end: number): string;
}

interface BlockRow {
  readonly blockId: number;
  readonly start: number;
}

export function createTextReader(db: ReadableDb): TextReader {
  const blocks = db.prepare<[number, number, number, number], BlockRow>(
    `SELECT block_id AS blockId, start FROM text_block WHERE document_id = ? AND start < ?
      AND start >= (SELECT max(start) FROM text_block WHERE document_id = ? AND start <= ?) ORDER BY start`,
  );
  const bodyOf = db.prepare<[number], Buffer>('SELECT body FROM text_block WHERE block_id = ?').pluck();
  // A block's id is never given out twice, so that what is kept under it stays true.
  const kept = new Map<number, string>();
  const textOf = (blockId: number): string => {
    const text = kept.get(blockId) ?? unpack(bodyOf.get(blockId) ?? Buffer.alloc(0));
    kept.delete(blockId);
    kept.set(blockId, text);
    const [oldest] = kept.keys();
    if (kept.size > keptBlocks && oldest !== undefined) kept.delete(oldest);
    return text;
  };
  const slice = (documentId: number, start: number, end: number): string => {
    const rows = blocks.all(documentId, end, documentId, start);
    const from = rows[0]?.start ?? 0;
    return rows
      .map(({ blockId }) => textOf(blockId))
      .join('')
      .slice(start - from, end - from);
  };
  return { slice, whole: (documentId) => slice(documentId, 0, Number.MAX_SAFE_INTEGER) };
}
