import { getLlama, type Llama, LlamaLogLevel, type LlamaModel } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import type { ModelRole } from '#main/contract/models.ts';
import { checkModelFile, type ModelFile } from './model-file.ts';

/** Told what llama.cpp reports of a failure: names of tensors, sizes, devices; never text that a model reads or writes. */
export type LlamaLog = (message: string) => void;

/**
 * More threads than all contexts together want, so that none waits for another's. Not 0, which is node-llama-cpp's word
 * for it: who waits under a limit when that becomes 0 is never woken, and its model hangs for good.
 */
export const unlimitedThreads = 1024;

/**
 * Starts llama.cpp from a prebuilt binary: on the GPU where there is one, else on the CPU. Never builds, never
 * downloads. Each context has the threads that it is given.
 */
export function startLlama(log: LlamaLog): Promise<Llama> {
  return getLlama({
    build: 'never',
    skipDownload: true,
    gpu: 'auto',
    maxThreads: unlimitedThreads,
    logLevel: LlamaLogLevel.error,
    logger: (_level, message) => log(message.trim()),
  });
}

export interface OpenModel {
  readonly file: ModelFile;
  readonly model: LlamaModel;
}

/**
 * Loads a checked model file for a role. Throws Fault `model-missing`, `model-damaged`, or `bad-input` where the
 * model is made for the other role: llama.cpp would end the process over that.
 */
export async function openModel(llama: Llama, path: string, role: ModelRole): Promise<OpenModel> {
  const file = await checkModelFile(path);
  if (file.role !== role) {
    const what = `the model ${file.name} ${role === 'chat' ? 'makes embeddings and cannot write' : 'writes and makes no embeddings'}`;
    throw new Fault('bad-input', { what });
  }
  try {
    return { file, model: await llama.loadModel({ modelPath: path }) };
  } catch (error) {
    throw new Fault('model-damaged', { path, what: 'llama.cpp cannot load it' }, error);
  }
}
