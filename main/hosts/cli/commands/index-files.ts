import type { Progress, Status } from '#main/contract/sources.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
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
    const now = await session.ask((client) => indexAll(client, show, session.signal));
    terminal.clearProgress();
    const tookMs = Math.round(performance.now() - started);
    print(now, tookMs, terminal);
    if (values.watch === true) await watch(session, show);
  },
});

/** Looks at every source anew and waits until all is read and, where an embedder is there, embedded. */
export async function indexAll(
  client: EngineClient,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Status> {
  for (const { sourceId, state } of await client.sources.list(undefined, { signal })) {
    if (state !== 'paused') await client.sources.rescan({ sourceId }, { signal });
  }
  const shown = new AbortController();
  const showing = follow(client, show, AbortSignal.any([signal, shown.signal])).catch(() => undefined);
  try {
    return await client.sources.settle(undefined, { signal });
  } finally {
    shown.abort();
    await showing;
  }
}

/** Ctrl-C is its usual end. */
async function watch(session: Session, show: (progress: Progress) => void): Promise<void> {
  try {
    await session.ask((client) => follow(client, show, session.signal));
  } catch (error) {
    if (!session.signal.aborted) throw error;
  }
}

async function follow(
  client: EngineClient,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const progress of await client.sources.progress(undefined, { signal })) show(progress);
}

function print(now: Status, tookMs: number, terminal: Terminal): void {
  const { files, documents, chunks, embedded, bytes, reasons } = now;
  if (terminal.json) {
    terminal.object({ files, documents, chunks, embedded, bytes, reasons, tookMs });
    return;
  }
  if (now.sources.length === 0) terminal.line('Nothing to index yet. Add a folder with: quipu add FOLDER');
  printTotals(now, terminal);
  terminal.line(terminal.style('dim', `Took ${lasted(tookMs)}.`));
}
