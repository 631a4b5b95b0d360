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

const startChunks = 50_000;
const memoryChunks = 100_000;

/** Peak memory of each process while a library of 100,000 embedded chunks is searched, against Node's own. */
export async function measureMemory(bench: Bench): Promise<Measurement> {
  await prepareLibrary(bench, memoryChunks);
  const bareNodeMb = Number(bareNode('process.resourceUsage().maxRSS')) / 1024;
  const { client } = await startEngine(bench, { models: true });
  for (const query of queries(100)) await client.search({ query });
  const { chunks: held, embedded } = await client.status();
  const peaks = peakMegabytes();
  return {
    name: 'memory',
    figures: { chunks: held, embedded, ...peaks },
    baseline: { bareNodeMb },
    ratio: bareNodeMb / (peaks['enginePeakMb'] ?? Number.NaN),
  };
}

/** From starting a host to the first search result over 50,000 chunks, against starting Node alone. */
export async function measureStart(bench: Bench): Promise<Measurement> {
  await prepareLibrary(bench, startChunks);
  const bare = await secondsOf(() => bareNode('0'));
  const seconds = await secondsOf(async () => {
    const { client } = await startEngine(bench, { models: false });
    await client.search({ query: 'first question', mode: 'keyword' });
  });
  return {
    name: 'start',
    figures: { chunks: Math.round(startChunks * bench.scale), startMs: seconds * 1000 },
    baseline: { bareNodeMs: bare * 1000 },
    ratio: bare / seconds,
  };
}

/** What a Node that does nothing else prints of an expression. */
function bareNode(expression: string): string {
  return spawnSync(process.execPath, ['-p', expression], { encoding: 'utf8' }).stdout;
}

async function prepareLibrary(bench: Bench, chunks: number): Promise<void> {
  const service = await forkService();
  const { signal } = new AbortController();
  const embedder = await createModelClient(service.port).embedder(starterPath(starterEmbedder), signal);
  await service.kill();
  const library = openLibrary(join(bench.dir, 'library'));
  fillLibrary(library, Math.round(chunks * bench.scale));
  fillEmbeddings(library, embedder.modelId, embedder.dimensions);
  library.close();
}
