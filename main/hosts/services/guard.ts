import { Worker } from 'node:worker_threads';

/** Written to stderr by the guard just before it ends its process for its size; the spawner reads it there. */
export const memoryMark = 'quipu-guard: memory';

/** Environment of a guarded child: the resident size in MB at which it is ended; absent or 0 for no limit. */
export const rssLimitVariable = 'QUIPU_RSS_LIMIT_MB';
/** Environment of a guarded child: the process id of who started it. */
export const parentPidVariable = 'QUIPU_PARENT_PID';

interface Watched {
  readonly parentPid: number;
  readonly rssLimitBytes: number;
  readonly mark: string;
  readonly pollMs: number;
  /** Where half of the limit is passed. */
  readonly nearPollMs: number;
}

/**
 * Ends this process with SIGKILL as soon as its parent is gone or its resident size passes the limit.
 * It runs on a thread of its own, so that neither a parser in an endless loop nor native code outlives the host.
 */
export function startGuard(): void {
  const rssLimitBytes = Number(process.env[rssLimitVariable] ?? 0) * 1024 * 1024;
  const watched: Watched = {
    parentPid: Number(process.env[parentPidVariable] ?? process.ppid),
    rssLimitBytes,
    mark: memoryMark,
    // A bomb fills a gigabyte in a second; a parent that is gone can wait that long, and wakes cost battery.
    pollMs: rssLimitBytes > 0 ? 200 : 1000,
    nearPollMs: 20,
  };
  // Handed over as source: a worker file of its own would have to be found again in every bundle and archive.
  new Worker(`(${watch.toString()})(${JSON.stringify(watched)})`, { eval: true }).unref();
}

/** The thread's whole program; it may use nothing from outside itself. */
function watch({ parentPid, rssLimitBytes, mark, pollMs, nearPollMs }: Watched): void {
  const { writeSync } = process.getBuiltinModule('node:fs');
  const firstParent = process.ppid;
  const parentLives = (): boolean => {
    if (process.ppid !== firstParent) return false;
    try {
      process.kill(parentPid, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  };
  const look = (): void => {
    const rssBytes = rssLimitBytes > 0 ? process.memoryUsage.rss() : 0;
    const tooLarge = rssBytes > rssLimitBytes;
    if (!tooLarge && parentLives()) {
      setTimeout(look, rssBytes > rssLimitBytes / 2 ? nearPollMs : pollMs);
      return;
    }
    try {
      if (tooLarge) writeSync(2, `${mark}\n`);
    } finally {
      process.kill(process.pid, 'SIGKILL');
    }
  };
  look();
}
