import type { FileWrite } from '../store/file-writer.ts';
import type { FileStore } from '../store/files.ts';
import type { WriteTurns } from './write-turns.ts';

/**
 * Files that are ready within this time share a transaction, while others are on their way. Ten mails in each cost .37 ms
 * of processor a mail, sixty .28 (measured): a commit writes whole pages of every index it touched.
 */
const gatherMs = 150;
/** Chunks in one transaction, unless one file alone has more: about 45 ms without a turn for a search that may come. */
const chunksAtMost = 400;
/** The same while somebody searches: about 8 ms. */
const chunksWhileAsked = 60;

/** Writes what files were read to; each file wholly or not at all. */
export interface FileWrites {
  /**
   * Resolves when it is committed; rejects with the signal's reason where it was aborted before. `mayShare`: others are
   * on their way, so that it is worth while to wait for them.
   */
  write(write: FileWrite, mayShare: boolean, signal: AbortSignal): Promise<void>;
}

interface Waiting {
  readonly write: FileWrite;
  readonly chunks: number;
  readonly mayShare: boolean;
  readonly signal: AbortSignal;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** `isAsked`: whether somebody searches. */
export function createFileWrites(
  files: FileStore,
  turns: WriteTurns,
  isAsked: () => boolean = () => false,
): FileWrites {
  let waiting: Waiting[] = [];
  let isGathering = false;
  let endGathering: () => void = () => undefined;

  const mostChunks = (): number => (isAsked() ? chunksWhileAsked : chunksAtMost);
  const takeGroup = (): Waiting[] => {
    const aborted = waiting.filter(({ signal }) => signal.aborted);
    for (const { reject, signal } of aborted) reject(signal.reason);
    waiting = waiting.filter(({ signal }) => !signal.aborted);
    const most = mostChunks();
    let chunks = 0;
    let count = 0;
    for (const one of waiting) {
      chunks += one.chunks;
      if (count > 0 && chunks > most) break;
      count++;
    }
    return waiting.splice(0, count);
  };
  /** Enough is there for a group, or nothing more is expected. */
  const isDue = (): boolean =>
    waiting.reduce((sum, { chunks }) => sum + chunks, 0) >= mostChunks() ||
    waiting.some(({ mayShare }) => !mayShare);
  /** Resolves when the group is due, and after a while with what there is. */
  const gathered = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      endGathering = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const writeWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (!isDue()) await gathered();
      await turns.run(() => writeGroup(files, takeGroup()));
    }
    isGathering = false;
  };

  return {
    write: (write, mayShare, signal) =>
      new Promise((resolve, reject) => {
        const chunks = write.documents.reduce((sum, document) => sum + document.chunks.length, 1);
        waiting.push({ write, chunks, mayShare, signal, resolve, reject });
        if (isDue()) endGathering();
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
