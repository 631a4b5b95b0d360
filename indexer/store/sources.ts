import type { Changes } from './changes.ts';
import type { WritableDb } from './connection.ts';
import type { DocumentRemoval } from './document-removal.ts';

export interface SourceRow {
  readonly sourceId: number;
  readonly path: string;
  readonly state: 'watching' | 'paused' | 'missing';
  /** `dev:ino` of the folder or file when it was added: another disk mounted at the same path is not it. */
  readonly rootId: string;
  /** Ids of the rules for leaving things out that are switched off. */
  readonly rulesOff: readonly string[];
  /** What is left out besides, in the syntax of .gitignore. */
  readonly patterns: readonly string[];
}

/** As it is stored: lists are JSON. */
type StoredSource = Omit<SourceRow, 'rulesOff' | 'patterns'> & {
  readonly rulesOff: string;
  readonly patterns: string;
};

/** The folders and single files the user added. */
export interface SourceStore {
  /** Adding a path again returns the source it already is. */
  add(path: string, rootId: string): SourceRow;
  list(): SourceRow[];
  get(sourceId: number): SourceRow | undefined;
  setState(sourceId: number, state: SourceRow['state']): void;
  /** The folder was replaced by one with the same files (restored, synced anew): that is the source's root now. */
  setRoot(sourceId: number, rootId: string): void;
  /** What is left out of the source from now on; `isPurgeDue` where secrets that were let in are to go. */
  setIgnoring(
    sourceId: number,
    ignoring: Pick<SourceRow, 'rulesOff' | 'patterns'>,
    isPurgeDue?: boolean,
  ): void;
  /** The sources of which secrets are still to go. */
  purgeDue(): number[];
  purged(sourceId: number): void;
  /** Takes the source and everything of it out, in one transaction; returns how many documents went. */
  forget(sourceId: number): { documents: number };
}

const columns = 'source_id AS sourceId, path, state, root_id AS rootId, rules_off AS rulesOff, patterns';

export function createSourceStore(db: WritableDb, removal: DocumentRemoval, changes: Changes): SourceStore {
  const insert = db.prepare<[string, string]>(
    `INSERT INTO source (path, state, root_id) VALUES (?, 'watching', ?) ON CONFLICT (path) DO NOTHING`,
  );
  const byPath = db.prepare<[string], StoredSource>(`SELECT ${columns} FROM source WHERE path = ?`);
  const byId = db.prepare<[number], StoredSource>(`SELECT ${columns} FROM source WHERE source_id = ?`);
  const all = db.prepare<[], StoredSource>(`SELECT ${columns} FROM source ORDER BY source_id`);
  const setState = db.prepare<[string, number]>('UPDATE source SET state = ? WHERE source_id = ?');
  const setRoot = db.prepare<[string, number]>('UPDATE source SET root_id = ? WHERE source_id = ?');
  const setIgnoring = db.prepare<[string, string, number, number]>(
    'UPDATE source SET rules_off = ?, patterns = ?, purge_due = max(purge_due, ?) WHERE source_id = ?',
  );
  const purgeDue = db.prepare<[], number>('SELECT source_id FROM source WHERE purge_due').pluck();
  const purged = db.prepare<[number]>('UPDATE source SET purge_due = 0 WHERE source_id = ?');
  const removeSource = db.prepare<[number]>('DELETE FROM source WHERE source_id = ?');
  const removeFile = db.prepare<[number]>('DELETE FROM file WHERE file_id = ?');
  /** Asked for with every file; everything that writes one clears them. */
  const kept = new Map<number, SourceRow | undefined>();
  const changed = (): void => {
    kept.clear();
    changes.tell({ type: 'sources-changed' });
  };
  const fileIds = db.prepare<[number], number>('SELECT file_id FROM file WHERE source_id = ?').pluck();

  const forgetSource = db.transaction((sourceId: number) => {
    let documents = 0;
    const chunkIds: number[] = [];
    for (const fileId of fileIds.all(sourceId)) {
      const removed = removal.clear(fileId);
      removal.tidy(removed);
      removeFile.run(fileId);
      documents += removed.documents;
      for (const chunkId of removed.chunkIds) chunkIds.push(chunkId);
    }
    removeSource.run(sourceId);
    return { documents, chunkIds };
  });

  return {
    add(path, rootId) {
      insert.run(path, rootId);
      changed();
      const row = byPath.get(path);
      if (row === undefined) throw new Error('a source just added is not there');
      return unpacked(row);
    },
    list: () => all.all().map(unpacked),
    get(sourceId) {
      if (!kept.has(sourceId)) kept.set(sourceId, byId.all(sourceId).map(unpacked)[0]);
      return kept.get(sourceId);
    },
    setState(sourceId, state) {
      setState.run(state, sourceId);
      changed();
    },
    setRoot(sourceId, rootId) {
      setRoot.run(rootId, sourceId);
      changed();
    },
    setIgnoring(sourceId, { rulesOff, patterns }, isPurgeDue = false) {
      setIgnoring.run(JSON.stringify(rulesOff), JSON.stringify(patterns), Number(isPurgeDue), sourceId);
      changed();
    },
    purgeDue: () => purgeDue.all(),
    purged: (sourceId) => void purged.run(sourceId),
    forget(sourceId) {
      const { documents, chunkIds } = forgetSource.immediate(sourceId);
      changes.tell({ type: 'chunks-removed', chunkIds });
      changed();
      return { documents };
    },
  };
}

/** Both columns are written by `setIgnoring` alone. */
function unpacked({ rulesOff, patterns, ...row }: StoredSource): SourceRow {
  return {
    ...row,
    rulesOff: JSON.parse(rulesOff) as string[],
    patterns: JSON.parse(patterns) as string[],
  };
}
