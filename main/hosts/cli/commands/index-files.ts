import type { Progress, Status } from '#main/contract/sources.ts';
import { type EngineClient, isLostEngine } from '#main/hosts/services/socket/connect.ts';
import { command } from '../command.ts';
import { lasted } from '../figures.ts';
import { progressLine } from '../progress-line.ts';
import type { Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';
import { printTotals } from './status.ts';

export const indexFiles = command({
  name: 'index',
  words: '',
  wordCount: [0, 0],
  summary: 'Read everything that is new or changed, and print the totals',
  options: { watch: { type: 'boolean', help: 'go on and follow changes until Ctrl-C' } },
  async run({ values, session, terminal }) {
    const started = performance.now();
    const show = (progress: Progress): void => terminal.progress(progressLine(progress));
    const indexed = await session.ask((client) => indexAll(client, show, session.signal));
    terminal.clearProgress();
    print(indexed, Math.round(performance.now() - started), terminal);
    if (values.watch === true) await watch(session, show);
  },
});

interface Indexed {
  readonly status: Status;
  /** Why not all of it is embedded, in words. */
  readonly notice: string | null;
}

/** Looks at every source anew and waits until all is read and, where an embedder is there, embedded. */
export async function indexAll(
  client: EngineClient,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Indexed> {
  for (const { sourceId, state } of await client.sources.list(undefined, { signal })) {
    if (state !== 'paused') await client.sources.rescan({ sourceId }, { signal });
  }
  const shown = new AbortController();
  const showing = follow(client, show, AbortSignal.any([signal, shown.signal])).catch(() => undefined);
  try {
    const status = await client.sources.settle(undefined, { signal });
    return { status, notice: await currentNotice(client, signal) };
  } finally {
    shown.abort();
    await showing;
  }
}

async function currentNotice(client: EngineClient, signal: AbortSignal): Promise<string | null> {
  for await (const { notice } of await client.sources.progress(undefined, { signal })) return notice;
  return null;
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

/** The totals, and on stderr what keeps them from being whole. */
function print({ status, notice }: Indexed, tookMs: number, terminal: Terminal): void {
  if (notice !== null && status.chunks > status.embedded) terminal.error(notice);
  const { files, documents, chunks, embedded, bytes, reasons } = status;
  if (terminal.json) {
    terminal.object({ files, documents, chunks, embedded, bytes, reasons, tookMs });
    return;
  }
  if (status.sources.length === 0) terminal.line('Nothing to index yet. Add a folder with: quipu add FOLDER');
  printTotals(status, terminal);
  terminal.line(terminal.style('dim', `Took ${lasted(tookMs)}.`));
}
