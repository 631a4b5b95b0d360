import type { SourceRow } from '#indexer/store/sources.ts';
import type { ConversationsDb } from './database.ts';

export type KeptSource = Pick<SourceRow, 'path' | 'rootId' | 'state' | 'rulesOff' | 'patterns'>;
type StoredSource = Omit<KeptSource, 'rulesOff' | 'patterns'> & { readonly ignoring: string };

/** The sources a person chose, kept beside the index: a library that is built anew begins with them. */
export interface KeptSources {
  list(): KeptSource[];
  /** Takes the place of what was kept before. */
  keep(sources: readonly KeptSource[]): void;
}

export function createKeptSources(db: ConversationsDb): KeptSources {
  const all = db.prepare<[], StoredSource>(
    'SELECT path, root_id AS rootId, state, ignoring FROM kept_source ORDER BY position',
  );
  const clear = db.prepare('DELETE FROM kept_source');
  const insert = db.prepare<[number, string, string, string, string]>(
    'INSERT INTO kept_source (position, path, root_id, state, ignoring) VALUES (?, ?, ?, ?, ?)',
  );
  const replaceSources = db.transaction((sources: readonly KeptSource[]): void => {
    clear.run();
    for (const [position, { path, rootId, state, rulesOff, patterns }] of sources.entries())
      insert.run(position, path, rootId, state, JSON.stringify({ rulesOff, patterns }));
  });
  const list = (): KeptSource[] =>
    all.all().map(({ ignoring, ...source }) => ({
      ...source,
      // The column is written here alone, and is empty for what was kept before it was there.
      ...{ rulesOff: [], patterns: [], ...(JSON.parse(ignoring) as Partial<KeptSource>) },
    }));
  return {
    list,
    keep(sources) {
      const plain = sources.map(({ path, rootId, state, rulesOff, patterns }) => ({
        ...{ path, rootId, state, rulesOff, patterns },
      }));
      if (JSON.stringify(plain) !== JSON.stringify(list())) replaceSources.immediate(plain);
    },
  };
}
