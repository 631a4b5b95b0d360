import { cpus } from 'node:os';

/** The clock of the kernel's own counters ticks every 10 ms; a shorter window would measure noise. */
const shortestWindowMs = 80;

export interface CoreMeter {
  /** Cores that other programs left to this process since the last measurement, used by it or idle. */
  free(): number;
}

interface Reading {
  readonly atMs: number;
  readonly idleMs: number;
  readonly ownMs: number;
}

/** Starts measuring; until a first window has passed everything counts as free. */
export function createCoreMeter(read: () => Reading = readNow): CoreMeter {
  let last = read();
  let free = Number.POSITIVE_INFINITY;
  return {
    free: () => {
      const now = read();
      const windowMs = now.atMs - last.atMs;
      if (windowMs >= shortestWindowMs) {
        free = (now.idleMs - last.idleMs + now.ownMs - last.ownMs) / windowMs;
        last = now;
      }
      return free;
    },
  };
}

/**
 * How many threads of one computation the free cores carry. llama.cpp's threads wait for each other by spinning, so
 * a core shared with another program stops them all: measured on two cores of which one was busy, 1.6 tokens/s with
 * two threads and 52 with one. A quarter of a core may be missing.
 */
export function threadsFor(freeCores: number, cores: number): number {
  return Math.max(1, Math.min(cores, Math.floor(freeCores + 0.25)));
}

function readNow(): Reading {
  const { user, system } = process.cpuUsage();
  const idleMs = cpus().reduce((sum, { times }) => sum + times.idle, 0);
  return { atMs: performance.now(), idleMs, ownMs: (user + system) / 1000 };
}
