import { resolve } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { contentRulesIn, withholdsAgain } from '../sources/content-rules.ts';
import type { FileRow } from '../store/file-row.ts';
import type { SourceRow } from '../store/sources.ts';
import { isInside } from '../watch/ignore-rules.ts';
import { learnIgnoreFiles } from '../watch/learn-ignore-files.ts';
import { pathFault, realPlace } from '../watch/real-place.ts';
import { isFolderRoot, type Root, rootAt } from '../watch/root.ts';
import { createScope, type Ignoring, type Scope } from '../watch/scope.ts';
import { errorCode, look } from '../watch/sighting.ts';
import { isSystemPlace, systemFoldersBelow } from '../watch/system-folders.ts';
import { coveringSource, heirOf } from './covering-source.ts';
import { purgeSecrets, purgeWhatIsDue, removeTraces } from './purge-secrets.ts';
import type { ReadingStage } from './reading-stage.ts';
import { sweepEmbeddings } from './sweep-embeddings.ts';
import { TendedSource, type TendTools } from './tend-source.ts';
import { watchForWake } from './wake-watch.ts';

export interface Unwatched {
  readonly sourceId: number;
  readonly code: string;
}

/** Which sources there are and which of them are tended. */
export interface SourceKeeper {
  add(path: string): Promise<SourceRow>;
  pause(sourceId: number): Promise<void>;
  resume(sourceId: number): Promise<void>;
  rescan(sourceId: number): Promise<void>;
  /** Resolves when what is left out now has gone and what is not any more is marked for reading. */
  ignore(sourceId: number, ignoring: Ignoring): Promise<void>;
  /** The ignore files that are obeyed in a source. */
  ignoreFiles(sourceId: number): Promise<string[]>;
  forget(sourceId: number): Promise<{ documents: number }>;
  /** Tends every source that is not paused, and looks through them after a sleep and once a day. */
  start(): void;
  /** Which paths below a source are looked at. */
  scopeOf(source: SourceRow): Scope;
  /** The file of a row is to be looked at. */
  lookAgain(row: Pick<FileRow, 'sourceId' | 'path'>): void;
  isScanning(): boolean;
  isIdle(): boolean;
  /** What keeps looks from being noted. */
  trouble(): Fault | null;
  /** Sources of which a part can't be watched, with the system's error code. */
  unwatched(): Unwatched[];
  close(): Promise<void>;
}

/** Removed in one turn and transaction: some milliseconds. */
const turnFiles = 40;
const handedFiles = 500;

export interface KeeperTools extends TendTools {
  readonly reading: ReadingStage;
  /** Every source is being looked through: at the start, after a sleep, once a day. */
  readonly onReconcile: () => void;
}

interface Tended {
  readonly stop: AbortController;
  readonly source: TendedSource;
}

export function createSourceKeeper(tools: KeeperTools): SourceKeeper {
  const { library, writes, reading, log } = tools;
  const { sources } = library;
  const tended = new Map<number, Tended>();
  const closing = new AbortController();

  const scopeOf = (source: SourceRow): Scope => {
    const others = sources.list().filter(({ sourceId }) => sourceId !== source.sourceId);
    const excluded = [library.dir, ...systemFoldersBelow(source.path), ...others.map(({ path }) => path)];
    return createScope(source.path, excluded, source);
  };
  const tend = (source: SourceRow): void => {
    if (tended.has(source.sourceId) || source.state === 'paused') return;
    const stop = new AbortController();
    const rulesOff = contentRulesIn(source.rulesOff);
    const place = { sourceId: source.sourceId, scope: scopeOf(source), rulesOff, signal: stop.signal };
    tended.set(source.sourceId, {
      stop,
      source: new TendedSource(tools, place, isFolderRoot(source.rootId)),
    });
  };
  const leave = async (sourceId: number): Promise<void> => {
    const one = tended.get(sourceId);
    if (one !== undefined) {
      one.stop.abort();
      await one.source.close();
      tended.delete(sourceId);
    }
    await reading.stop(sourceId);
  };
  /** Sources around this one learn that it is theirs no longer, or again. */
  const renewAround = async (path: string): Promise<void> => {
    for (const source of sources.list()) {
      if (source.path === path || !isInside(source.path, path) || !tended.has(source.sourceId)) continue;
      await leave(source.sourceId);
      tend(source);
    }
  };
  const known = (sourceId: number): SourceRow => {
    const source = sources.get(sourceId);
    if (source === undefined) throw new Fault('not-found', { what: `Source ${sourceId}` });
    return source;
  };
  /** What another source looks at from now on is neither read nor embedded again. It is left meanwhile: to it they are no files of its own yet. */
  const handOver = async (from: number, to: number): Promise<void> => {
    await leave(to);
    let handed: number;
    do handed = await writes.run(() => library.files.handOver(from, to, handedFiles));
    while (handed > 0);
  };
  /** In turns: all at once would keep searches waiting for seconds. */
  const removeFiles = async (sourceId: number): Promise<number> => {
    let documents = 0;
    while (true) {
      const paths = library.files.after(sourceId, '', turnFiles).map(({ path }) => path);
      if (paths.length === 0) return documents;
      documents += await writes.run(() => library.files.removeAll(paths));
    }
  };
  const rescanAll = (why: string): void => {
    log.info('reconcile', { why });
    tools.onReconcile();
    for (const [sourceId, { source, stop }] of tended) {
      source.rescan().catch((error: unknown) => {
        if (!stop.signal.aborted) log.error('reconcile-failed', { sourceId, code: errorCode(error) });
      });
    }
  };
  let purging: Promise<void> | null = null;
  let endWakeWatch: () => void = () => undefined;

  return {
    async add(path) {
      const { real, root } = await placeOf(path);
      if (isInside(library.dir, real)) throw new Fault('path-is-library', { path });
      const covering = await coveringSource(sources.list(), real, root.isFolder);
      if (covering !== undefined) return covering;
      const source = await writes.run(() => sources.add(real, root.rootId));
      log.info('source-added', { sourceId: source.sourceId });
      tend(source);
      return source;
    },
    async pause(sourceId) {
      known(sourceId);
      await writes.run(() => sources.setState(sourceId, 'paused'));
      await leave(sourceId);
      tools.onChange();
    },
    async resume(sourceId) {
      if (known(sourceId).state !== 'paused') return;
      await writes.run(() => sources.setState(sourceId, 'watching'));
      tend(known(sourceId));
      reading.wake();
    },
    async rescan(sourceId) {
      known(sourceId);
      await tended.get(sourceId)?.source.rescan();
      await tools.deletions.review(sourceId, true);
    },
    async ignore(sourceId, ignoring) {
      const before = contentRulesIn(known(sourceId).rulesOff);
      const isPurgeDue = withholdsAgain(before, contentRulesIn(ignoring.rulesOff));
      await writes.run(() => sources.setIgnoring(sourceId, ignoring, isPurgeDue));
      const wasTended = tended.has(sourceId);
      await leave(sourceId);
      try {
        if (isPurgeDue) await purgeSecrets(tools, sourceId, closing.signal);
      } finally {
        if (wasTended) tend(known(sourceId));
        reading.wake();
      }
      await tended.get(sourceId)?.source.rescan();
    },
    async ignoreFiles(sourceId) {
      const source = known(sourceId);
      const scope = scopeOf(source);
      if (isFolderRoot(source.rootId)) await learnIgnoreFiles(scope, closing.signal);
      return scope.patterns.files();
    },
    async forget(sourceId) {
      const { path, rulesOff } = known(sourceId);
      const heir = await heirOf(sources.list(), known(sourceId));
      // What is cut short by a crash stays paused, to be forgotten again.
      await writes.run(() => sources.setState(sourceId, 'paused'));
      await leave(sourceId);
      const wasTended = heir !== undefined && tended.has(heir.sourceId);
      if (heir !== undefined) await handOver(sourceId, heir.sourceId);
      const documents = await removeFiles(sourceId);
      await writes.run(() => sources.forget(sourceId));
      if (withholdsAgain(contentRulesIn(rulesOff), [])) await removeTraces(tools, closing.signal);
      else await sweepEmbeddings(library, writes, true);
      log.info('source-forgotten', { sourceId, documents });
      if (wasTended) tend(known(heir.sourceId));
      await renewAround(path);
      tools.onChange();
      return { documents };
    },
    start() {
      for (const source of sources.list()) tend(source);
      purging = purgeWhatIsDue(tools, closing.signal).then(() => {
        if (!closing.signal.aborted) reading.wake();
      });
      tools.onReconcile();
      endWakeWatch();
      endWakeWatch = watchForWake(rescanAll);
      reading.wake();
    },
    scopeOf,
    lookAgain: ({ sourceId, path }) => tended.get(sourceId)?.source.look(path),
    isScanning: () => [...tended.values()].some(({ source }) => source.isScanning()),
    isIdle: () => [...tended.values()].every(({ source }) => source.isIdle()),
    trouble: () =>
      [...tended.values()].find(({ source }) => source.trouble() !== null)?.source.trouble() ?? null,
    unwatched: () =>
      [...tended].flatMap(([sourceId, { source }]) => {
        const code = source.unwatched();
        return code === null ? [] : [{ sourceId, code }];
      }),
    async close() {
      endWakeWatch();
      closing.abort();
      await purging;
      for (const { stop } of tended.values()) stop.abort();
      await Promise.all([...tended.values()].map(({ source }) => source.close()));
      tended.clear();
    },
  };
}

/** Where a path really lies: a source is never a link, so that all that is found lies below it. */
async function placeOf(path: string): Promise<{ real: string; root: Root }> {
  const real = await realPlace(resolve(path));
  if ((await look(real)).kind === 'special') throw new Fault('path-not-regular', { path });
  if (isSystemPlace(real)) throw new Fault('path-is-system', { path });
  try {
    return { real, root: await rootAt(real) };
  } catch (error) {
    throw await pathFault(real, error);
  }
}
