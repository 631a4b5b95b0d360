import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { openLibrary } from '#indexer/store/library.ts';
import { percentile } from '#scripts/percentile.ts';
import { fillLibrary, queries } from '../corpus/chunks.ts';
import { writeNotes } from '../corpus/files.ts';
import { allRead, type RunningEngine, startEngine } from '../engine.ts';
import type { Bench, Measurement } from '../measurement.ts';

const chunks = 50_000;
const files = 50_000;
const wordsOfFile = 120;
const idleSearches = 500;
/** Between two searches: faster than anyone asks, and the indexing goes on meanwhile. */
const pauseMs = 20;

/**
 * Searches by keyword through the whole engine while 50,000 files are read, over a library of 50,000 chunks; the
 * baseline is the same before the files come.
 */
export async function measureWhileIndexing(bench: Bench): Promise<Measurement> {
  const library = openLibrary(join(bench.dir, 'library'));
  fillLibrary(library, Math.round(chunks * bench.scale));
  library.close();
  const dir = join(bench.dir, 'notes');
  const count = Math.round(files * bench.scale);
  await writeNotes(dir, count, wordsOfFile);
  const engine = await startEngine(bench, { models: false });
  const asked = queries(idleSearches);
  const idle: number[] = [];
  // Once unmeasured: the same queries find their words counted later.
  await searchAll(engine, asked, []);
  await searchAll(engine, asked, idle);
  let isReading = true;
  const started = performance.now();
  await engine.client.sources.add({ path: dir });
  const read = engine
    .until((progress) => progress.filesTotal >= count && allRead(progress))
    .then(() => {
      isReading = false;
    });
  const busy: number[] = [];
  while (isReading) await searchAll(engine, asked, busy, () => isReading);
  await read;
  const seconds = (performance.now() - started) / 1000;
  const { files: states } = await engine.client.status();
  if (states.indexed < count) throw new Error(`${states.indexed} of ${count} files were indexed`);
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
