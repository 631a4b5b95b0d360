import { readdirSync, readFileSync } from 'node:fs';
import { type CpuInfo, cpus } from 'node:os';
import { join } from 'node:path';
import type { Computer, Known } from './computer.ts';

/** Other programs together, as a share of all processors: a desktop at rest takes 2 to 8 %. */
const quietShare = 0.15;
/** Ticks a second in /proc, on every Linux that Node runs on. */
const ticksPerSecond = 100;

export interface LinuxOptions {
  /** This engine's services, whose work is not the person's. */
  readonly ownPids: () => readonly number[];
  /** Where the kernel shows power supplies and processes; tests have their own. */
  readonly sys?: string;
  readonly proc?: string;
  readonly processors?: () => readonly Pick<CpuInfo, 'times'>[];
}

/** Linux without a desktop's help: batteries by the kernel, and idle is when other programs have little to do. */
export function linuxComputer(options: LinuxOptions): Computer {
  const { ownPids, sys = '/sys', proc = '/proc', processors = cpus } = options;
  const ownTicks = (): number[] => [process.pid, ...ownPids()].map((pid) => ticksOf(proc, pid));
  const measure = createLoad(processors, ownTicks);
  let quietSinceMs = performance.now();
  return {
    use() {
      const nowMs = performance.now();
      if (measure() > quietShare) quietSinceMs = nowMs;
      return { idleMs: { is: nowMs - quietSinceMs }, onBattery: onBattery(join(sys, 'class/power_supply')) };
    },
  };
}

/** Share of all processors that others used since the last call; all of them at the first, for nothing is known yet. */
function createLoad(
  processors: () => readonly Pick<CpuInfo, 'times'>[],
  ownTicks: () => number[],
): () => number {
  let last: { busyMs: number; totalMs: number; ownMs: number } | null = null;
  return () => {
    const times = processors().map(({ times: { idle, irq, nice, sys, user } }) => ({
      busy: irq + nice + sys + user,
      idle,
    }));
    const busyMs = times.reduce((sum, { busy }) => sum + busy, 0);
    const totalMs = busyMs + times.reduce((sum, { idle }) => sum + idle, 0);
    const ownMs = ownTicks().reduce((sum, ticks) => sum + (ticks * 1000) / ticksPerSecond, 0);
    const before = last;
    last = { busyMs, totalMs, ownMs };
    if (before === null || totalMs === before.totalMs) return 1;
    // A service that has ended takes its time with it: then the others seem busier for once.
    const othersMs = busyMs - before.busyMs - Math.max(0, ownMs - before.ownMs);
    return Math.max(0, othersMs) / (totalMs - before.totalMs);
  };
}

/** Processor time of a process in ticks, by proc(5): the 14th and 15th field, counted behind the name in brackets. */
function ticksOf(proc: string, pid: number): number {
  try {
    const stat = readFileSync(join(proc, String(pid), 'stat'), 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** By the kernel's sysfs-class-power: a mains supply that is on decides, else what the computer's own batteries do. */
function onBattery(folder: string): Known<boolean> {
  const supplies = suppliesIn(folder);
  const batteries = supplies.filter(({ type, scope }) => type === 'Battery' && scope !== 'Device');
  if (batteries.length === 0) return { unknown: 'This computer has no battery.' };
  const isMains = supplies.some(({ type, online }) => type !== 'Battery' && online === '1');
  return { is: !isMains && batteries.some(({ status }) => status === 'Discharging') };
}

function suppliesIn(folder: string) {
  try {
    return readdirSync(folder).map((name) => {
      const value = (file: string): string => textOf(join(folder, name, file));
      return { type: value('type'), scope: value('scope'), online: value('online'), status: value('status') };
    });
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
