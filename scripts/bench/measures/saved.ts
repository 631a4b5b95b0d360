import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '#scripts/percentile.ts';
import { writeNotes, writeTree } from '../corpus/files.ts';
import { fillLedger } from '../corpus/ledger.ts';
import { allRead, type RunningEngine, startEngine } from '../engine.ts';
import type { Bench, Measurement } from '../measurement.ts';

const notes = 500;
const files = 100_000;
const busyNotes = 5_000;
const saves = 30;
const pollMs = 10;

/**
 * From saving a note in a watched folder to finding it, through the whole engine: in a library of 100,000 files, and
 * while thousands of others are read. The baseline is the same with nothing but the notes around it.
 */
export async function measureSaved(bench: Bench): Promise<Measurement> {
  const small = await startedWith(bench, 'small', 0);
  const alone = await savesIn(small, 'alone');
  const large = await startedWith(bench, 'large', Math.round(files * bench.scale));
  const among = await savesIn(large, 'among');
  const busyDir = join(bench.dir, 'busy');
  await writeNotes(busyDir, Math.round(busyNotes * bench.scale), 400);
  await large.engine.client.sources.add({ path: busyDir });
  const busy = await savesIn(large, 'busy');
  const p99Ms = percentile(among, 0.99);
  return {
    name: 'saved',
    figures: {
      ...{ files: Math.round(files * bench.scale), p50Ms: percentile(among, 0.5), p99Ms },
      busyP50Ms: percentile(busy, 0.5),
      busyP99Ms: percentile(busy, 0.99),
    },
    baseline: { aloneP50Ms: percentile(alone, 0.5), aloneP99Ms: percentile(alone, 0.99) },
    ratio: percentile(alone, 0.99) / p99Ms,
  };
}

interface Started {
  readonly engine: RunningEngine;
  /** Where notes are saved. */
  readonly dir: string;
}

/** An engine over a folder of notes, and another one of files that it knows already. */
async function startedWith(bench: Bench, name: string, known: number): Promise<Started> {
  const place = { ...bench, dir: join(bench.dir, name) };
  const dir = join(place.dir, 'notes');
  const tree = join(place.dir, 'files');
  await writeNotes(dir, Math.round(notes * bench.scale), 200);
  if (known > 0) await fillLedger(join(place.dir, 'library'), tree, await writeTree(tree, known));
  const engine = await startEngine(place, { models: false });
  await engine.client.sources.add({ path: dir });
  await engine.until(allRead);
  return { engine, dir };
}

async function savesIn({ engine, dir }: Started, word: string): Promise<number[]> {
  const taken: number[] = [];
  for (let save = 0; save < saves; save++)
    taken.push(await savedToFound(engine, dir, `quokka${word}${save}zebra`));
  return taken;
}

async function savedToFound({ client }: RunningEngine, dir: string, word: string): Promise<number> {
  const started = performance.now();
  writeFileSync(join(dir, `${word}.md`), `# Saved\n\nThe word of this note is ${word}.\n`);
  while ((await client.search({ query: word, mode: 'keyword' })).hits.length === 0) await delay(pollMs);
  return performance.now() - started;
}
