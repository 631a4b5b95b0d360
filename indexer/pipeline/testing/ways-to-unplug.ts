import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One way in which the root of a source goes and comes back. */
export interface Unplugging {
  readonly name: string;
  /** Why it can't be done here, in a sentence; null where it can. */
  readonly cannot: string | null;
  /** Before the folder holds anything. */
  begin(folder: string): void;
  away(folder: string): void;
  back(folder: string): void | Promise<void>;
  /** Whatever became of it: nothing of it stays. */
  end(folder: string): void;
}

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
const nobody = 65_534;
const none = (): void => undefined;
const disk = (folder: string): string => `${folder}-disk`;
const away = (folder: string): string => `${folder}-away`;
const cannotMount =
  isLinux && isRoot ? null : 'Only the superuser of a Linux system may mount, so this was not tried.';

function run(program: string, ...words: string[]): void {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function unmounted(folder: string): void {
  try {
    run('umount', '-l', folder);
  } catch {
    // It was not mounted.
  }
}

const mounted = {
  begin(folder: string): void {
    mkdirSync(disk(folder));
    run('mount', '--bind', disk(folder), folder);
  },
  end(folder: string): void {
    unmounted(folder);
    unmounted(folder);
  },
};

const gone: Unplugging = {
  ...{ name: 'gone', cannot: null, begin: none, end: none },
  away: (folder) => renameSync(folder, away(folder)),
  back: (folder) => renameSync(away(folder), folder),
};

/** As a mount point that its disk has left, without a mount. */
const emptied: Unplugging = {
  ...{ name: 'an empty folder in its place', cannot: null, begin: none, end: none },
  away(folder) {
    renameSync(folder, away(folder));
    mkdirSync(folder);
  },
  back(folder) {
    renameSync(folder, `${folder}-empty`);
    renameSync(away(folder), folder);
  },
};

const emptyMount: Unplugging = {
  ...{ name: 'an empty mount point', cannot: cannotMount, ...mounted },
  away: (folder) => run('umount', folder),
  back: (folder) => run('mount', '--bind', disk(folder), folder),
};

/** The superuser reads whatever it likes, so that for this the process is another user for a while. */
const forbidden: Unplugging = {
  name: 'permission lost',
  cannot: process.platform === 'win32' ? 'Windows keeps permissions otherwise, so this was not tried.' : null,
  begin(folder) {
    if (!isRoot) return;
    for (const path of [folder, join(folder, '..'), join(folder, '../library')]) giveAway(path);
    process.setegid?.(nobody);
    process.seteuid?.(nobody);
  },
  away: (folder) => chmodSync(folder, 0o000),
  back: (folder) => chmodSync(folder, 0o700),
  end(folder) {
    chmodSync(folder, 0o700);
    if (!isRoot) return;
    process.seteuid?.(0);
    process.setegid?.(0);
  },
};

function giveAway(path: string): void {
  run('chown', '-R', `${nobody}:${nobody}`, path);
}

const otherVolume: Unplugging = {
  ...{ name: 'another volume in its place', cannot: cannotMount, ...mounted },
  away(folder) {
    run('umount', folder);
    run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'other', folder);
    writeFileSync(join(folder, 'other.md'), 'Medlars of another disk.');
  },
  back(folder) {
    run('umount', '-l', folder);
    run('mount', '--bind', disk(folder), folder);
  },
};

/** A file system whose server never answers (fuse(4)): whoever looks at the folder waits until it is given up. */
function hanging(): Unplugging {
  let server: number | null = null;
  return {
    name: 'slow: it hangs and does not answer',
    cannot: cannotMount ?? (existsSync('/dev/fuse') ? null : 'There is no /dev/fuse, so this was not tried.'),
    begin: none,
    away(folder) {
      server = openSync('/dev/fuse', 'r+');
      const options = 'fd=3,rootmode=40000,user_id=0,group_id=0';
      const stdio = ['ignore', 'ignore', 'pipe', server] as const;
      execFileSync('mount', ['-i', '-t', 'fuse', '-o', options, 'hanging', folder], { stdio: [...stdio] });
    },
    back(folder) {
      if (server !== null) closeSync(server);
      server = null;
      run('umount', '-l', folder);
    },
    end(folder) {
      if (server === null) return;
      closeSync(server);
      unmounted(folder);
    },
  };
}

/** Those that need neither rights nor a particular system come first. */
export function waysToUnplug(): readonly Unplugging[] {
  return [gone, emptied, forbidden, emptyMount, otherVolume, hanging()];
}
