import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { sizeOf, withHubBytes } from './hub-bytes.ts';
import { SourceUnavailable } from './source-unavailable.ts';

/** How a large file is fetched over several connections. */
export interface Pieces {
  /** What one connection fetches before it goes on with the next; also what joining them takes of the disk beside the file. */
  readonly bytes: number;
  readonly connections: number;
}

/** Four connections fill a line of which servers give one a share; pieces of 32 MB cost 150 requests in 5 GB. */
export const usualPieces: Pieces = { bytes: 32 * 1024 * 1024, connections: 4 };

const copyBytes = 1024 * 1024;

/** The server sends the whole file whatever is asked. */
export class NoRanges extends SourceUnavailable {}

export interface Fetching {
  readonly url: string;
  /** What has arrived from the file's beginning on; a piece further on lies beside it as `<part>.<its first byte>`. */
  readonly part: string;
  readonly sizeBytes: number;
  readonly pieces: Pieces;
}

/**
 * Fetches what is missing of a file in pieces, several at once, and joins them to `part`, which is whole at the end but
 * not checked. A piece's size is what has arrived of it, so that after a break, a kill too, nothing is fetched again.
 * Throws NoRanges, SourceUnavailable, Fault `disk-full`.
 */
export async function fetchInPieces(fetching: Fetching, signal: AbortSignal): Promise<void> {
  const { part, sizeBytes, pieces } = fetching;
  const missing = await missingSpans(part, sizeBytes, pieces.bytes);
  const leaving = new AbortController();
  const stop = AbortSignal.any([signal, leaving.signal]);
  // What another connection is still writing to stays as it is.
  const whole = new Set<number>();
  let joining = Promise.resolve();
  const lane = async (): Promise<void> => {
    for (let span = missing.shift(); span !== undefined; span = missing.shift()) {
      await fetchSpan(fetching, span, stop);
      whole.add(span.start);
      joining = joining.then(() => joinPieces(part, (start) => whole.has(start)));
      await joining;
    }
  };
  const lanes = Array.from({ length: pieces.connections }, lane);
  try {
    await Promise.all(lanes);
  } finally {
    leaving.abort();
    await Promise.allSettled(lanes);
    await joining.catch(() => undefined);
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** From what is joined on, along a grid that is the same at every try, so that pieces of an earlier one have their places. */
async function missingSpans(part: string, sizeBytes: number, pieceBytes: number): Promise<Span[]> {
  const spans: Span[] = [];
  for (let start = await sizeOf(part); start < sizeBytes; ) {
    const end = Math.min(sizeBytes, (Math.floor(start / pieceBytes) + 1) * pieceBytes);
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** Tries again for as long as each try brings something. */
async function fetchSpan({ url, part, sizeBytes }: Fetching, { start, end }: Span, signal: AbortSignal) {
  const path = `${part}.${start}`;
  for (let have = await sizeOf(path); have < end - start; ) {
    const from = start + have;
    let failure: unknown;
    try {
      await withHubBytes({ url, path, from, until: end, sizeBytes }, signal, async (answer) => {
        if (!answer.isRange) throw new NoRanges('the server knows no ranges');
        if (answer.startByte !== from) throw new SourceUnavailable('another part of the file was offered');
        await append(path, answer.bytes, end - from);
      });
    } catch (error) {
      failure = error;
    }
    const now = await sizeOf(path);
    const isBreak = failure instanceof SourceUnavailable && !(failure instanceof NoRanges);
    if (failure !== undefined && (now === have || !isBreak)) throw failure;
    if (now === have) throw new SourceUnavailable('the connection was cut off');
    have = now;
  }
}

async function append(path: string, bytes: AsyncIterable<Uint8Array>, atMost: number): Promise<void> {
  await using output = await open(path, 'a', 0o600);
  let left = atMost;
  for await (const some of bytes) {
    const fresh = some.subarray(0, left);
    await output.write(fresh);
    left -= fresh.length;
    if (left === 0) return;
  }
}

interface PieceFile extends Span {
  readonly path: string;
}

async function piecesOf(part: string): Promise<PieceFile[]> {
  const names = await readdir(dirname(part)).catch(() => []);
  const prefix = `${basename(part)}.`;
  const starts = names.flatMap((name) => {
    const start = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return /^\d+$/.test(start) ? [Number(start)] : [];
  });
  const found = starts.map(async (start) => {
    const path = `${part}.${start}`;
    return { path, start, end: start + (await sizeOf(path)) };
  });
  return (await Promise.all(found)).sort((a, b) => a.start - b.start);
}

/** Appends to `part` what follows it at once, and lets go of pieces that it holds; a join that was killed is gone on with. */
export async function joinPieces(
  part: string,
  mayJoin: (start: number) => boolean = () => true,
): Promise<void> {
  let joined = await sizeOf(part);
  for (const { path, start, end } of await piecesOf(part)) {
    if (start > joined || !mayJoin(start)) return;
    if (end > joined) {
      await copyOnto(part, path, joined - start);
      joined = end;
    }
    await rm(path, { force: true });
  }
}

async function copyOnto(part: string, path: string, fromByte: number): Promise<void> {
  await using output = await open(part, 'a', 0o600);
  await using input = await open(path, 'r');
  const buffer = Buffer.alloc(copyBytes);
  for (let at = fromByte; ; ) {
    const { bytesRead } = await input.read(buffer, 0, copyBytes, at);
    if (bytesRead === 0) return;
    await output.write(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

/** Bytes of the file that are there, in `part` or in a piece, each counted once. */
export async function arrivedOf(part: string): Promise<number> {
  const joined = await sizeOf(part);
  return (await piecesOf(part)).reduce(
    (sum, { start, end }) => sum + Math.max(0, end - Math.max(joined, start)),
    joined,
  );
}

/** Deletes what has arrived. */
export async function dropArrived(part: string): Promise<void> {
  await Promise.all(
    [part, ...(await piecesOf(part)).map(({ path }) => path)].map((path) => rm(path, { force: true })),
  );
}
