import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { openLibrary } from '#indexer/store/library.ts';
import { writeOldLibrary } from '#indexer/store/testing/old-library.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { Fault } from '#main/contract/fault.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { getModel } from '#models/download/get-model.ts';
import { allRead, pidsOf } from '../bench/engine.ts';
import { inOwnFolder, progressUntil, withEngine } from './run-engine.ts';
import { type DiskKind, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const diskMegabytes = 320;
/** What the library may grow to before the disk is full. */
const roomBytes = 40_000_000;
/** What is free again then: half of it is spared by the index (room.ts). */
const roomAgainBytes = 32_000_000;
const files = 2_000;
const wordsPerFile = 4_000;
const waitMs = 10 * 60 * 1000;

/** Indexes into a file system that is full, twice: `disk-full`. Returns whether everything held, or that it was skipped. */
export function tortureByFullDisk(): Promise<boolean> {
  return inOwnFolder('disk-full', async (base) => {
    writeFiles(join(base, 'files'));
    let held = true;
    for (const kind of ['tmpfs', 'ext4'] as const) held = (await onDisk(base, kind)) && held;
    return held;
  });
}

async function onDisk(base: string, kind: DiskKind): Promise<boolean> {
  const disk = mountSmallDisk(base, kind, diskMegabytes);
  if ('refused' in disk) {
    console.log(`${kind}: skipped, no file system can be mounted here: ${disk.refused}`);
    return true;
  }
  const problems: string[] = [];
  const check = (isTrue: boolean, what: string): void => {
    console.log(`${kind}: ${isTrue ? 'held' : 'PROBLEM'}: ${what}`);
    if (!isTrue) problems.push(what);
  };
  try {
    await fillAndFree(disk, join(base, 'files'), check);
    await openFull(disk, check);
  } finally {
    disk.end();
  }
  return problems.length === 0;
}

type Check = (isTrue: boolean, what: string) => void;

async function fillAndFree(disk: SmallDisk, folder: string, check: Check): Promise<void> {
  const library = join(disk.folder, 'library');
  disk.fill(roomBytes);
  await withEngine(library, async (client) => {
    await client.sources.add({ path: folder });
    check(
      await progressUntil(client, waitMs, ({ notice }) => notice?.includes('is full') === true),
      'it says that the disk is full',
    );
    await whileFull(client, check);
    const { indexed } = (await client.status()).files;
    disk.free();
    disk.fill(roomAgainBytes);
    const goesOn = await progressUntil(client, waitMs, ({ filesDone }) => filesDone > indexed + 20);
    check(goesOn, 'it goes on by itself where there is room again');
    const waitsAgain = await progressUntil(
      client,
      waitMs,
      ({ notice }) => notice?.includes('is full') === true,
    );
    check(waitsAgain, 'it says so again');
    check((await asked(client)).isKept, 'with the index waiting an answer is still kept');
    disk.fill(0);
    const full = await asked(client);
    check(
      full.isKept || full.isTold,
      `with not a byte left an answer is ${full.isKept ? 'kept' : 'given, and that it is not kept is told'}`,
    );
  });
  await restartFull(library, check);
  disk.free();
  await withEngine(library, async (client) => {
    check(await progressUntil(client, waitMs, allRead), 'after a restart it goes on where there is room');
    check((await client.status()).files.indexed === files, 'every file is indexed, none failed');
    check((await client.conversations.list()).length >= 1, 'the conversations are there');
  });
  const open = openLibrary(library);
  const problems = open.integrity();
  open.close();
  check(problems.length === 0, `the library is sound ${problems.join('; ')}`);
}

/** What a person sees while the disk is full, and that nothing is tried again and again. */
async function whileFull(client: EngineClient, check: Check): Promise<void> {
  const { notices, files: counts } = await client.status();
  check(
    notices.some((notice) => /Free about \d+ (MB|GB)/.test(notice)),
    `the status says: ${notices.join(' ')}`,
  );
  check(counts.failed === 0 && counts.indexed > 0, `no file failed, ${counts.indexed} are indexed`);
  const { hits } = await client.search({ query: 'harbour', mode: 'keyword' });
  check(hits.length > 0, 'search finds what is there');
  const [before, seconds] = [cpuMs(), 10];
  await rest(seconds * 1000);
  const share = (cpuMs() - before) / (seconds * 10);
  check(share < 10, `the engine takes ${share.toFixed(1)}% of a core while it waits`);
  const after = await client.status();
  check(after.files.indexed === counts.indexed, 'it waits');
}

async function asked(client: EngineClient): Promise<{ isKept: boolean; isTold: boolean }> {
  const turns = async (): Promise<number> =>
    (await client.conversations.list()).reduce((sum, { turns: count }) => sum + count, 0);
  const before = await turns();
  let isTold = false;
  for await (const event of await client.ask({ question: 'Where is the harbour?', noModel: true }))
    if (event.type === 'notice') isTold ||= event.message.includes('not kept');
  return { isKept: (await turns()) > before, isTold };
}

/** An engine that starts on a full disk works, or says why it does not; it must not crash again and again. */
async function restartFull(library: string, check: Check): Promise<void> {
  try {
    const { hits } = await withEngine(library, (client) =>
      client.search({ query: 'harbour', mode: 'keyword' }),
    );
    check(hits.length > 0, 'an engine that starts with not a byte left finds what is there');
  } catch (error) {
    const told = error instanceof Fault && /full/.test(error.message);
    check(told, `an engine that starts with not a byte left says: ${String(error)}`);
  }
}

/** A migration, the opening of a library and a download on a disk without room. */
async function openFull(disk: SmallDisk, check: Check): Promise<void> {
  const dir = join(disk.folder, 'old');
  writeOldLibrary(dir, 500);
  disk.fill(500_000);
  check(
    /full/.test(faultOf(() => openLibrary(dir).close())),
    `a migration says: ${faultOf(() => openLibrary(dir).close())}`,
  );
  disk.free();
  const open = openLibrary(dir);
  const { documents } = open.documents.totals();
  check(
    documents === 500 && open.aside === null && open.integrity().length === 0,
    `it is made up for once there is room: ${documents} documents`,
  );
  open.close();
  disk.fill(500_000);
  const download = await Array.fromAsync(
    getModel(starterEmbedder, join(disk.folder, 'models'), new AbortController().signal),
  ).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
  check(/full/.test(download), `a download says: ${download}`);
  disk.free();
}

function faultOf(act: () => void): string {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return error instanceof Fault ? error.message : `no fault: ${String(error)}`;
  }
}

function cpuMs(): number {
  return pidsOf('engine').reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // proc(5): user and system time in hundredths of a second.
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

function writeFiles(folder: string): void {
  mkdirSync(folder);
  const random = randomFrom(1);
  const word = (): string => Math.floor(random() * 60_000 + 1_000).toString(36);
  for (let file = 0; file < files; file++) {
    const words = Array.from({ length: wordsPerFile }, word);
    writeFileSync(join(folder, `${file}.txt`), `The harbour, page ${file}. ${words.join(' ')}`);
  }
}
