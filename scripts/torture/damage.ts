import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { openLibrary } from '#indexer/store/library.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import type { Status } from '#main/contract/sources.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { allRead, pidsOf } from '../bench/engine.ts';
import { generateSampleLibrary } from '../sample-library/generate.ts';
import { inOwnFolder, progressUntil, withEngine } from './run-engine.ts';

const waitMs = 3 * 60 * 1000;
const pageBytes = 4096;
const question = 'When is the rent due?';
const targets: readonly (readonly string[])[] = [
  ['library.db'],
  ['conversations.db'],
  ['library.db', 'conversations.db'],
  ['library.db-wal', 'conversations.db-wal'],
  ['conversations.db', 'conversations.db.backup'],
];

/** Damages the files of a library at random between runs of the engine: `damage [RUNS] [SEED]`. Returns whether everything held. */
export function tortureByDamage([runs = '30', seed = '1']: readonly string[]): Promise<boolean> {
  return inOwnFolder('damage', async (base) => {
    const folder = join(base, 'files');
    const { files } = await generateSampleLibrary(folder);
    const library = join(base, 'library');
    const random = randomFrom(Number(seed));
    console.log(`${files} files, ${runs} runs, seed ${seed}`);
    await withEngine(library, async (client) => {
      await client.sources.add({ path: folder });
      await progressUntil(client, waitMs, allRead);
    });
    let problems = 0;
    let turns = 0;
    for (let run = 1; run <= Number(runs); run++) {
      turns = await askThenEnd(library, random() < 0.5);
      const done = damage(library, random);
      console.log(`run ${run}: ${done.join(', ') || 'nothing there to damage'}`);
      const seen = await lookAfter(library, files, turns, done);
      problems += seen.problems.length;
      console.log(`  told: ${seen.told}`);
      for (const problem of seen.problems) console.log(`  PROBLEM: ${problem}`);
    }
    console.log(problems === 0 ? 'every library whole again, everything told' : `${problems} problems`);
    return problems === 0;
  });
}

/** One more answer, then an orderly end or a kill. Returns how many answers are kept. */
async function askThenEnd(library: string, isKilled: boolean): Promise<number> {
  return withEngine(library, async (client) => {
    for await (const event of await client.ask({ question, noModel: true })) if (event.type === 'done') break;
    const count = await turnsOf(client);
    if (isKilled) for (const pid of pidsOf('engine')) process.kill(pid, 'SIGKILL');
    await rest(isKilled ? 50 : 0);
    return count;
  });
}

async function turnsOf(client: EngineClient): Promise<number> {
  return (await client.conversations.list()).reduce((sum, { turns }) => sum + turns, 0);
}

/** Returns what was done to which file. */
function damage(library: string, random: () => number): string[] {
  const chosen = targets[Math.floor(random() * targets.length)] ?? [];
  const done: string[] = [];
  for (const name of chosen.filter((target) => existsSync(join(library, target))))
    done.push(`${name} ${damageOne(join(library, name), random)}`);
  // As if a day had passed: damage that nothing meets is looked for once a day.
  for (const stamp of readdirSync(library).filter((name) => name.endsWith('.checked')))
    utimesSync(join(library, stamp), 0, 0);
  return done;
}

function damageOne(path: string, random: () => number): string {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const at = Math.floor(random() * size);
    const kind = Math.floor(random() * 4);
    if (kind === 0) {
      ftruncateSync(file, at);
      return `cut at ${at}`;
    }
    if (kind === 1) {
      const page = at - (at % pageBytes);
      writeSync(file, Buffer.alloc(pageBytes), 0, pageBytes, page);
      return `page at ${page} zeroed`;
    }
    if (kind === 2) {
      writeSync(file, Buffer.from('damaged'), 0, 7, 0);
      return 'header overwritten';
    }
    const byte = Buffer.alloc(1);
    for (let flips = 0; flips < 200; flips++) {
      const place = Math.floor(random() * size);
      readSync(file, byte, 0, 1, place);
      writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0x55]), 0, 1, place);
    }
    return '200 bytes changed';
  } finally {
    closeSync(file);
  }
}

/** Starts the engine, waits until all is read again, and compares. */
async function lookAfter(
  library: string,
  files: number,
  turns: number,
  done: readonly string[],
): Promise<{ told: string; problems: string[] }> {
  const problems: string[] = [];
  const told = await withEngine(library, async (client) => {
    if (!(await progressUntil(client, waitMs, allRead))) problems.push('it is not read to the end');
    const now = await client.status();
    if (now.sources.length !== 1) problems.push(`${now.sources.length} sources`);
    if (now.files.indexed + now.files.partly + now.files.skipped !== files)
      problems.push(`files: ${JSON.stringify(now.files)}`);
    if ((await client.search({ query: 'rent' })).hits.length === 0) problems.push('search finds nothing');
    const kept = await turnsOf(client);
    const isTold = now.notices.some((notice) => notice.includes('conversations'));
    if (kept < turns && !isTold) problems.push(`${kept} of ${turns} answers, and nothing is told`);
    return tellingOf(now, kept, turns);
  });
  problems.push(...untold(library, done));
  const open = openLibrary(library);
  problems.push(...open.integrity());
  open.close();
  return { told, problems };
}

/** A file that was moved away is still there, with what it was. */
function untold(library: string, done: readonly string[]): string[] {
  const aside = readdirSync(library).filter((name) => name.includes('.damaged-'));
  const isCut = done.some((what) => /^(library|conversations)\.db header/.test(what));
  return isCut && aside.length === 0 ? ['nothing of what was damaged is kept'] : [];
}

function tellingOf({ notices }: Status, kept: number, turns: number): string {
  const words = notices.map((notice) => notice.split('. ')[0]).join('; ');
  return `${words === '' ? 'nothing' : words}; ${kept} of ${turns} answers`;
}
