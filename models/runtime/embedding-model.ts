import { basename } from 'node:path';
import {
  type Llama,
  type LlamaEmbeddingContext,
  type LlamaModel,
  LlamaVocabularyType,
  type Token,
} from 'node-llama-cpp';
import type { EmbeddingPurpose } from '../embed/embedder.ts';
import { textFormOf } from '../embed/prefixes.ts';
import { writeUnitVector } from '../embed/unit-vector.ts';
import { usableCores } from '../hardware/cores.ts';
import { createLanes } from './embedding-lanes.ts';
import type { Foreground } from './foreground.ts';
import { openModel } from './llama.ts';

export interface EmbeddingModel {
  readonly modelId: string;
  readonly dimensions: number;
  /** Float32 matrix of unit vectors, row-major [texts, dimensions]. Rejects with the signal's reason when aborted. */
  embed(texts: readonly string[], purpose: EmbeddingPurpose, signal: AbortSignal): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Longest input in tokens. Chunks are about 250; longer ones would only make every context's memory larger. */
const inputTokens = 512;
/** The begin and end tokens that node-llama-cpp puts around an input, and the one it leaves free. */
const framingTokens = 3;
/** No token is longer than this in characters but for a rare word, so text beyond it can't be within the limit. */
const tokenChars = 24;
/**
 * llama.cpp keeps an output row over the vocabulary for each input token: with 250,000 tokens (multilingual-e5) 1 MB
 * for each token of the longest input, in every context. Contexts are fewer where that would exceed this.
 */
const outputBudgetBytes = 1024 * 1024 * 1024;
/** Node computes off its main thread on four threads unless told otherwise; more contexts would only wait. */
const poolVariable = 'UV_THREADPOOL_SIZE';
const poolThreads = Number(process.env[poolVariable] ?? 4);

/**
 * Loads an embedding model into as many contexts as there are cores, of one thread each: measured on two cores,
 * 3,300 against 2,540 tokens/s of one context with two threads (all-MiniLM-L6-v2 Q8_0).
 */
export async function loadEmbeddingModel(
  llama: Llama,
  path: string,
  foreground: Foreground,
): Promise<EmbeddingModel> {
  const { file, model } = await openModel(llama, path, 'embedder');
  const length = Math.min(inputTokens, model.trainContextSize);
  const contexts = await createContexts(llama, model, length);
  const lanes = createLanes<Token[]>(
    contexts.map((context) => async (tokens) => (await context.getEmbeddingFor(tokens)).vector),
    foreground,
  );
  const dimensions = model.embeddingVectorSize;
  const { prefixes, version } = textFormOf([file.name, basename(path)]);
  return {
    modelId: `${file.name}@${file.fingerprint.slice(0, 12)}.${version}`,
    dimensions,
    embed: async (texts, purpose, signal) => {
      const matrix = new Float32Array(texts.length * dimensions);
      const prefix = prefixes[purpose === 'query' ? 'query' : 'passage'];
      const write = async (text: string, row: number): Promise<void> => {
        const tokens = inputOf(model, prefix + text, length - framingTokens);
        const vector = await lanes.run(tokens, purpose, signal);
        writeUnitVector(vector, matrix.subarray(row * dimensions, (row + 1) * dimensions));
      };
      await Promise.all(texts.map(write));
      return matrix;
    },
    dispose: () => model.dispose(),
  };
}

async function createContexts(
  llama: Llama,
  model: LlamaModel,
  length: number,
): Promise<LlamaEmbeddingContext[]> {
  const cores = usableCores(llama.cpuMathCores);
  const outputBytes = model.fileInfo.metadata.tokenizer.ggml.tokens.length * length * 4;
  const affordable = Math.max(1, Math.floor(outputBudgetBytes / outputBytes));
  const count = Math.min(cores, affordable, poolThreads);
  const options = { contextSize: length, batchSize: length, threads: Math.floor(cores / count) };
  return Promise.all(Array.from({ length: count }, () => model.createEmbeddingContext(options)));
}

/** The tokens of a text, cut to the limit; control tokens written out in the text stay text. */
function inputOf(model: LlamaModel, text: string, limit: number): Token[] {
  const tokens = model.tokenize(text.slice(0, limit * tokenChars), false).slice(0, limit);
  const begin = model.tokens.bos;
  // Unigram vocabularies (multilingual-e5) were trained with a begin token, which node-llama-cpp leaves out.
  const missing = model.vocabularyType === LlamaVocabularyType.ugm || tokens.length === 0;
  return missing && begin !== null ? [begin, ...tokens] : tokens;
}
