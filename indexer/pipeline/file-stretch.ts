import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { FileStat } from '../store/file-row.ts';
import { look, sightingOf } from '../watch/sighting.ts';

// As files are opened to be indexed: never written to, no link followed, no pipe waited for.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface FileStretch {
  readonly stat: FileStat;
  readonly bytes: Uint8Array;
}

/**
 * Bytes of a file as it lies on the disk now. It has to lie inside of the source it was indexed from, links of its
 * folders followed, and to be an ordinary file. Throws Fault `path-missing`.
 */
export async function readStretch(
  path: string,
  sourcePath: string,
  at: number,
  length: number | 'all',
): Promise<FileStretch> {
  const missing = (cause?: unknown) => new Fault('path-missing', { path }, cause);
  const real = await realpath(path).catch((error: unknown) => {
    throw missing(error);
  });
  if (real !== sourcePath && !real.startsWith(sourcePath.endsWith(sep) ? sourcePath : sourcePath + sep))
    throw missing();
  if ((await look(path)).kind !== 'file') throw missing();
  const handle = await open(path, openFlags).catch((error: unknown) => {
    throw missing(error);
  });
  try {
    const sighting = sightingOf(await handle.stat());
    if (sighting.kind !== 'file') throw missing();
    const { stat } = sighting;
    const wanted = length === 'all' ? stat.sizeBytes : length;
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(wanted, stat.sizeBytes - at)));
    let count = 0;
    while (count < bytes.length) {
      const { bytesRead } = await handle.read(bytes, count, bytes.length - count, at + count);
      if (bytesRead === 0) break;
      count += bytesRead;
    }
    return { stat, bytes: bytes.subarray(0, count) };
  } finally {
    await handle.close();
  }
}
