import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { createSearch } from '../../search/search.ts';
import { openLibrary } from '../../store/library.ts';
import { createIndexer } from '../indexer.ts';
import { createParserPool } from '../pool/parser-pool.ts';
import type { ReadyTold, WorkTold } from './kill-while-indexing.ts';

/**
 * The program that is killed: indexes the folder into the library, tells its parent how far it is, and ends by itself
 * when all is done. Arguments: library, folder, and the embedder's file where chunks are to be embedded.
 */
const [libraryDir = '', folder = '', model] = process.argv.slice(2);
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, fields: object = {}) =>
    void process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
};
const spawner = createNodeSpawner(log);
const library = openLibrary(libraryDir);
const pool = createParserPool({ size: 2, spawn: () => spawner.spawn('parser', {}) });
const closing = new AbortController();

async function loadEmbedder(path: string): Promise<Embedder> {
  const service = await spawner.spawn('models', {});
  closing.signal.addEventListener('abort', () => service.kill());
  return createModelClient(service.port).embedder(path, closing.signal);
}

let loading: Promise<Embedder> | null = null;
const indexer = createIndexer({
  library,
  pool,
  log,
  embedder: async () => {
    if (model === undefined) return null;
    loading ??= loadEmbedder(model);
    return loading;
  },
});

library.follow((change) => {
  if (!('chunkIds' in change)) return;
  const modelId = change.type === 'embedded' ? change.modelId : null;
  const told: WorkTold = { type: change.type, chunks: change.chunkIds.length, modelId };
  process.send?.(told);
});
/** How far this process is, in milliseconds since it began. */
function tellReady(stage: ReadyTold['stage']): void {
  const told: ReadyTold = { type: 'ready', stage, afterMs: performance.now() };
  process.send?.(told);
}

const query = { query: 'a first question', limit: 10, mode: 'keyword', filter: {} } as const;
await createSearch(library).search(query, null, closing.signal);
tellReady('answers');
await indexer.start();
const { sourceId } = await indexer.add(folder);
void indexer.rescan(sourceId).then(() => tellReady('reconciled'));
await indexer.whenIdle(closing.signal);
await indexer.close();
await pool.close();
library.close();
closing.abort();
process.disconnect?.();
