import { setImmediate } from 'node:timers/promises';
import type { Library } from '../../store/library.ts';
import { createVectorTable, type VectorTable } from './vector-table.ts';

/** The vectors of the model that search uses, always those the store has. */
export interface LiveVectors {
  /**
   * The table of a model; the table of another model is dropped. Read from the store the first time, in steps between
   * which others get their turn.
   */
  of(modelId: string, dimensions: number): Promise<VectorTable>;
}

/** Above how many rows a table leaves the memory, and below how few it comes back to it. */
export interface TableSizes {
  readonly inMemoryAtMost: number;
  readonly storedAtLeast: number;
}

/** 100 MB of int8 rows at 384 dimensions; far apart, so that no table goes to and fro. */
export const usualSizes: TableSizes = { inMemoryAtMost: 250_000, storedAtLeast: 150_000 };
const stepRows = 500;
/** How long the table may keep the event loop before others (searches, writes) get their turn. */
const sliceMs = 8;
/** How far the mean may go from where signs are taken. */
const driftAtMost = 0.15;
/** After how many rows that came or went the drift is looked at, at least; and as a share of all. */
const lookAfter = { rows: 4096, share: 1 / 8 };

interface Live {
  readonly modelId: string;
  readonly table: VectorTable;
  readonly filled: Promise<void>;
}

export function createLiveVectors(library: Library, sizes = usualSizes): LiveVectors {
  let live: Live | undefined;
  let changes = 0;
  let isBusy = false;

  /** Stops where another table has taken this one's place. */
  const inSlices = async (table: VectorTable, steps: Iterable<void>): Promise<void> => {
    isBusy = true;
    let sliceEnd = performance.now() + sliceMs;
    try {
      for (const _ of steps) {
        if (performance.now() < sliceEnd) continue;
        await setImmediate();
        if (live?.table !== table) return;
        sliceEnd = performance.now() + sliceMs;
      }
    } finally {
      isBusy = false;
    }
  };
  const isDrifted = (table: VectorTable): boolean => {
    if (changes < Math.max(lookAfter.rows, table.size * lookAfter.share)) return false;
    changes = 0;
    return table.drift() > driftAtMost;
  };
  /** What a table needs after rows came or went. */
  function* tend(table: VectorTable): Iterable<void> {
    if (isDrifted(table)) yield* table.recentre(stepRows);
    if (table.isInMemory && table.size > sizes.inMemoryAtMost) table.leaveMemory();
  }
  function* fill(table: VectorTable, modelId: string): Iterable<void> {
    for (let after: number | null = 0; after !== null; ) {
      const { rows, next } = library.vectors.step(modelId, after, stepRows);
      for (const row of rows) table.add(row);
      changes += rows.length;
      after = next;
      yield* tend(table);
      yield;
    }
  }
  const changed = (table: VectorTable, rows: number): void => {
    changes += rows;
    if (isBusy) return;
    // It is read anew, into memory, by the next search that needs it.
    if (!table.isInMemory && table.size < sizes.storedAtLeast) live = undefined;
    // Signs that can't be taken anew stay as they are; of damage the store tells.
    else inSlices(table, tend(table)).catch(() => undefined);
  };

  library.follow((change) => {
    if (live === undefined) return;
    const { table, modelId } = live;
    if (change.type === 'models-kept' && !change.modelIds.includes(modelId)) {
      live = undefined;
      return;
    }
    if (change.type === 'chunks-removed') {
      for (const chunkId of change.chunkIds) table.remove(chunkId);
    } else if (change.type === 'chunks-added' || (change.type === 'embedded' && change.modelId === modelId)) {
      for (const row of library.vectors.ofChunks(modelId, change.chunkIds)) table.add(row);
    } else return;
    changed(table, change.chunkIds.length);
  });

  const begin = (modelId: string, dimensions: number): Live => {
    const table = createVectorTable(dimensions, library.vectors.read);
    changes = 0;
    const filled = inSlices(table, fill(table, modelId));
    filled.catch(() => {
      if (live?.table === table) live = undefined;
    });
    return { modelId, table, filled };
  };

  return {
    async of(modelId, dimensions) {
      const current = live?.modelId === modelId ? live : begin(modelId, dimensions);
      live = current;
      await current.filled;
      return current.table;
    },
  };
}
