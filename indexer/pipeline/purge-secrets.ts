import { contentRulesIn, withholdsAgain } from '../sources/content-rules.ts';
import { type FileRow, rulesOf } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { errorCode } from '../watch/sighting.ts';
import type { Log } from './log.ts';
import { sweepEmbeddings } from './sweep-embeddings.ts';
import type { WriteTurns } from './write-turns.ts';

/** Looked at, and cleared where they must be, in one turn and transaction: some milliseconds. */
const turnFiles = 40;

export interface PurgeTools {
  readonly library: Library;
  readonly writes: WriteTurns;
}

/**
 * Takes the secrets that a source let in and lets in no more out of the library: what was read of their files, the
 * embeddings of no other text, and the traces of both. The files wait to be read again. Where a crash cuts it short it
 * is due still.
 */
export async function purgeSecrets(tools: PurgeTools, sourceId: number, signal: AbortSignal): Promise<void> {
  const { library, writes } = tools;
  const rulesOff = contentRulesIn(library.sources.get(sourceId)?.rulesOff ?? []);
  const isOpen = (row: FileRow): boolean => {
    const { off, touched } = rulesOf(row);
    const letIn = off.filter((rule) => touched.includes(rule));
    return row.documents > 0 && withholdsAgain(letIn, rulesOff);
  };
  let last: string | undefined = '';
  while (last !== undefined) {
    signal.throwIfAborted();
    const rows: readonly FileRow[] = library.files.after(sourceId, last, turnFiles);
    const open = rows.filter(isOpen).map(({ path }) => path);
    if (open.length > 0) await writes.run(() => library.files.clearAll(open));
    last = rows.at(-1)?.path;
  }
  await removeTraces(tools, signal);
  await writes.run(() => library.sources.purged(sourceId));
}

/** Does what a crash or a full disk cut short. */
export async function purgeWhatIsDue(
  tools: PurgeTools & { readonly log: Log },
  signal: AbortSignal,
): Promise<void> {
  for (const sourceId of tools.library.sources.purgeDue()) {
    try {
      await purgeSecrets(tools, sourceId, signal);
    } catch (error) {
      if (!signal.aborted) tools.log.error('secrets-not-purged', { sourceId, code: errorCode(error) });
    }
  }
}

/** Frees what is left of deleted texts: their embeddings, words of the full text, bytes in the library's file. */
export async function removeTraces({ library, writes }: PurgeTools, signal: AbortSignal): Promise<void> {
  await sweepEmbeddings(library, writes, true);
  while (await writes.run(() => library.traces.mergeText())) signal.throwIfAborted();
  await writes.run(() => {
    signal.throwIfAborted();
    library.traces.rewrite();
  });
}
