import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { percentile } from '#scripts/percentile.ts';
import { queries } from '../corpus/chunks.ts';
import { writeNotes } from '../corpus/files.ts';
import { allRead, type RunningEngine, startEngine } from '../engine.ts';
import type { Bench, Measurement } from '../measurement.ts';

/** Of 600 words, five chunks each. */
const heldFiles = 10_000;
const heldWords = 600;
const files = 50_000;
const wordsOfFile = 120;
const idleSearches = 500;
/** Between two searches: faster than anyone asks, and the indexing goes on meanwhile. */
const pauseMs = 20;

/**
 * Searches by keyword through the whole engine while 50,000 files are read, over a library of 50,000 chunks; the
 * baseline is the same before the files come. Both are read from the disk: what a source that is away holds is not found.
 */
export async function measureWhileIndexing(bench: Bench): Promise<Measurement> {
  const held = Math.round(heldFiles * bench.scale);
  const count = Math.round(files * bench.scale);
  await writeNotes(join(bench.dir, 'held'), held, heldWords);
  await writeNotes(join(bench.dir, 'notes'), count, wordsOfFile);
  const engine = await startEngine(bench, { models: false });
  const readAll = (total: number): Promise<void> =>
    engine.until((progress) => progress.filesTotal >= total && allRead(progress));
  await engine.client.sources.add({ path: join(bench.dir, 'held') });
  await readAll(held);
  const asked = queries(idleSearches);
  const idle: number[] = [];
  // Once unmeasured: the same queries find their words counted later.
  await searchAll(engine, asked, []);
  await searchAll(engine, asked, idle);
  let isReading = true;
  const started = performance.now();
  await engine.client.sources.add({ path: join(bench.dir, 'notes') });
  const read = readAll(held + count).then(() => {
    isReading = false;
  });
  const busy: number[] = [];
  while (isReading) await searchAll(engine, asked, busy, () => isReading);
  await read;
  const seconds = (performance.now() - started) / 1000;
  const { files: states } = await engine.client.status();
  if (states.indexed < held + count)
    throw new Error(`${states.indexed} of ${held + count} files were indexed`);
  const [idleP99Ms, p99Ms] = [percentile(idle, 0.99), percentile(busy, 0.99)];
  return {
    name: 'while-indexing',
    figures: {
      ...{ files: count, filesPerSecond: count / seconds, searches: busy.length },
      ...{ p50Ms: percentile(busy, 0.5), p99Ms, worstMs: Math.max(...busy) },
    },
    baseline: { idleP50Ms: percentile(idle, 0.5), idleP99Ms, idleWorstMs: Math.max(...idle) },
    ratio: idleP99Ms / p99Ms,
  };
}

async function searchAll(
  { client }: RunningEngine,
  asked: readonly string[],
  taken: number[],
  goesOn = (): boolean => true,
): Promise<void> {
  for (const query of asked) {
    if (!goesOn()) return;
    const started = performance.now();
    await client.search({ query, mode: 'keyword' });
    taken.push(performance.now() - started);
    await rest(pauseMs);
  }
}
