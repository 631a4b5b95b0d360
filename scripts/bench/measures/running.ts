import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openLibrary } from '#indexer/store/library.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { createModelClient } from '#models/client.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { fillEmbeddings, fillLibrary, queries } from '../corpus/chunks.ts';
import { peakMegabytes, startEngine } from '../engine.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';
import { starterPath } from './embed.ts';

const chunks = 50_000;

/** Peak memory of each process while a library of 50,000 embedded chunks is searched. */
export async function measureMemory(bench: Bench): Promise<Measurement> {
  await prepareLibrary(bench);
  const { client } = await startEngine(bench, { models: true });
  for (const query of queries(100)) await client.search({ query });
  const { chunks: held, embedded } = await client.status();
  return {
    name: 'memory',
    figures: { chunks: held, embedded, ...peakMegabytes() },
    baseline: {},
    ratio: null,
  };
}

/** From starting a host to the first search result over 50,000 chunks, against starting Node alone. */
export async function measureStart(bench: Bench): Promise<Measurement> {
  await prepareLibrary(bench);
  const bare = await secondsOf(() => spawnSync(process.execPath, ['-e', '0']));
  const seconds = await secondsOf(async () => {
    const { client } = await startEngine(bench, { models: false });
    await client.search({ query: 'first question', mode: 'keyword' });
  });
  return {
    name: 'start',
    figures: { chunks: Math.round(chunks * bench.scale), startMs: seconds * 1000 },
    baseline: { bareNodeMs: bare * 1000 },
    ratio: bare / seconds,
  };
}

async function prepareLibrary(bench: Bench): Promise<void> {
  const service = await forkService();
  const { signal } = new AbortController();
  const embedder = await createModelClient(service.port).embedder(starterPath(starterEmbedder), signal);
  await service.kill();
  const library = openLibrary(join(bench.dir, 'library'));
  fillLibrary(library, Math.round(chunks * bench.scale));
  fillEmbeddings(library, embedder.modelId, embedder.dimensions);
  library.close();
}
