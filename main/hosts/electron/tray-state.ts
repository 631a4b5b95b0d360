import { setTimeout as delay } from 'node:timers/promises';
import type { Progress, Status } from '#main/contract/sources.ts';
import type { EngineConnection } from '#main/hosts/services/socket/connect.ts';

/** What the tray tells of the library. */
export interface TrayState {
  /** Behind the name; null where there is nothing to tell. */
  readonly short: string | null;
  /** Above the menu, a fact each. */
  readonly lines: readonly string[];
}

/** Often enough for who looks, seldom enough for the battery. */
const everyMs = 5_000;

/** Follows the library and tells how it is, until the signal aborts; an engine that is lost is met again. */
export async function followLibrary(
  connect: () => Promise<EngineConnection>,
  tell: (state: TrayState) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const connection = await connect();
      try {
        await followOnce(connection, tell, signal);
      } finally {
        connection.close();
      }
    } catch {
      if (signal.aborted) return;
      tell({ short: 'the engine does not answer', lines: ['The engine does not answer'] });
    }
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function followOnce(
  { client }: EngineConnection,
  tell: (state: TrayState) => void,
  signal: AbortSignal,
): Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  for await (const progress of await client.sources.progress(undefined, { signal })) {
    if (performance.now() - lastMs < everyMs && progress.phase !== 'idle') continue;
    lastMs = performance.now();
    tell(trayState(progress, await client.status(undefined, { signal })));
  }
}

/** In words: what is under way, which disks are missing, what went wrong. Files that failed stand in the ledger. */
export function trayState(progress: Progress, { sources, notices }: Status): TrayState {
  const missing = sources
    .filter(({ state }) => state === 'missing')
    .map(({ path }) => `${path.split(/[\\/]/).at(-1)} is not connected`);
  const working = work(progress);
  const lines = [...(working === null ? [] : [working]), ...missing, ...notices.map(short)];
  return { short: lines[0] ?? null, lines };
}

function work({ phase, filesDone, filesTotal, chunksEmbedded, chunksTotal }: Progress): string | null {
  switch (phase) {
    case 'scanning':
      return 'Looking for changes';
    case 'reading':
      return `Reading ${filesDone.toLocaleString()} of ${filesTotal.toLocaleString()} files`;
    case 'embedding':
      return `Learning ${chunksEmbedded.toLocaleString()} of ${chunksTotal.toLocaleString()} passages`;
    case 'paused':
      return 'Paused';
    case 'waiting':
    case 'idle':
      return null;
  }
}

/** A menu is no place for paragraphs: the first sentence, cut where it is long. */
function short(notice: string): string {
  const [first = notice] = notice.split(/(?<=[.!?])\s/);
  return first.length > 80 ? `${first.slice(0, 79)}…` : first;
}
