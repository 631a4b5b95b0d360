import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from '#main/app/folders.ts';
import type { Progress } from '#main/contract/sources.ts';
import { openSession } from '#main/hosts/cli/session.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import type { Bench } from './measurement.ts';

/** An engine of its own processes over a library in the bench's folder, as the command line starts it. */
export interface RunningEngine {
  readonly client: EngineClient;
  /** Resolves once progress satisfies `enough`. */
  until(enough: (progress: Progress) => boolean): Promise<void>;
  /** Ends it before the run does, so that its library can be looked at. */
  stop(): Promise<void>;
}

export async function startEngine(
  bench: Bench,
  options: { readonly models: boolean },
): Promise<RunningEngine> {
  const models = join(bench.dir, 'no-models');
  mkdirSync(models, { recursive: true });
  const kept = process.env['QUIPU_MODELS_DIR'];
  if (!options.models) process.env['QUIPU_MODELS_DIR'] = models;
  const session = openSession(foldersOf(join(bench.dir, 'library')), new AbortController().signal);
  let isRunning = true;
  let disconnect = (): void => undefined;
  const stop = async (): Promise<void> => {
    if (!isRunning) return;
    isRunning = false;
    disconnect();
    await session.close();
    if (kept === undefined) delete process.env['QUIPU_MODELS_DIR'];
    else process.env['QUIPU_MODELS_DIR'] = kept;
  };
  bench.atEnd(stop);
  const { client, close } = await session.engine.connect();
  disconnect = close;
  return {
    client,
    stop,
    async until(enough) {
      for await (const progress of await client.sources.progress()) if (enough(progress)) return;
    },
  };
}

/** All files read; what is left to embed does not matter. */
export function allRead(progress: Progress): boolean {
  return (
    progress.phase !== 'scanning' &&
    progress.phase !== 'reading' &&
    progress.filesDone === progress.filesTotal
  );
}

const roles = { engine: /entries\/engine/, models: /entries\/models/, parser: /entries\/parser/ } as const;

/**
 * Peak resident size in MB of the services this process started, the largest of each role. Empty where the
 * system does not tell (only Linux does, in /proc).
 */
export function peakMegabytes(): Record<string, number> {
  const peaks: Record<string, number> = {};
  for (const { pid, role } of services()) {
    const peak = /VmHWM:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1];
    if (peak === undefined) continue;
    const key = `${role}PeakMb`;
    peaks[key] = Math.max(peaks[key] ?? 0, Number(peak) / 1024);
  }
  return peaks;
}

/** Processor time in ms that the services this process started have used so far; NaN where the system does not tell. */
export function processorMs(): number {
  const running = services();
  if (running.length === 0) return Number.NaN;
  return running.reduce((sum, { pid }) => {
    // Fields 14 and 15 of proc_pid_stat(5), counted after the name, in hundredths of a second.
    const [, , , , , , , , , , , user, system] = readProc(pid, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    return sum + 10 * (Number(user) + Number(system));
  }, 0);
}

/** The running services of a role that this process started; empty where the system does not tell. */
export function pidsOf(role: keyof typeof roles): number[] {
  return services()
    .filter((service) => service.role === role)
    .map(({ pid }) => pid);
}

function services(): { pid: number; role: string }[] {
  return descendants().flatMap((pid) => {
    const command = readProc(pid, 'cmdline');
    const role = Object.entries(roles).find(([, entry]) => entry.test(command))?.[0];
    return role === undefined ? [] : [{ pid, role }];
  });
}

function descendants(): number[] {
  if (process.platform !== 'linux') return [];
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = /PPid:\s+(\d+)/.exec(readProc(Number(entry), 'status'))?.[1];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended between listing and reading.
    return '';
  }
}
