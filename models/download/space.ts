import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { sizeWords } from '#main/contract/size-words.ts';

/** Left free beside what is downloaded, so that the system keeps working. */
const reserveBytes = 64 * 1024 * 1024;

/** Throws Fault `model-needs-room` where the folder's disk has no room for this many bytes of a model. */
export async function askSpace(folder: string, model: string, neededBytes: number): Promise<void> {
  const freeBytes = await freeOn(folder);
  if (freeBytes >= neededBytes + reserveBytes) return;
  const needed = sizeWords(neededBytes + reserveBytes);
  throw new Fault('model-needs-room', { model, needed, path: folder, free: sizeWords(freeBytes) });
}

/** Bytes that may still be written on the disk that a folder lies on, or will lie on. */
export async function freeOn(folder: string): Promise<number> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statfs(at).catch(() => null);
    if (found !== null) return found.bavail * found.bsize;
    if (dirname(at) === at) return 0;
  }
}

/** A write that failed for want of space as Fault `disk-full`; any other error unchanged. */
export function diskFault(error: unknown, folder: string): unknown {
  return (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC'
    ? new Fault('disk-full', { path: folder }, error)
    : error;
}
