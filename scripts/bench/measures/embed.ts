import { join } from 'node:path';
import { getLlama, type LlamaModel } from 'node-llama-cpp';
import { catalogued, starterEmbedder } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { createModelClient } from '#models/client.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { chunkTexts } from '../corpus/chunks.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';

const batch = 32;

export function starterPath(modelId: string): string {
  return join(modelsFolder(), catalogued(modelId)?.file ?? modelId);
}

/** Chunks through the model service, against a bare node-llama-cpp loop over the same chunks. */
export async function measureEmbed(bench: Bench): Promise<Measurement> {
  const texts = chunkTexts(Math.round(200 * bench.scale));
  const path = starterPath(starterEmbedder);
  const bare = await embedBare(path, texts);
  const seconds = await embedByService(bench, path, texts);
  const tokensPerSecond = bare.tokens / seconds;
  const baselineTokensPerSecond = bare.tokens / bare.seconds;
  return {
    name: 'embed',
    figures: { chunks: texts.length, chunksPerSecond: texts.length / seconds, tokensPerSecond },
    baseline: { tokensPerSecond: baselineTokensPerSecond },
    ratio: tokensPerSecond / baselineTokensPerSecond,
  };
}

async function embedByService(bench: Bench, path: string, texts: readonly string[]): Promise<number> {
  const service = await forkService();
  bench.atEnd(() => service.kill());
  const { signal } = new AbortController();
  const embedder = await createModelClient(service.port).embedder(path, signal);
  await embedder.embed(texts.slice(0, 4), 'passage', signal);
  return secondsOf(async () => {
    // Two batches under way, as the indexer keeps them, so that no lane waits for a round trip.
    const waiting = batchesOf(texts);
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await embedder.embed(next, 'passage', signal);
      }
    };
    await Promise.all([work(), work()]);
  });
}

function batchesOf(texts: readonly string[]): string[][] {
  const count = Math.ceil(texts.length / batch);
  return Array.from({ length: count }, (_, index) => texts.slice(index * batch, (index + 1) * batch));
}

async function embedBare(
  path: string,
  texts: readonly string[],
): Promise<{ readonly seconds: number; readonly tokens: number }> {
  const llama = await getLlama({ build: 'never', skipDownload: true, maxThreads: 0 });
  const model = await llama.loadModel({ modelPath: path });
  const inputs = texts.map((text) => model.tokenize(text));
  const seconds = await embedInLanes(model, inputs, llama.cpuMathCores);
  await llama.dispose();
  return { seconds, tokens: inputs.reduce((sum, tokens) => sum + tokens.length, 0) };
}

async function embedInLanes(
  model: LlamaModel,
  inputs: readonly ReturnType<LlamaModel['tokenize']>[],
  lanes: number,
): Promise<number> {
  const contexts = await Promise.all(
    Array.from({ length: lanes }, () =>
      model.createEmbeddingContext({ threads: 1, contextSize: 512, batchSize: 512 }),
    ),
  );
  const waiting = [...inputs];
  return secondsOf(() =>
    Promise.all(
      contexts.map(async (context) => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          await context.getEmbeddingFor(next);
        }
      }),
    ),
  );
}
