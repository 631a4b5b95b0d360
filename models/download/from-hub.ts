import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { ModelSource, SourceFile } from '../catalog/catalog.ts';
import { sha256Of } from './checksum.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { diskFault } from './space.ts';

/** A hub's repository at a pinned commit. */
export type HubSource = Extract<ModelSource, { kind: 'hub' }> & { readonly revision: string };

export const hubAddress = 'https://huggingface.co';
/** How long the hub may be silent before the connection counts as lost. */
const silenceMs = 30_000;

/**
 * Downloads one file at its pinned revision into the folder, as `<file>.part` until its checksum was compared; goes on
 * where an earlier try broke off (RFC 9110 section 14). Yields the bytes there so far. Throws SourceUnavailable, or Fault
 * `checksum-wrong` (the file is deleted) or `disk-full`.
 */
export async function* fromHub(
  source: HubSource,
  file: SourceFile,
  folder: string,
  signal: AbortSignal,
  address = hubAddress,
): AsyncGenerator<number> {
  const target = join(folder, file.path);
  if ((await sizeOf(target)) === file.sizeBytes && (await sha256Of(target)) === file.sha256) {
    yield file.sizeBytes;
    return;
  }
  const part = `${target}.part`;
  if ((await sizeOf(part)) < file.sizeBytes) {
    const url = `${address}/${source.repository}/resolve/${source.revision}/${source.folder}${file.path}`;
    yield* append(url, part, file.sizeBytes, signal);
  }
  if ((await sha256Of(part)) !== file.sha256) {
    await rm(part, { force: true });
    throw new Fault('checksum-wrong', { model: file.path });
  }
  await rename(part, target);
}

async function* append(
  url: string,
  part: string,
  sizeBytes: number,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const connection = new AbortController();
  const silence = setTimeout(() => connection.abort(), silenceMs);
  try {
    const have = await sizeOf(part);
    const response = await request(url, have, AbortSignal.any([signal, connection.signal]));
    const start = startOf(response, have, sizeBytes);
    await using output = await open(part, 'a', 0o600);
    let [at, received] = [start, have];
    for await (const bytes of response.body ?? []) {
      silence.refresh();
      // More than was published would fill the disk; the checksum tells the rest.
      const fresh = bytes.subarray(Math.max(0, received - at), sizeBytes - at);
      at += bytes.length;
      received += fresh.length;
      await output.write(fresh);
      yield received;
      if (received === sizeBytes) break;
    }
    if (received < sizeBytes) throw new SourceUnavailable('the connection was cut off');
  } catch (error) {
    signal.throwIfAborted();
    throw interrupted(error, part);
  } finally {
    clearTimeout(silence);
    connection.abort();
  }
}

/**
 * Where in the file an answer begins: a server that knows no ranges sends all of it again, of which what is there is
 * skipped. Throws SourceUnavailable where it is another file's, as that of a page for logging in.
 */
function startOf({ status, headers }: Response, have: number, sizeBytes: number): number {
  const [, first, whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  const start = status === 206 ? Number(first ?? have) : 0;
  const length = headers.has('content-encoding') ? null : headers.get('content-length');
  const told = length === null ? sizeBytes : start + Number(length);
  const total = whole === undefined || whole === '*' ? told : Number(whole);
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage || start > have || total !== sizeBytes)
    throw new SourceUnavailable('another file was offered in its place');
  return start;
}

async function request(url: string, have: number, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = have > 0 ? { range: `bytes=${have}-` } : {};
  const { host } = new URL(url);
  const response = await fetch(url, { headers, signal }).catch((cause: unknown) => {
    throw new SourceUnavailable(`${host} cannot be reached`, { cause });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new SourceUnavailable(`${host} answered ${response.status}`);
}

function interrupted(error: unknown, part: string): unknown {
  const fault = diskFault(error, part);
  if (fault instanceof Fault || fault instanceof SourceUnavailable) return fault;
  return new SourceUnavailable('the connection was cut off', { cause: error });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
