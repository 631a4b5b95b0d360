import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small file system of its own, with what can fill it. */
export interface SmallDisk {
  readonly folder: string;
  /** Writes zeros until so much is left, in bytes; 0: until nothing more fits. */
  fill(leaveBytes: number): void;
  /** Takes the zeros away again. */
  free(): void;
  end(): void;
}

export type DiskKind = 'tmpfs' | 'ext4';

/** Null, and why in words, where this user may not mount one. */
export function mountSmallDisk(
  base: string,
  kind: DiskKind,
  megabytes: number,
): SmallDisk | { readonly refused: string } {
  const folder = join(base, kind);
  mkdirSync(folder);
  try {
    mount(base, kind, folder, megabytes);
  } catch (error) {
    return { refused: String(error instanceof Error ? error.message : error).split('\n')[0] ?? '' };
  }
  const zeros = join(folder, 'zeros');
  return {
    folder,
    fill: (leaveBytes) => writeZeros(zeros, folder, leaveBytes),
    free: () => rmSync(zeros, { force: true }),
    end: () => void execFileSync('umount', ['-l', folder]),
  };
}

function mount(base: string, kind: DiskKind, folder: string, megabytes: number): void {
  const quiet = { stdio: 'pipe' } as const;
  if (kind === 'tmpfs') {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], quiet);
    return;
  }
  const image = join(base, 'image');
  closeSync(openSync(image, 'w'));
  truncateSync(image, megabytes * 1024 * 1024);
  execFileSync('mkfs.ext4', ['-q', '-m', '0', image], quiet);
  execFileSync('mount', ['-o', 'loop', image, folder], quiet);
}

function writeZeros(path: string, folder: string, leaveBytes: number): void {
  const file = openSync(path, 'a');
  try {
    for (const bytes of [1_000_000, 4_096, 1]) {
      const piece = Buffer.alloc(bytes);
      for (;;) {
        const { bavail, bsize } = statfsSync(folder);
        if (leaveBytes > 0 && bavail * bsize <= leaveBytes) return;
        if (!wrote(file, piece)) break;
      }
    }
  } finally {
    closeSync(file);
  }
}

function wrote(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch {
    return false;
  }
}
