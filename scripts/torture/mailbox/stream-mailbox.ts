import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkTold } from '#indexer/pipeline/testing/kill-while-indexing.ts';
import { openLibrary } from '#indexer/store/library.ts';
import { watchMemory } from './watch-memory.ts';
import { type WrittenMailbox, writeSparseMailbox } from './write-mailbox.ts';

const program = fileURLToPath(new URL('../../../indexer/pipeline/testing/index-folder.ts', import.meta.url));
/** The last quarter's memory may be so much above that of the quarters before it: noise of its heap. */
const noiseMb = 40;
/** A kill may lose what is not told yet: about one transaction. */
const untoldChunks = 1_000;

/**
 * Indexes a mailbox of `[GB]` gigabytes, killed once in the middle, and compares what is found with what was written,
 * and the memory at its end with that on the way: `mailbox [GB]`.
 */
export async function tortureByMailbox([gigabytes = '10']: readonly string[]): Promise<boolean> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-mailbox-')));
  try {
    mkdirSync(join(base, 'files'));
    const written = writeSparseMailbox(join(base, 'files', 'Inbox'), Number(gigabytes) * 1e9);
    return await indexTwice(base, written);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function indexTwice(base: string, written: WrittenMailbox): Promise<boolean> {
  const { bytes, titles } = written;
  console.log(`${(bytes / 1e9).toFixed(1)} GB, ${titles.length} mails`);
  const first = await indexFor(base, titles.length / 2);
  console.log(`  killed after ${first.chunks} chunks and ${first.seconds.toFixed(0)} s`);
  const second = await indexFor(base, Number.POSITIVE_INFINITY);
  const rate = bytes / 1e6 / (first.seconds + second.seconds);
  console.log(
    `  went on with ${second.chunks} chunks, ${second.seconds.toFixed(0)} s; ${rate.toFixed(0)} MB/s in all`,
  );
  const problems = lookInto(base, written, first.chunks + second.chunks);
  for (const [who, before, after] of [
    ['engine', first.memory.own, second.memory.own],
    ['parser', first.memory.child, second.memory.child],
  ] as const) {
    const peaks = [...before, ...after];
    console.log(`  ${who} ${peaks.join(' ')} MB (peaks over time)`);
    const grown = (peaks.at(-1) ?? 0) - Math.max(...peaks.slice(0, -1));
    if (grown > noiseMb) problems.push(`the memory of the ${who} grew by ${grown} MB at the end`);
  }
  for (const problem of problems) console.log(`  PROBLEM: ${problem}`);
  return problems.length === 0;
}

/** Indexes in a process of its own, which is killed once it has written so many chunks. */
async function indexFor(base: string, mostChunks: number) {
  const started = performance.now();
  const child = fork(program, [join(base, 'library'), join(base, 'files')], { execArgv: [] });
  const watched = watchMemory(child.pid ?? 0);
  let chunks = 0;
  child.on('message', (message) => {
    // The program's own.
    const told = message as WorkTold;
    if (told.type === 'chunks-added') chunks += told.chunks;
    if (chunks >= mostChunks) child.kill('SIGKILL');
  });
  const [code, signal]: unknown[] = await once(child, 'exit');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`indexing ended with code ${String(code)}`);
  return { chunks, seconds: (performance.now() - started) / 1000, memory: watched.stop() };
}

function lookInto(base: string, { titles, films, bytes }: WrittenMailbox, chunksTold: number): string[] {
  const library = openLibrary(join(base, 'library'));
  try {
    const problems = library.integrity();
    const row = library.files.get(join(base, 'files', 'Inbox'));
    const expected = films > 0 ? 'partly attachment-unread' : 'indexed null';
    const state = `${row?.state} ${row?.reason}`;
    if (state !== expected || row?.sizeBytes !== bytes)
      problems.push(`its row says ${state}, ${row?.sizeBytes} bytes`);
    const found = library.documents.list({}, 'oldest', titles.length + 10).map(({ title }) => title);
    const missing = titles.filter((title, index) => found[index] !== title);
    console.log(
      `  ${found.length} of ${titles.length} mails found, in their order; ${films} of them without a film`,
    );
    if (missing.length > 0 || found.length !== titles.length)
      problems.push(`${missing.length} mails are missing or out of order, the first is ${missing[0]}`);
    const { chunks } = library.documents.totals();
    if (chunksTold > chunks) problems.push(`${chunksTold} chunks were written for ${chunks}`);
    if (chunksTold < chunks - untoldChunks) problems.push(`only ${chunksTold} of ${chunks} chunks were told`);
    return problems;
  } finally {
    library.close();
  }
}
