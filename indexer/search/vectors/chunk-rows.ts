/** Which row a chunk has. Ids of chunks count up, so a table in pages takes 4 bytes a chunk where a Map takes 50. */
export interface ChunkRows {
  /** -1 where the chunk has none. */
  rowOf(chunkId: number): number;
  set(chunkId: number, row: number): void;
  delete(chunkId: number): void;
}

const pageChunks = 4096;

interface Page {
  /** Row + 1; 0 for none. */
  readonly rows: Uint32Array;
  used: number;
}

export function createChunkRows(): ChunkRows {
  const pages = new Map<number, Page>();
  const place = (chunkId: number): number => chunkId % pageChunks;
  const numberOf = (chunkId: number): number => Math.floor(chunkId / pageChunks);
  return {
    rowOf: (chunkId) => (pages.get(numberOf(chunkId))?.rows[place(chunkId)] ?? 0) - 1,
    set(chunkId, row) {
      let page = pages.get(numberOf(chunkId));
      if (page === undefined) {
        page = { rows: new Uint32Array(pageChunks), used: 0 };
        pages.set(numberOf(chunkId), page);
      }
      if (page.rows[place(chunkId)] === 0) page.used += 1;
      page.rows[place(chunkId)] = row + 1;
    },
    delete(chunkId) {
      const page = pages.get(numberOf(chunkId));
      if (page === undefined || page.rows[place(chunkId)] === 0) return;
      page.rows[place(chunkId)] = 0;
      page.used -= 1;
      if (page.used === 0) pages.delete(numberOf(chunkId));
    },
  };
}
