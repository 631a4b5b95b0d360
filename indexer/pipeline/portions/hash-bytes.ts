import { createHash, type Hash } from 'node:crypto';
import type { OpenFile } from '../read-file.ts';

/** Read and hashed at once: under 1 ms of hashing between two turns of the event loop. */
const pieceBytes = 1024 * 1024;
/** What is looked at twice, so that no end of a piece hides what is looked for; and the bytes before it that are given back. */
const overlapBytes = 64;
const contextBytes = 4;

/** The sha256 (hex) of a stretch of a file; null where the file ends before it does. */
export async function hashBetween(
  file: OpenFile,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<string | null> {
  if (end > file.stat.sizeBytes) return null;
  const hash = createHash('sha256');
  for (let at = start; at < end; at += pieceBytes) {
    signal.throwIfAborted();
    const bytes = await file.read(at, Math.min(pieceBytes, end - at));
    if (bytes.length < Math.min(pieceBytes, end - at)) return null;
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Where some bytes stand next, or the file's end, less the few bytes before it that say what it is. What is passed over
 * goes into the hash: the middle of a mail of gigabytes is no parser's work.
 */
export async function hashUpTo(
  file: OpenFile,
  start: number,
  sought: string,
  hash: Hash,
  signal: AbortSignal,
): Promise<number> {
  for (let at = start; ; ) {
    signal.throwIfAborted();
    const bytes = await file.read(at, pieceBytes);
    const found = indexIn(bytes, sought);
    const isLast = bytes.length < pieceBytes;
    const passed =
      found !== -1 ? Math.max(0, found - contextBytes) : isLast ? bytes.length : pieceBytes - overlapBytes;
    hash.update(bytes.subarray(0, passed));
    at += passed;
    if (found !== -1 || isLast) return at;
  }
}

/** Where some bytes stand first between two places of a file; null where they do not, and the file goes on behind. */
export async function findBetween(
  file: OpenFile,
  start: number,
  end: number,
  sought: string,
  signal: AbortSignal,
): Promise<number | null> {
  for (let at = start; at < end; at += pieceBytes - overlapBytes) {
    signal.throwIfAborted();
    const bytes = await file.read(at, pieceBytes);
    const found = indexIn(bytes, sought);
    if (found !== -1) return at + found;
    if (bytes.length < pieceBytes) return at + bytes.length;
  }
  return null;
}

function indexIn(bytes: Uint8Array, sought: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(sought, 0, 'latin1');
}
