import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWhileIndexing, type Seen } from '#indexer/pipeline/testing/kill-while-indexing.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { generateSampleLibrary } from '../sample-library/generate.ts';

function say(seen: Seen): void {
  const { run, wasKilled, filesRead, documents, chunks, embedded, ready, problems } = seen;
  const ending = wasKilled ? 'killed' : 'came to its end';
  console.log(
    `run ${run} ${ending}: ${filesRead} files read, ${documents} documents, ${embedded} of ${chunks} chunks embedded; answered after ${shown(ready.answers)}, reconciled after ${shown(ready.reconciled)}`,
  );
  for (const problem of problems) console.log(`  PROBLEM: ${problem}`);
}

function killedOf(runs: readonly Seen[]): number {
  return runs.filter(({ wasKilled }) => wasKilled).length;
}

function shown(timeMs: number | null): string {
  return timeMs === null ? '-' : `${Math.round(timeMs)} ms`;
}

/** Ready is who answers a search; each must be so after a kill within this time. */
const readyMsAtMost = 5_000;

/**
 * Kills the indexing of the sample library at random moments and looks at what is left each time: `kill [KILLS] [SEED]`.
 * Returns whether everything held.
 */
export async function tortureByKills([count = '20', from = '1']: readonly string[]): Promise<boolean> {
  const kills = Number(count);
  const seed = Number(from);
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-torture-')));
  try {
    return await killIn(base, kills, seed);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function killIn(base: string, kills: number, seed: number): Promise<boolean> {
  const folder = join(base, 'files');
  const { files } = await generateSampleLibrary(folder);
  const model = findModel(starterEmbedder);
  const common = { folder, random: randomFrom(seed), ...(model === null ? {} : { model }) };
  console.log(`${files} files, ${kills} kills, seed ${seed}, embedder ${model ?? 'none'}`);
  console.log('Once without a kill, to know what there is:');
  const [whole] = await killWhileIndexing({
    ...common,
    libraryDir: join(base, 'whole'),
    kills: 0,
    work: 0,
  });
  if (whole === undefined) throw new Error('nothing ran');
  say(whole);
  const runs: Seen[] = [];
  const problems: string[] = [];
  // Where the work was done before there were kills enough, another library takes the rest of them.
  for (let left = kills; left > 0; left = kills - killedOf(runs)) {
    const libraryDir = join(base, `killed-${left}`);
    const work = whole.chunks + whole.embedded;
    const own = await killWhileIndexing({ ...common, libraryDir, kills: left, work, onSeen: say });
    const last = own.at(-1);
    problems.push(...own.flatMap((seen) => seen.problems));
    for (const what of ['filesRead', 'documents', 'chunks', 'embedded'] as const) {
      if (last?.[what] !== whole[what]) problems.push(`${what}: ${last?.[what]} instead of ${whole[what]}`);
    }
    if (killedOf(own) === 0) break;
    runs.push(...own);
  }
  const slowest = Math.max(...runs.map(({ ready }) => ready.answers ?? 0));
  if (slowest > readyMsAtMost) problems.push(`ready only after ${shown(slowest)}`);
  const reconciled = Math.max(...runs.map(({ ready }) => ready.reconciled ?? 0));
  console.log(`Answers after at most ${shown(slowest)}, reconciled after at most ${shown(reconciled)}`);
  console.log(
    `${killedOf(runs)} kills: ${problems.length === 0 ? 'nothing missing, nothing twice, every library sound' : problems.join('; ')}`,
  );
  return problems.length === 0;
}
