import { stat } from 'node:fs/promises';
import { Fault } from '#main/contract/fault.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { diskFault } from './space.ts';

/** How long the hub may be silent before the connection counts as lost. */
const silenceMs = 30_000;

interface Wanted {
  readonly url: string;
  /** Where it is written, for a Fault. */
  readonly path: string;
  readonly from: number;
  /** The first byte that is not wanted; null for all the rest. */
  readonly until: number | null;
  readonly sizeBytes: number;
}

/** An answer, and at which byte of the file it begins. */
interface HubBytes {
  readonly startByte: number;
  readonly isRange: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Reads a file from a byte on, up to another where one is given (RFC 9110 section 14), and has `use` take it; the
 * connection ends with it. Throws SourceUnavailable, or Fault `disk-full` where `use` found the disk full.
 */
export async function withHubBytes<Result>(
  wanted: Wanted,
  signal: AbortSignal,
  use: (answer: HubBytes) => Promise<Result>,
): Promise<Result> {
  const connection = new AbortController();
  const silence = setTimeout(() => connection.abort(), silenceMs);
  try {
    const response = await request(wanted, AbortSignal.any([signal, connection.signal]));
    const startByte = startOf(response, wanted);
    const isRange = response.status === 206;
    return await use({ startByte, isRange, bytes: heard(response, silence) });
  } catch (error) {
    signal.throwIfAborted();
    throw interrupted(error, wanted.path);
  } finally {
    clearTimeout(silence);
    connection.abort();
  }
}

async function* heard(response: Response, silence: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  for await (const bytes of response.body ?? []) {
    silence.refresh();
    yield bytes;
  }
}

/**
 * Where in the file an answer begins: a server that knows no ranges sends all of it again, of which what is there is
 * skipped. Throws SourceUnavailable where it is another file's, as that of a page for logging in.
 */
function startOf({ status, headers }: Response, { from, sizeBytes }: Wanted): number {
  const [, first, last, whole] =
    /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  const start = status === 206 ? Number(first ?? from) : 0;
  const length = headers.has('content-encoding') ? null : headers.get('content-length');
  const isPart = last !== undefined && Number(last) + 1 < sizeBytes;
  const told = length === null || isPart ? sizeBytes : start + Number(length);
  const total = whole === undefined || whole === '*' ? told : Number(whole);
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage || start > from || total !== sizeBytes)
    throw new SourceUnavailable('another file was offered in its place');
  return start;
}

async function request({ url, from, until }: Wanted, signal: AbortSignal): Promise<Response> {
  const isAll = from === 0 && until === null;
  const headers: Record<string, string> = isAll
    ? {}
    : { range: `bytes=${from}-${until === null ? '' : until - 1}` };
  const { host } = new URL(url);
  const response = await fetch(url, { headers, signal }).catch((cause: unknown) => {
    throw new SourceUnavailable(`${host} cannot be reached`, { cause });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new SourceUnavailable(`${host} answered ${response.status}`);
}

function interrupted(error: unknown, path: string): unknown {
  const fault = diskFault(error, path);
  if (fault instanceof Fault || fault instanceof SourceUnavailable) return fault;
  return new SourceUnavailable('the connection was cut off', { cause: error });
}

/** In bytes; 0 for what is not there. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
