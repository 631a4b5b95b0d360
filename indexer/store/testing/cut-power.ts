import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

const walHeaderBytes = 32;
const frameHeaderBytes = 24;

/** What the index of the log says (sqlite.org/walformat.html, section 2): frames of whole transactions, and of them those that may stand in the database. */
interface Log {
  readonly frames: number;
  readonly settled: number;
}

/**
 * Copies a database that a process is writing into `folder`, as a power cut at this moment may leave it: the process
 * is stopped meanwhile, and the log loses some of what was not brought to the disk, a frame torn in two at its end.
 * `isSynced`: every commit was brought to the disk, so that only what follows the last one can be lost.
 */
export async function cutPower(
  writer: ChildProcess,
  file: string,
  folder: string,
  isSynced: boolean,
  random: () => number,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await stop(writer);
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) {
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    tear(`${copy}-wal`, logOf(file), isSynced, random);
  }
  writer.kill('SIGCONT');
}

/** SIGSTOP takes effect some time after it was sent. */
async function stop(writer: ChildProcess): Promise<void> {
  writer.kill('SIGSTOP');
  const state = (): string =>
    /\) (\w)/.exec(readFileSync(`/proc/${writer.pid ?? 0}/stat`, 'utf8'))?.[1] ?? 'gone';
  while (state() !== 'T') await rest(1);
}

function logOf(file: string): Log {
  const index = readFileSync(`${file}-shm`);
  // SQLite writes them in the order of this computer's bytes: little-endian everywhere it is tested.
  return { frames: index.readUInt32LE(16), settled: index.readUInt32LE(128) };
}

function tear(log: string, { frames, settled }: Log, isSynced: boolean, random: () => number): void {
  const { size } = statSync(log);
  if (size <= walHeaderBytes) return;
  const frameBytes = frameHeaderBytes + pageBytesOf(log);
  const kept = isSynced ? frames : settled + Math.floor(random() * (frames - settled + 1));
  const end = walHeaderBytes + kept * frameBytes + Math.floor(random() * frameBytes);
  truncateSync(log, Math.min(size, end));
}

function pageBytesOf(log: string): number {
  const header = Buffer.alloc(12);
  const file = openSync(log, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  return header.readUInt32BE(8);
}
