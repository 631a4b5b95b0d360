import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type Library, openLibrary } from '../../store/library.ts';
import type { DiskLook } from '../../store/room.ts';
import { createIndexer, type Indexer, type IndexerOptions } from '../indexer.ts';
import type { Log } from '../log.ts';
import { createParserPool, type ParserPool } from '../pool/parser-pool.ts';

/** A library and an indexer over real folders, with real parser processes. */
export interface Indexing {
  /** A folder for the test's files, not yet a source. */
  readonly folder: string;
  readonly library: Library;
  readonly indexer: Indexer;
  /** Event names of the log, in order. */
  readonly events: readonly string[];
  /** Writes a file below the folder; its folders are made. Returns its path. */
  write(name: string, content: string): string;
  path(name: string): string;
  /** Names below the folder of the files in which search finds the word. */
  finds(word: string): string[];
  /** Makes the folder a source and waits until everything is read. Returns the source's id. */
  addFolder(): Promise<number>;
  /** Everything is read. */
  idle(): Promise<void>;
  /** Ends the indexer and the library, runs `meanwhile`, and starts both again. */
  restart(meanwhile: () => void): Promise<void>;
  close(): Promise<void>;
}

export interface IndexingOptions {
  readonly settleMs?: number;
  readonly watch?: IndexerOptions['watch'];
  readonly held?: IndexerOptions['held'];
  readonly embedder?: () => Promise<Embedder | null>;
  /** What the library is told of its disk. */
  readonly disk?: DiskLook;
}

/** Parser processes for the tests of one file: starting one takes longer than most tests. */
export function startParsers(size = 1): ParserPool {
  const spawner = createNodeSpawner(collectingLog([]));
  return createParserPool({ size, spawn: () => spawner.spawn('parser', {}) });
}

export function startIndexing(pool: ParserPool, options: IndexingOptions = {}): Indexing {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-indexing-')));
  const folder = join(base, 'files');
  mkdirSync(folder);
  const events: string[] = [];
  const open = () => {
    const library = openLibrary(join(base, 'library'), options.disk);
    const indexer = createIndexer({
      library,
      pool,
      embedder: options.embedder ?? (async () => null),
      log: collectingLog(events),
      ...(options.settleMs === undefined ? {} : { settleMs: options.settleMs }),
      ...(options.watch === undefined ? {} : { watch: options.watch }),
      ...(options.held === undefined ? {} : { held: options.held }),
    });
    return { library, indexer };
  };
  let running = open();
  const close = async (): Promise<void> => {
    await running.indexer.close();
    running.library.close();
  };
  const idle = (): Promise<void> => running.indexer.whenIdle(AbortSignal.timeout(20_000));
  return {
    folder,
    events,
    get library() {
      return running.library;
    },
    get indexer() {
      return running.indexer;
    },
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    path: (name) => join(folder, name),
    finds: (word) => pathsWith(running.library, word).map((path) => path.slice(folder.length + 1)),
    async addFolder() {
      const { sourceId } = await running.indexer.add(folder);
      await idle();
      return sourceId;
    },
    idle,
    async restart(meanwhile) {
      await close();
      meanwhile();
      running = open();
      await running.indexer.start();
    },
    async close() {
      await close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** The files in which the full text has the word, as search sees it. */
export function pathsWith(library: Library, word: string): string[] {
  const matches = library.text.match(`"${word}"`, {}, 1000);
  const documents = new Set(matches.map(({ documentId }) => documentId));
  return [...documents].flatMap((id) => library.documents.summary(id)?.path ?? []).sort();
}

function collectingLog(events: string[]): Log {
  const note = (event: string): void => void events.push(event);
  return { info: note, warn: note, error: note };
}
