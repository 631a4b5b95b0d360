import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeNotes } from '../corpus/files.ts';
import { allRead, type RunningEngine, startEngine } from '../engine.ts';
import { type Bench, type Measurement, percentile } from '../measurement.ts';

const files = 500;
const saves = 10;
const pollMs = 10;

/** From saving a note in a watched folder to finding it, through the whole engine. */
export async function measureSaved(bench: Bench): Promise<Measurement> {
  const dir = join(bench.dir, 'files');
  await writeNotes(dir, Math.round(files * bench.scale), 200);
  const engine = await startEngine(bench, { models: false });
  await engine.client.sources.add({ path: dir });
  await engine.until(allRead);
  const taken: number[] = [];
  for (let save = 0; save < saves; save++) taken.push(await savedToFound(engine, dir, `quokka${save}zebra`));
  return {
    name: 'saved',
    figures: { files, p50Ms: percentile(taken, 0.5), worstMs: Math.max(...taken) },
    baseline: {},
    ratio: null,
  };
}

async function savedToFound({ client }: RunningEngine, dir: string, word: string): Promise<number> {
  const started = performance.now();
  writeFileSync(join(dir, `${word}.md`), `# Saved\n\nThe word of this note is ${word}.\n`);
  while ((await client.search({ query: word, mode: 'keyword' })).hits.length === 0) await delay(pollMs);
  return performance.now() - started;
}
