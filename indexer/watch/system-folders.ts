import { isInside } from './ignore-rules.ts';

interface SystemFolder {
  readonly path: string;
  /** Below it, but a person's own: where disks and shares are mounted, and memory as a disk. */
  readonly except: readonly string[];
}

/**
 * Where the kernel and what runs show themselves as files. They are made up while they are read, act on being opened,
 * never end, or hold what other programs keep in memory.
 */
const systemFolders: readonly SystemFolder[] = foldersOf(process.platform);

function foldersOf(platform: NodeJS.Platform): readonly SystemFolder[] {
  const devices = { path: '/dev', except: ['/dev/shm'] };
  if (platform === 'win32') return [];
  if (platform !== 'linux') return [devices];
  return [
    devices,
    { path: '/proc', except: [] },
    { path: '/sys', except: [] },
    { path: '/run', except: ['/run/host', '/run/media', '/run/user'] },
  ];
}

/** True for a place that can be no source. */
export function isSystemPlace(path: string): boolean {
  return systemFolders.some(
    (folder) => isInside(folder.path, path) && !folder.except.some((own) => isInside(own, path)),
  );
}

/** What is left out of a source at `root`. */
export function systemFoldersBelow(root: string): string[] {
  return systemFolders.map(({ path }) => path).filter((path) => isInside(root, path));
}
