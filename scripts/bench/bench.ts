import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Figures, Measure, Measurement } from './measurement.ts';

/** Each measure is loaded when it runs, so that one measure's libraries do not weigh on another's memory. */
const measures: Readonly<Record<string, () => Promise<Measure>>> = {
  tree: async () => (await import('./measures/following.ts')).measureTree,
  restart: async () => (await import('./measures/following.ts')).measureRestart,
  idle: async () => (await import('./measures/following.ts')).measureIdle,
  scan: async () => (await import('./measures/reading.ts')).measureScan,
  mail: async () => (await import('./measures/mail.ts')).measureMail,
  pdf: async () => (await import('./measures/reading.ts')).measurePdf,
  embed: async () => (await import('./measures/embed.ts')).measureEmbed,
  vectors: async () => (await import('./measures/vectors.ts')).measureVectors,
  keyword: async () => (await import('./measures/searching.ts')).measureKeyword,
  hybrid: async () => (await import('./measures/searching.ts')).measureHybrid,
  instant: async () => (await import('./measures/answering.ts')).measureInstant,
  saved: async () => (await import('./measures/saved.ts')).measureSaved,
  'while-indexing': async () => (await import('./measures/while-indexing.ts')).measureWhileIndexing,
  generation: async () => (await import('./measures/generation.ts')).measureGeneration,
  speed: async () => (await import('./measures/speed.ts')).measureSpeed,
  memory: async () => (await import('./measures/running.ts')).measureMemory,
  start: async () => (await import('./measures/running.ts')).measureStart,
};

const usage = `Usage: quipu bench [NAME…] [--scale N] [--json]\n  names: ${Object.keys(measures).join(' ')}`;

/** Runs the named measures, or all, and prints a row (or with --json a line of JSON) for each. Returns the exit code. */
export async function runBench(args: readonly string[]): Promise<number> {
  let options: { names: readonly string[]; scale: number; json: boolean };
  try {
    options = parseOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  for (const name of options.names) {
    const measurement = await runOne(name, options.scale);
    console.log(options.json ? JSON.stringify(measurement) : describe(measurement));
  }
  return 0;
}

function parseOptions(args: readonly string[]): { names: readonly string[]; scale: number; json: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, scale: { type: 'string', default: '1' } },
  });
  const unknown = positionals.find((name) => !(name in measures));
  if (unknown !== undefined) throw new Error(`There is no measure called "${unknown}".`);
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new Error('--scale takes a number above 0.');
  return { names: positionals.length > 0 ? positionals : Object.keys(measures), scale, json: values.json };
}

async function runOne(name: string, scale: number): Promise<Measurement> {
  const load = measures[name];
  if (load === undefined) throw new Error(`no measure ${name}`);
  const closing: (() => Promise<void> | void)[] = [];
  const dir = mkdtempSync(join(tmpdir(), `quipu-bench-${name}-`));
  const bench: Bench = { dir, scale, atEnd: (close) => closing.unshift(close) };
  try {
    return await (await load())(bench);
  } finally {
    for (const close of closing) await close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function describe({ name, figures, baseline, ratio }: Measurement): string {
  const words = (values: Figures): string =>
    Object.entries(values)
      .map(([key, value]) => `${key} ${round(value)}`)
      .join(', ');
  const compared = ratio === null ? '' : `  |  baseline ${words(baseline)}  |  ratio ${round(ratio)}`;
  return `${name.padEnd(11)}${words(figures)}${compared}`;
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

if (import.meta.main) process.exitCode = await runBench(process.argv.slice(2));
