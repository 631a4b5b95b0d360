import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { reasonSentence } from '#main/contract/ledger.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { allRead } from '../../bench/engine.ts';
import { inOwnFolder, progressUntil, withEngine } from '../run-engine.ts';
import { type HostileSet, makeHostileSet } from './make-set.ts';
import { watchEngine } from './watch-engine.ts';

/** A parser's size at most; what the operating system counts, not what Node does. */
const parserMegabytesAtMost = 1024;
const wholeRunMs = 60 * 60 * 1000;
const secretWord = 'unfindablecanary';

/** What reading the set came to; problems in words, empty where all is well. */
export interface HostileOutcome {
  readonly endings: ReadonlyMap<string, readonly string[]>;
  readonly figures: string;
  /** Files that were made here. */
  readonly files: number;
  readonly problems: readonly string[];
}

/** Reads files that are made to do harm, its own set and every file below DIR: `hostile [DIR]`. */
export async function tortureByHostile([dir]: readonly string[]): Promise<boolean> {
  const outcome = await readHostileSet({ quickOnly: false, ...(dir === undefined ? {} : { dir }) });
  for (const [ending, paths] of [...outcome.endings].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${paths.length} ${ending}`);
    if (ending.startsWith('failed')) for (const path of paths) console.log(`    ${JSON.stringify(path)}`);
  }
  console.log(outcome.figures);
  for (const problem of outcome.problems) console.log(`  PROBLEM: ${problem}`);
  return outcome.problems.length === 0;
}

/** Through the whole of the product: a source, its engine, its parsers. `dir`: one more folder to read. */
export function readHostileSet(options: {
  readonly quickOnly: boolean;
  readonly dir?: string;
}): Promise<HostileOutcome> {
  return inOwnFolder('hostile', async (base) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end(secretWord);
    });
    server.on('connection', () => void requests++);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    // A server that listens on a port has an address of this form.
    const { port } = server.address() as AddressInfo;
    const secretFile = join(base, 'secret.txt');
    writeFileSync(secretFile, secretWord);
    const folder = join(base, 'files');
    mkdirSync(folder);
    const baits = { url: `http://127.0.0.1:${port}`, secretFile };
    const set = makeHostileSet(folder, baits, options.quickOnly);
    const folders = [folder, ...(options.dir === undefined ? [] : [resolve(options.dir)])];
    try {
      const outcome = await withEngine(join(base, 'library'), (client) => readAll(client, folders, set));
      const asked = requests === 0 ? [] : [`${requests} requests were made`];
      return { ...outcome, problems: [...outcome.problems, ...asked] };
    } finally {
      server.close();
    }
  });
}

async function readAll(
  client: EngineClient,
  folders: readonly string[],
  set: HostileSet,
): Promise<HostileOutcome> {
  const started = performance.now();
  const watched = watchEngine(client);
  for (const path of folders) await client.sources.add({ path });
  const isDone = await progressUntil(client, wholeRunMs, allRead);
  const { engines, longestReplyMs, parserMb, engineMb } = await watched.end();
  const seconds = Math.round((performance.now() - started) / 1000);
  const { rows } = await client.sources.ledger({ offset: 0, limit: 100_000 });
  const endings = new Map<string, string[]>();
  for (const { path, state, reason } of rows) {
    const ending = `${state}${reason === null ? '' : ` ${reason}: ${reasonSentence(reason)}`}`;
    endings.set(ending, [...(endings.get(ending) ?? []), path]);
  }
  const problems = [
    ...(isDone ? [] : ['it came to no end']),
    ...(engines === 1 ? [] : [`the engine was started ${engines} times`]),
    ...(parserMb <= parserMegabytesAtMost ? [] : [`a parser took ${parserMb} MB`]),
    ...rows.filter(({ reason }) => reason === 'parser-crashed').map(({ path }) => `crashed: ${path}`),
    ...rows
      .filter(({ state, reason }) => state === 'pending' || (state !== 'indexed' && reason === null))
      .map(({ path, state }) => `${state} without a reason: ${path}`),
    ...(await unfound(client, set.neighbours)),
    ...((await isFound(client, secretWord)) ? ['words from outside the set are found'] : []),
  ];
  const figures = `${set.files} files made here and ${rows.length} read in ${seconds} s; parsers up to ${parserMb} MB, engine up to ${engineMb} MB, longest reply ${longestReplyMs} ms`;
  return { endings, figures, files: set.files, problems };
}

async function unfound(client: EngineClient, words: readonly string[]): Promise<string[]> {
  const missed: string[] = [];
  for (const word of words)
    if (!(await isFound(client, word))) missed.push(`the neighbour ${word} is not found`);
  return missed;
}

async function isFound(client: EngineClient, word: string): Promise<boolean> {
  const { hits } = await client.search({ query: word, limit: 1 });
  return hits.some(({ text }) => text.includes(word));
}
