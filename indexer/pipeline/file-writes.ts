import { setTimeout as rest } from 'node:timers/promises';
import type { FileWrite } from '../store/file-writer.ts';
import type { FileStore } from '../store/files.ts';
import type { WriteTurns } from './write-turns.ts';

/**
 * Files that are ready within this time share a transaction. Ten mails in each cost .37 ms of processor a mail, sixty
 * .28 (measured): a commit writes whole pages of every index it touched.
 */
const gatherMs = 40;
/** Chunks in one transaction, unless one file alone has more: about 15 ms without a turn for searches. */
const chunksAtMost = 150;

/** Writes what files were read to; each file wholly or not at all. */
export interface FileWrites {
  /** Resolves when it is committed; rejects with the signal's reason where it was aborted before. */
  write(write: FileWrite, signal: AbortSignal): Promise<void>;
}

interface Waiting {
  readonly write: FileWrite;
  readonly chunks: number;
  readonly signal: AbortSignal;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export function createFileWrites(files: FileStore, turns: WriteTurns): FileWrites {
  let waiting: Waiting[] = [];
  let isGathering = false;

  const takeGroup = (): Waiting[] => {
    const aborted = waiting.filter(({ signal }) => signal.aborted);
    for (const { reject, signal } of aborted) reject(signal.reason);
    waiting = waiting.filter(({ signal }) => !signal.aborted);
    let chunks = 0;
    let count = 0;
    for (const one of waiting) {
      chunks += one.chunks;
      if (count > 0 && chunks > chunksAtMost) break;
      count++;
    }
    return waiting.splice(0, count);
  };
  const isFull = (): boolean => waiting.reduce((sum, { chunks }) => sum + chunks, 0) >= chunksAtMost;
  const writeWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (!isFull()) await rest(gatherMs);
      await turns.run(() => writeGroup(files, takeGroup()));
    }
    isGathering = false;
  };

  return {
    write: (write, signal) =>
      new Promise((resolve, reject) => {
        const chunks = write.documents.reduce((sum, document) => sum + document.chunks.length, 1);
        waiting.push({ write, chunks, signal, resolve, reject });
        if (isGathering) return;
        isGathering = true;
        void writeWaiting();
      }),
  };
}

/** One transaction; where it fails each file has its own, so that a file that can't be written holds up no other. */
function writeGroup(files: FileStore, group: readonly Waiting[]): void {
  if (group.length === 0) return;
  try {
    files.replaceAll(group.map(({ write }) => write));
    for (const { resolve } of group) resolve();
  } catch (error) {
    if (group.length === 1) for (const { reject } of group) reject(error);
    else for (const one of group) writeGroup(files, [one]);
  }
}
