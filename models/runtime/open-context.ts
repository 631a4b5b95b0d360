import type { LlamaContext, LlamaModel } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';

/** Largest first. A thorough answer by a model that thinks needs more than half of the first. */
const sizes = [8192, 4096, 2048, 1024];
const smallest = Math.min(...sizes);
/** Of the memory that is free, the rest of which is for others: 0.25 GB of cache in 1 GB. */
const cacheShare = 0.25;

/** What a context is opened with beside its size. */
interface Opening {
  readonly threads: { readonly ideal: number; readonly min: number };
}

/**
 * The largest context, of one sequence, that the model reads and that the memory has room for; a smaller one where that
 * fails. Throws Fault `model-needs-memory` where there is none for any.
 */
export async function openContext(model: LlamaModel, name: string, opening: Opening): Promise<LlamaContext> {
  let failure: unknown;
  for (const contextSize of await sizesFor(model, process.availableMemory())) {
    try {
      return await model.createContext({
        ...{ sequences: 1, contextSize, failedCreationRemedy: false },
        threads: opening.threads,
      });
    } catch (error) {
      failure = error;
    }
  }
  throw new Fault('model-needs-memory', { model: name }, failure);
}

/** In tokens, largest first; one at least, however little memory there is. */
async function sizesFor(model: LlamaModel, freeBytes: number): Promise<number[]> {
  const readable = sizes.filter((size) => size <= model.trainContextSize);
  const fitting: number[] = [];
  for (const contextSize of readable) {
    const { cpuRam, gpuVram } = await model.fileInsights.estimateContextResourceRequirementsV2({
      ...{ contextSize, sequences: 1, modelGpuLayers: model.gpuLayers },
    });
    if (cpuRam + gpuVram <= cacheShare * freeBytes) fitting.push(contextSize);
  }
  const least = Math.min(smallest, model.trainContextSize);
  return fitting.includes(least) ? fitting : [...fitting, least];
}
