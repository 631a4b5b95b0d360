import { statfs } from 'node:fs/promises';
import { Fault } from '#main/contract/fault.ts';

/** Left free beside what is downloaded, so that the system keeps working. */
const reserveBytes = 64 * 1024 * 1024;

/** Throws Fault `disk-full` where the folder's disk has no room for this many bytes. */
export async function askSpace(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes + reserveBytes) throw new Fault('disk-full', { path: folder });
}

/** A write that failed for want of space as Fault `disk-full`; any other error unchanged. */
export function diskFault(error: unknown, folder: string): unknown {
  return (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC'
    ? new Fault('disk-full', { path: folder }, error)
    : error;
}
