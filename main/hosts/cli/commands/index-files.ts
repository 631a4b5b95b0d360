import { Fault } from '#main/contract/fault.ts';
import type { Progress, Status } from '#main/contract/sources.ts';
import { type EngineClient, isLostEngine } from '#main/hosts/services/socket/connect.ts';
import { command } from '../command.ts';
import { counted, lasted, sized } from '../figures.ts';
import { progressLine } from '../progress-line.ts';
import type { Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';
import { printTotals } from './status.ts';

export const indexFiles = command({
  name: 'index',
  words: '',
  wordCount: [0, 0],
  summary: 'Read what is new or changed, take out what was deleted, and print the totals',
  options: {
    watch: { type: 'boolean', help: 'go on and follow changes until Ctrl-C' },
    progress: { type: 'boolean', help: 'with --json: a line {"progress":…} each second, before the totals' },
  },
  async run({ values, session, terminal }) {
    const started = performance.now();
    const tell = values.progress === true && terminal.json ? eachSecond(terminal) : null;
    const show = (progress: Progress): void => {
      terminal.progress(progressLine(progress));
      tell?.(progress);
    };
    const indexed = await session.ask((client) => indexAll(client, show, session.signal));
    terminal.clearProgress();
    print(indexed, Math.round(performance.now() - started), terminal);
    if (values.watch === true) await watch(session, show);
  },
});

interface Indexed {
  readonly status: Status;
  readonly read: { readonly files: number; readonly bytes: number };
  /** Files that are gone from the disk and left the library meanwhile. */
  readonly dropped: number;
  /** Why not all of it is embedded, in words. */
  readonly notice: string | null;
}

/**
 * Looks at every source anew and waits until all is read and, where an embedder is there, embedded. That a person has
 * it done confirms what was deleted, however much: it is taken out and counted.
 */
export async function indexAll(
  client: EngineClient,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Indexed> {
  const before = await currentProgress(client, signal);
  for (const { sourceId, state } of await client.sources.list(undefined, { signal })) {
    if (state !== 'paused') await client.sources.rescan({ sourceId }, { signal });
  }
  const shown = new AbortController();
  const showing = follow(client, show, AbortSignal.any([signal, shown.signal])).catch(() => undefined);
  try {
    const status = await client.sources.settle(undefined, { signal });
    const after = await currentProgress(client, signal);
    return {
      status,
      read: { files: after.filesRead - before.filesRead, bytes: after.bytesRead - before.bytesRead },
      dropped: after.filesDropped - before.filesDropped,
      notice: after.notice,
    };
  } finally {
    shown.abort();
    await showing;
  }
}

async function currentProgress(client: EngineClient, signal: AbortSignal): Promise<Progress> {
  for await (const progress of await client.sources.progress(undefined, { signal })) return progress;
  throw new Fault('engine-unreachable');
}

/**
 * Ctrl-C is its usual end. The engine may be another host's, which ends it when it leaves, in order or by a crash:
 * the next one is followed then. An engine that cannot be had at all ends the watch with its Fault.
 */
async function watch(session: Session, show: (progress: Progress) => void): Promise<void> {
  while (!session.signal.aborted) {
    try {
      await session.ask((client) => follow(client, show, session.signal));
    } catch (error) {
      if (!session.signal.aborted && !isLostEngine(error)) throw error;
    }
  }
}

async function follow(
  client: EngineClient,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const progress of await client.sources.progress(undefined, { signal })) show(progress);
}

/** Progress for a program: a line at most every second. */
function eachSecond(terminal: Terminal): (progress: Progress) => void {
  let nextMs = 0;
  return (progress) => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + 1_000;
    terminal.object({ progress });
  };
}

/** The totals, and on stderr what keeps them from being whole. */
function print({ status, read, dropped, notice }: Indexed, tookMs: number, terminal: Terminal): void {
  if (notice !== null && status.chunks > status.embedded) terminal.error(notice);
  const { files, documents, chunks, embedded, bytes, reasons } = status;
  if (terminal.json) {
    terminal.object({ files, documents, chunks, embedded, bytes, reasons, read, dropped, tookMs });
    return;
  }
  if (status.sources.length === 0) terminal.line('Nothing to index yet. Add a folder with: quipu add FOLDER');
  printTotals(status, terminal);
  if (dropped > 0) terminal.line(`${counted(dropped, 'deleted file')} left the library.`);
  const what =
    read.files === 0 ? 'Nothing new' : `Read ${counted(read.files, 'file')} (${sized(read.bytes)})`;
  terminal.line(terminal.style('dim', `${what}; took ${lasted(tookMs)}.`));
}
