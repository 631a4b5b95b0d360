/** How far back reading tells of what is still to be read. */
const windowMs = 300_000;
/** What is said before this is guessing. */
const leastMs = 1_500;
const stretchMs = 500;
/** Weight of the guess that files and their bytes cost half of the time each, as a share of what was measured. */
const guessShare = 0.01;
/** Of the time in which nothing ended, once that is longer than all of the rest should have taken. */
const overdueShare = 0.25;

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** How long the rest of the reading takes, from what each file and each byte has taken lately. */
export interface ReadingEstimate {
  /** All that was read so far, parts of files too. */
  note(read: Amount): void;
  /** For what is left; null until it can be said. It never stands still: time without a result counts. */
  remainingMs(left: Amount): number | null;
  reset(): void;
}

type Reached = Amount & { readonly atMs: number };

/** Some files that were read, from the end of those before to their own. */
interface Stretch extends Amount {
  readonly atMs: number;
  readonly tookMs: number;
}

export function createReadingEstimate(now: () => number = () => performance.now()): ReadingEstimate {
  let stretches: Stretch[] = [];
  let begun: Reached | null = null;
  let latest: Reached | null = null;
  return {
    note(read) {
      const atMs = now();
      if (latest !== null && read.files === latest.files && read.bytes === latest.bytes) return;
      // Fewer bytes: what was read of a large file is to be read again.
      if (begun === null || read.bytes < begun.bytes) begun = { ...read, atMs };
      latest = { ...read, atMs };
      if (atMs - begun.atMs < stretchMs) return;
      const files = read.files - begun.files;
      stretches.push({ atMs, tookMs: atMs - begun.atMs, files, bytes: read.bytes - begun.bytes });
      stretches = stretches.filter((stretch) => atMs - stretch.atMs <= windowMs);
      begun = latest;
    },
    remainingMs(left) {
      if (left.files <= 0) return 0;
      if (latest === null || total(stretches, 'tookMs') < leastMs) return null;
      const cost = costOf(stretches);
      const expectedMs = cost.fileMs * left.files + cost.byteMs * Math.max(0, left.bytes);
      const waitedMs = now() - latest.atMs;
      return Math.round(Math.max(expectedMs - waitedMs, overdueShare * waitedMs));
    },
    reset() {
      stretches = [];
      begun = null;
      latest = null;
    },
  };
}

/**
 * What a file and a byte take, by weighted least squares of tookMs = fileMs * files + byteMs * bytes with neither below
 * zero. By files alone a mailbox of 2 GB behind ten thousand notes would count as one note; by bytes alone ten
 * thousand notes behind it as nothing. Where all files are alike the two cannot be told apart: then each has half.
 */
function costOf(stretches: readonly Stretch[]): { fileMs: number; byteMs: number } {
  const tookMs = total(stretches, 'tookMs');
  const files = total(stretches, 'files');
  const bytes = total(stretches, 'bytes');
  const halfFileMs = files === 0 ? 0 : tookMs / 2 / files;
  const halfByteMs = bytes === 0 ? 0 : tookMs / 2 / bytes;
  const guess = guessShare * tookMs;
  let [ff, bb, fb, ft, bt] = [guess, guess, 0, guess, guess];
  for (const stretch of stretches) {
    const byFiles = halfFileMs * stretch.files;
    const byBytes = halfByteMs * stretch.bytes;
    // A stretch's error grows with its work: without the weight one film would outvote a thousand notes.
    const weight = 1 / (byFiles + byBytes);
    ff += weight * byFiles * byFiles;
    bb += weight * byBytes * byBytes;
    fb += weight * byFiles * byBytes;
    ft += weight * byFiles * stretch.tookMs;
    bt += weight * byBytes * stretch.tookMs;
  }
  const determinant = ff * bb - fb * fb;
  const fileFactor = (ft * bb - bt * fb) / determinant;
  const byteFactor = (bt * ff - ft * fb) / determinant;
  if (fileFactor < 0) return { fileMs: 0, byteMs: (bt / bb) * halfByteMs };
  if (byteFactor < 0) return { fileMs: (ft / ff) * halfFileMs, byteMs: 0 };
  return { fileMs: fileFactor * halfFileMs, byteMs: byteFactor * halfByteMs };
}

function total(stretches: readonly Stretch[], what: 'files' | 'bytes' | 'tookMs'): number {
  return stretches.reduce((sum, stretch) => sum + stretch[what], 0);
}
