import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '#main/contract/fault.ts';
import type { ModelSource, SourceFile } from '../catalog/catalog.ts';
import { sha256Of } from './checksum.ts';
import { sizeOf, withHubBytes } from './hub-bytes.ts';
import {
  arrivedOf,
  dropArrived,
  type Fetching,
  fetchInPieces,
  joinPieces,
  NoRanges,
  type Pieces,
  usualPieces,
} from './in-pieces.ts';
import { SourceUnavailable } from './source-unavailable.ts';

/** A hub's repository at a pinned commit. */
export type HubSource = Extract<ModelSource, { kind: 'hub' }> & { readonly revision: string };

export const hubAddress = 'https://huggingface.co';
const lookMs = 100;

/**
 * Downloads one file at its pinned revision into the folder, as `<file>.part` until its checksum was compared; a large
 * one in several ranges at once where the server knows them. Goes on where an earlier try broke off. Yields the bytes
 * there so far. Throws SourceUnavailable, or Fault `checksum-wrong` (the file is deleted) or `disk-full`.
 */
export async function* fromHub(
  source: HubSource,
  file: SourceFile,
  folder: string,
  signal: AbortSignal,
  address = hubAddress,
  pieces: Pieces = usualPieces,
): AsyncGenerator<number> {
  const { sizeBytes, sha256 } = file;
  const target = join(folder, file.path);
  if ((await sizeOf(target)) === sizeBytes && (await sha256Of(target)) === sha256) {
    yield sizeBytes;
    return;
  }
  const part = `${target}.part`;
  const url = `${address}/${source.repository}/resolve/${source.revision}/${source.folder}${file.path}`;
  const leaving = new AbortController();
  const fetching = fetchMissing({ url, part, sizeBytes, pieces }, AbortSignal.any([signal, leaving.signal]));
  try {
    for (let [isOver, arrived] = [false, 0]; !isOver; yield arrived) {
      const ended = fetching.then(() => true);
      isOver = await Promise.race([ended, delay(lookMs, false)]);
      // A piece that is joined at this moment may be counted at neither place.
      arrived = Math.max(arrived, await arrivedOf(part));
    }
  } finally {
    leaving.abort();
    await fetching.catch(() => undefined);
  }
  if ((await sha256Of(part)) !== sha256) {
    await dropArrived(part);
    throw new Fault('checksum-wrong', { model: file.path });
  }
  await rename(part, target);
}

async function fetchMissing(fetching: Fetching, signal: AbortSignal): Promise<void> {
  const { part, sizeBytes, pieces } = fetching;
  await joinPieces(part);
  if (sizeBytes - (await sizeOf(part)) > 2 * pieces.bytes) {
    try {
      await fetchInPieces(fetching, signal);
      return;
    } catch (error) {
      if (!(error instanceof NoRanges)) throw error;
      await joinPieces(part);
    }
  }
  await fetchInOne(fetching, signal);
  await joinPieces(part);
}

/** All that is missing over one connection. */
async function fetchInOne({ url, part, sizeBytes }: Fetching, signal: AbortSignal): Promise<void> {
  const from = await sizeOf(part);
  if (from === sizeBytes) return;
  await withHubBytes({ url, path: part, from, until: null, sizeBytes }, signal, async (answer) => {
    await using output = await open(part, 'a', 0o600);
    let [at, received] = [answer.startByte, from];
    for await (const bytes of answer.bytes) {
      // More than was published would fill the disk; the checksum tells the rest.
      const fresh = bytes.subarray(Math.max(0, received - at), sizeBytes - at);
      at += bytes.length;
      received += fresh.length;
      await output.write(fresh);
      if (received === sizeBytes) return;
    }
    throw new SourceUnavailable('the connection was cut off');
  });
}
