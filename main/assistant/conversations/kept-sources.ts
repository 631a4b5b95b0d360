import type { SourceRow } from '#indexer/store/sources.ts';
import type { ConversationsDb } from './database.ts';

export type KeptSource = Pick<SourceRow, 'path' | 'rootId' | 'state'>;

/** The sources a person chose, kept beside the index: a library that is built anew begins with them. */
export interface KeptSources {
  list(): KeptSource[];
  /** Takes the place of what was kept before. */
  keep(sources: readonly KeptSource[]): void;
}

export function createKeptSources(db: ConversationsDb): KeptSources {
  const all = db.prepare<[], KeptSource>(
    'SELECT path, root_id AS rootId, state FROM kept_source ORDER BY position',
  );
  const clear = db.prepare('DELETE FROM kept_source');
  const insert = db.prepare<[number, string, string, string]>(
    'INSERT INTO kept_source (position, path, root_id, state) VALUES (?, ?, ?, ?)',
  );
  const replaceSources = db.transaction((sources: readonly KeptSource[]): void => {
    clear.run();
    for (const [position, { path, rootId, state }] of sources.entries())
      insert.run(position, path, rootId, state);
  });
  return {
    list: () => all.all(),
    keep(sources) {
      const plain = sources.map(({ path, rootId, state }) => ({ path, rootId, state }));
      if (JSON.stringify(plain) !== JSON.stringify(all.all())) replaceSources.immediate(plain);
    },
  };
}
