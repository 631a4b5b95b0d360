import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { comparePaths } from '#indexer/watch/path-order.ts';
import { heapFlags } from '#main/hosts/services/service-environment.ts';
import { builtProgram } from '../built-program.ts';
import { writeTree } from '../corpus/files.ts';
import { fillLedger } from '../corpus/ledger.ts';
import { allRead, peakMegabytes, processorMs, startEngine } from '../engine.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';

const files = 100_000;
const idleMs = 60_000;
const program = fileURLToPath(new URL('scan-tree.ts', import.meta.url));
/** Below the packages that it loads. */
const builtDir = fileURLToPath(new URL('../../../out/bench/', import.meta.url));

/** What scan-tree.ts prints. */
type Scan = Readonly<Record<'files' | 'wallMs' | 'cpuMs' | 'peakMb', number>>;

/**
 * The first scan of 100,000 files in 1,000 folders until each waits in the ledger, as the app ships it and from the
 * sources, against listing and looking alone.
 */
export async function measureTree(bench: Bench): Promise<Measurement> {
  const { dir, paths, bareMs, bareProcessorMs } = await grownTree(bench);
  const scan = (entry: string, library: string): Scan => {
    const last = paths.at(-1) ?? '';
    const flags = [...heapFlags.engine, entry, join(bench.dir, library), dir, last];
    const { stdout } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
    // The program's own line.
    const seen = JSON.parse(stdout) as Scan;
    if (seen.files !== paths.length)
      throw new Error(`${seen.files} of ${paths.length} files are in the ledger`);
    return seen;
  };
  const shipped = scan(await builtProgram(program, builtDir), 'library');
  const { peakMb: fromSourcesPeakMb } = scan(program, 'library-of-sources');
  return {
    name: 'tree',
    figures: { ...shipped, fromSourcesPeakMb },
    baseline: { bareWalkMs: bareMs, bareWalkProcessorMs: bareProcessorMs },
    ratio: bareMs / shipped.wallMs,
  };
}

/**
 * A restart with 100,000 files that did not change: until a search is answered, and until the reconcile has found
 * nothing to do. Against listing and looking alone.
 */
export async function measureRestart(bench: Bench): Promise<Measurement> {
  const { dir, paths, bareMs } = await grownTree(bench);
  await fillLedger(join(bench.dir, 'library'), dir, paths);
  const started = performance.now();
  const { client, until } = await startEngine(bench, { models: false });
  await client.search({ query: 'note', mode: 'keyword' });
  const answersMs = performance.now() - started;
  await until((progress) => progress.filesTotal === paths.length && allRead(progress));
  const readyMs = performance.now() - started;
  return {
    name: 'restart',
    figures: { files: paths.length, answersMs, readyMs, processorMs: processorMs(), ...peakMegabytes() },
    baseline: { bareWalkMs: bareMs },
    ratio: bareMs / readyMs,
  };
}

/** What the engine and its children cost for a minute in which nothing happens to 100,000 watched files. */
export async function measureIdle(bench: Bench): Promise<Measurement> {
  const { dir, paths } = await grownTree(bench);
  await fillLedger(join(bench.dir, 'library'), dir, paths);
  const { until } = await startEngine(bench, { models: false });
  await until((progress) => progress.filesTotal === paths.length && allRead(progress));
  // The thread that lists folders ends, and memory is collected.
  await delay(10_000);
  const before = processorMs();
  await delay(idleMs);
  return {
    name: 'idle',
    figures: {
      files: paths.length,
      processorPercent: (100 * (processorMs() - before)) / idleMs,
      ...peakMegabytes(),
    },
    baseline: {},
    ratio: null,
  };
}

async function grownTree(bench: Bench) {
  const dir = join(bench.dir, 'files');
  await writeTree(dir, Math.round(files * bench.scale));
  const before = process.cpuUsage();
  const paths: string[] = [];
  const seconds = await secondsOf(() => {
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
    for (const path of paths) lstatSync(path);
  });
  const { user, system } = process.cpuUsage(before);
  return {
    dir,
    paths: paths.sort(comparePaths),
    bareMs: 1000 * seconds,
    bareProcessorMs: (user + system) / 1000,
  };
}
