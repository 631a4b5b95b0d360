import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { WritableDb } from './connection.ts';

/**
 * Left free by the index, which can be made again: answers, settings and logs are still written then, and SQLite, which
 * needs room to open a database too, can.
 */
const sparedBytes = 64 * 1024 * 1024;
/** Of a disk on which that would be much. */
const sparedShare = 1 / 16;
/** Asked for beyond what is known to be needed, so that the next file does not stop it again. */
const leastNeededBytes = 16 * 1024 * 1024;
/** Of the bytes of files that wait: what the text of a mailbox takes with its index and embeddings, and what none exceeds. */
const usualShare = 1;
const largestShare = 3;

/** Whether the library's disk has room for more of the index. */
export interface Room {
  isShort(): boolean;
  /** Throws Fault `index-needs-room` where the disk has none. */
  require(): void;
  /** The Fault with what has to be freed. */
  shortage(cause?: unknown): Fault;
}

/** What the system says of the disk that holds a folder. */
export type DiskLook = (folder: string) => { readonly freeBytes: number; readonly totalBytes: number };

export const lookAtDisk: DiskLook = (folder) => {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
};

/** The room on the disk of the library in `file`. */
export function createRoom(db: WritableDb, file: string, look: DiskLook): Room {
  const path = dirname(file);
  const waiting = db.prepare<[], number>('SELECT coalesce(sum(size_bytes), 0) FROM file WHERE dirty').pluck();
  const indexed = db
    .prepare<[], number>(`SELECT coalesce(sum(size_bytes), 0) FROM file WHERE state IN ('indexed', 'partly')`)
    .pluck();
  const shareSoFar = (): number => {
    const pages = Number(db.pragma('page_count', { simple: true }));
    const bytes = pages * Number(db.pragma('page_size', { simple: true }));
    const read = indexed.get() ?? 0;
    return read === 0 ? usualShare : Math.min(largestShare, bytes / read);
  };
  const disk = (): { freeBytes: number; sparedBytes: number } => {
    const { freeBytes, totalBytes } = look(path);
    return { freeBytes, sparedBytes: Math.min(sparedBytes, totalBytes * sparedShare) };
  };
  const isShort = (): boolean => {
    const { freeBytes, sparedBytes: spared } = disk();
    return freeBytes < spared;
  };
  const shortage = (cause?: unknown): Fault => {
    const { freeBytes, sparedBytes: spared } = disk();
    const lacking = spared + (waiting.get() ?? 0) * shareSoFar() - freeBytes;
    return new Fault('index-needs-room', { path, needed: sized(Math.max(lacking, leastNeededBytes)) }, cause);
  };
  return {
    isShort,
    shortage,
    require() {
      if (isShort()) throw shortage();
    },
  };
}

/** The same store, whose `verbs` make the index grow and so ask for room first. */
export function needingRoom<Store extends object>(
  store: Store,
  verbs: readonly (keyof Store)[],
  room: Room,
): Store {
  const asking = verbs.map((name) => {
    const verb = store[name];
    if (typeof verb !== 'function') return [name, verb];
    const asked = (...input: unknown[]): unknown => {
      room.require();
      return verb(...input);
    };
    return [name, asked];
  });
  // Every property is there again, with the type it had.
  return { ...store, ...(Object.fromEntries(asking) as Partial<Store>) };
}

function sized(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
