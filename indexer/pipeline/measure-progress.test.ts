import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nothingLeftOut } from '../sources/content-rules.ts';
import { type Library, openLibrary } from '../store/library.ts';
import { createProgressMeter } from './measure-progress.ts';

let folder: string;
let library: Library;
let reachedBytes = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-progress-'));
  library = openLibrary(folder);
  library.sources.add('/files', 'root');
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true });
});

const statOf = (sizeBytes: number) => ({
  sizeBytes,
  modifiedMs: 1,
  changedMs: null,
  inode: String(sizeBytes),
});
const wait = (name: string, sizeBytes: number, sourceId = 1) =>
  library.files.markPending(sourceId, `/files/${name}`, statOf(sizeBytes));
const settle = (name: string, sizeBytes: number) =>
  library.files.replace({
    ...{ sourceId: 1, path: `/files/${name}`, stat: statOf(sizeBytes), contentHash: null },
    ...{ parserId: null, parserVersion: null, rules: nothingLeftOut },
    ...{ state: 'skipped', reason: 'too-large', detail: null, documents: [] },
  });

function meterOf(isReading: () => boolean, isScanning = () => false) {
  return createProgressMeter({
    library,
    reading: {
      ...{ isIdle: () => !isReading(), current: () => null, trouble: () => null },
      allReachedBytes: () => reachedBytes,
    },
    embedding: { isIdle: () => true, notice: () => null, progress: () => ({ embedded: 0, total: 0 }) },
    deletions: { dropped: () => 0 },
    isScanning,
    held: () => null,
  });
}

it('tells bytes beside files, of the whole ledger', () => {
  wait('a', 1_000);
  wait('b', 3_000_000_000);
  settle('a', 1_000);
  expect(meterOf(() => true).current()).toMatchObject({
    ...{ filesDone: 1, filesTotal: 2, bytesDone: 1_000, bytesTotal: 3_000_001_000 },
    ...{ searchableInMs: null, embeddedInMs: null },
  });
});

it('a file that changes while others are read takes nothing back of what was told as done', async () => {
  let isReading = true;
  const meter = meterOf(() => isReading);
  wait('a', 10);
  wait('b', 20);
  settle('a', 10);
  expect(meter.current()).toMatchObject({ filesDone: 1, bytesDone: 10 });
  wait('a', 10);
  wait('c', 40);
  // The ledger is counted at most every 200 ms.
  await rest(250);
  expect(meter.current()).toMatchObject({ filesDone: 1, bytesDone: 10 });
  isReading = false;
  expect(meter.current()).toMatchObject({ filesDone: 0, filesTotal: 3, bytesDone: 0, bytesTotal: 70 });
});

it('how long it takes is not said while files may still turn up, nor for a paused source', () => {
  wait('a', 10);
  expect(
    meterOf(
      () => true,
      () => true,
    ).current().searchableInMs,
  ).toBeNull();
  library.sources.setState(1, 'paused');
  expect(library.files.tally().waiting).toEqual({ files: 0, bytes: 0 });
  expect(library.files.tally().pending).toEqual({ files: 1, bytes: 10 });
  expect(meterOf(() => false).current()).toMatchObject({ phase: 'paused', searchableInMs: null });
});

it('what was read of a large file counts before the file is settled', () => {
  wait('a', 10);
  wait('b', 2_000);
  const meter = meterOf(() => true);
  meter.current();
  reachedBytes = 1_500;
  expect(meter.current()).toMatchObject({ filesDone: 0, bytesDone: 1_500, bytesRead: 0 });
  reachedBytes = 0;
  meter.fileSettled(2_000);
  expect(meter.current()).toMatchObject({ filesDone: 1, bytesDone: 2_000, bytesRead: 2_000 });
});

it('what is settled counts at once', () => {
  wait('a', 10);
  wait('b', 20);
  const meter = meterOf(() => true);
  expect(meter.current()).toMatchObject({ filesDone: 0, filesRead: 0 });
  meter.fileSettled(20);
  expect(meter.current()).toMatchObject({ filesDone: 1, bytesDone: 20, filesRead: 1, bytesRead: 20 });
});
