import type { Library } from '../../store/library.ts';
import { createVectorTable, type VectorTable } from './vector-table.ts';

/** The vectors of the model that search uses, always those the store has. */
export interface LiveVectors {
  /** The table of a model, read from the store the first time; the table of another model is dropped. */
  of(modelId: string, dimensions: number): VectorTable;
}

export function createLiveVectors(library: Library): LiveVectors {
  let live: { readonly modelId: string; readonly table: VectorTable } | undefined;

  library.follow((change) => {
    if (live === undefined) return;
    if (change.type === 'chunks-removed') {
      for (const chunkId of change.chunkIds) live.table.remove(chunkId);
    } else if (
      change.type === 'chunks-added' ||
      (change.type === 'embedded' && change.modelId === live.modelId)
    ) {
      for (const row of library.embeddings.rows(live.modelId, change.chunkIds)) live.table.add(row);
    }
  });

  return {
    of(modelId, dimensions) {
      if (live?.modelId === modelId) return live.table;
      const table = createVectorTable(dimensions);
      for (const row of library.embeddings.rows(modelId)) table.add(row);
      live = { modelId, table };
      return table;
    },
  };
}
