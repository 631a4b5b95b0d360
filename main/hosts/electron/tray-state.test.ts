import { expect, test } from 'vitest';
import type { Progress, Source, Status } from '#main/contract/sources.ts';
import { trayState } from './tray-state.ts';

const nothing = { indexed: 0, partly: 0, skipped: 0, failed: 0, pending: 0 };
const idle: Progress = {
  ...{ phase: 'idle', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, filesRead: 0, bytesRead: 0 },
  ...{ filesDropped: 0, chunksEmbedded: 0, chunksTotal: 0, filesPerSecond: null, chunksPerSecond: null },
  ...{ bytesPerSecond: null, searchableInMs: null, embeddedInMs: null, remainingMs: null },
  ...{ current: null, notice: null },
};
const status = (sources: readonly Source[], notices: string[] = []): Status => ({
  ...{ sources: [...sources], files: nothing, documents: 0, chunks: 0, embedded: 0, bytes: 0, reasons: [] },
  ...{ withheld: [], withheldFiles: 0, waitsFor: null, notices },
});
const photos: Source = {
  sourceId: 1,
  path: '/media/Photos',
  state: 'missing',
  watched: true,
  files: nothing,
};

test('a library at rest has nothing to tell', () => {
  expect(trayState(idle, status([{ ...photos, state: 'watching' }]))).toEqual({ short: null, lines: [] });
});

test('work, missing disks and what went wrong are told, a line each', () => {
  const reading: Progress = { ...idle, phase: 'reading', filesDone: 12, filesTotal: 40 };
  const damaged = 'The index was damaged. It is being built anew from your files, which takes a while.';
  expect(trayState(reading, status([photos], [damaged]))).toEqual({
    short: 'Reading 12 of 40 files',
    lines: ['Reading 12 of 40 files', 'Photos is not connected', 'The index was damaged.'],
  });
});

test('no line is longer than a menu shows', () => {
  const { lines } = trayState(idle, status([], ['x'.repeat(500)]));
  expect(lines.map((line) => line.length)).toEqual([80]);
});
