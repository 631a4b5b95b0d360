import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersOf } from '#main/app/folders.ts';
import type { Progress } from '#main/contract/sources.ts';
import { openSession } from '#main/hosts/cli/session.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';

/** Runs `work` in a folder of its own, which goes at the end. */
export async function inOwnFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `quipu-${name}-`)));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs `work` on an engine in processes of its own, as the command line starts it, and ends that in order. It finds its
 * models in `modelsDir`; without one it has none and embeds nothing.
 */
export async function withEngine<T>(
  libraryDir: string,
  work: (client: EngineClient) => Promise<T>,
  modelsDir = join(libraryDir, 'no-models'),
): Promise<T> {
  process.env['QUIPU_MODELS_DIR'] = modelsDir;
  const session = openSession(foldersOf(libraryDir), new AbortController().signal);
  try {
    const { client, close } = await session.engine.connect();
    try {
      return await work(client);
    } finally {
      close();
    }
  } finally {
    await session.close();
  }
}

/** Follows progress until `enough`; false where that took longer than `mostMs`. */
export async function progressUntil(
  client: EngineClient,
  mostMs: number,
  enough: (progress: Progress) => boolean,
): Promise<boolean> {
  const signal = AbortSignal.timeout(mostMs);
  try {
    for await (const progress of await client.sources.progress(undefined, { signal }))
      if (enough(progress)) return true;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return false;
}
