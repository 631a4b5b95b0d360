import { setTimeout as rest } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { starterChat, starterEmbedder } from '../catalog/catalog.ts';
import { findModel } from '../catalog/installed.ts';
import { loadEmbeddingModel } from './embedding-model.ts';
import { createForeground } from './foreground.ts';
import { startLlama } from './llama.ts';
import { matchThreads } from './thread-match.ts';

const { signal } = new AbortController();

it('who waits for a thread gets one, though the limit is lifted meanwhile', async () => {
  const llama = await startLlama(() => undefined);
  onTestFinished(() => llama.dispose());
  const embedder = await loadEmbeddingModel(llama, findModel(starterEmbedder) ?? '', createForeground());
  const model = await llama.loadModel({ modelPath: findModel(starterChat) ?? '' });
  const sequence = (
    await model.createContext({ contextSize: 512, threads: { ideal: 2, min: 1 } })
  ).getSequence();
  const threads = matchThreads(llama, { free: () => 1 });
  onTestFinished(threads.stop);
  threads.match();
  const written = sequence.evaluateWithoutGeneratingNewTokens(model.tokenize('word '.repeat(300)));
  const embedded = embedder.embed(['a', 'b', 'c', 'd'], 'query', signal);
  // The one holds the only thread by now, the other waits for it.
  await rest(100);
  threads.release();
  await written;
  expect((await embedded).length).toBe(4 * embedder.dimensions);
  expect((await embedder.embed(['e'], 'query', signal)).length).toBe(embedder.dimensions);
}, 20_000);
