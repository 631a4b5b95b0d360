import { describe, expect, it } from 'vitest';
import { createReadingEstimate } from './estimate-reading.ts';

/** A reader to whom a file costs `fileMs` and a megabyte `megabyteMs`. */
function reading(fileMs: number, megabyteMs: number) {
  let nowMs = 0;
  let read = { files: 0, bytes: 0 };
  const estimate = createReadingEstimate(() => nowMs);
  estimate.note(read);
  const costMs = (files: number, bytes: number) => files * fileMs + (bytes / 1e6) * megabyteMs;
  return {
    estimate,
    costMs,
    read(files: number, sizeBytes: number) {
      for (let n = 0; n < files; n++) {
        nowMs += costMs(1, sizeBytes);
        read = { files: read.files + 1, bytes: read.bytes + sizeBytes };
        estimate.note(read);
      }
    },
    wait(ms: number) {
      nowMs += ms;
      estimate.note(read);
    },
  };
}

describe('the time that reading still takes', () => {
  it('is not said before something was read for a while, and is nothing where nothing is left', () => {
    const at = reading(10, 100);
    expect(at.estimate.remainingMs({ files: 100, bytes: 1e6 })).toBeNull();
    at.read(20, 1_000);
    expect(at.estimate.remainingMs({ files: 100, bytes: 1e6 })).toBeNull();
    at.read(400, 1_000);
    expect(at.estimate.remainingMs({ files: 100, bytes: 1e5 })).not.toBeNull();
    expect(at.estimate.remainingMs({ files: 0, bytes: 0 })).toBe(0);
  });

  it('comes out right where what is left is like what was read', () => {
    const at = reading(10, 100);
    at.read(1_000, 20_000);
    const saidMs = at.estimate.remainingMs({ files: 5_000, bytes: 5_000 * 20_000 }) ?? 0;
    expect(saidMs / at.costMs(5_000, 5_000 * 20_000)).toBeCloseTo(1, 1);
  });

  it('counts the bytes of a few large files behind many small ones, and the other way round', () => {
    const at = reading(5, 100);
    at.read(1_000, 2_000);
    at.read(3, 50e6);
    for (const left of [
      { files: 10, bytes: 2e9 },
      { files: 20_000, bytes: 40e6 },
    ]) {
      const saidMs = at.estimate.remainingMs(left) ?? 0;
      const ratio = saidMs / at.costMs(left.files, left.bytes);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.25);
    }
  });

  it('falls while one file is read, and rises where that takes longer than was thought', () => {
    const at = reading(10, 100);
    at.read(1_000, 20_000);
    const left = { files: 1, bytes: 500e6 };
    const first = at.estimate.remainingMs(left) ?? 0;
    const said = Array.from({ length: 30 }, () => {
      at.wait(first / 10);
      return at.estimate.remainingMs(left) ?? 0;
    });
    expect(said[4]).toBeLessThan(first);
    expect(Math.min(...said)).toBeGreaterThan(0);
    expect(said.at(-1)).toBeGreaterThan(said[10] ?? 0);
    for (const [n, ms] of said.entries()) expect(ms).not.toBe(said[n + 1]);
  });

  it('is known from the pieces of a first file that is large', () => {
    let nowMs = 0;
    const estimate = createReadingEstimate(() => nowMs);
    for (let bytes = 0; bytes <= 100e6; bytes += 10e6) {
      estimate.note({ files: 0, bytes });
      nowMs += 1_000;
    }
    const saidMs = estimate.remainingMs({ files: 1, bytes: 400e6 }) ?? 0;
    expect(saidMs / 40_000).toBeCloseTo(1, 1);
  });

  it('never comes out below nothing where large files went faster than small ones', () => {
    const at = reading(50, 0);
    at.read(100, 1_000);
    at.read(1, 4e9);
    expect(at.estimate.remainingMs({ files: 10, bytes: 1e9 })).toBeGreaterThan(0);
  });
});
