import type { Computer, ModelFit } from '#main/contract/models.ts';
import { sizeWords } from '#main/contract/size-words.ts';
import type { CatalogueModel } from '../catalog/catalog.ts';
import { usualContextTokens } from '../chat/chat-model.ts';
import { expectedSpeed, type Speed, usualPromptTokens } from './speed.ts';

/** What llama.cpp keeps beside weights and cache: of a chat model, and of the contexts of an embedder. */
const workingBytes = { chat: 350e6, embedder: 700e6, reranker: 700e6 } as const;
/** Of the memory this stays with the system and the other programs: at least, as a share, and at most. */
const reserve = { leastBytes: 1.5e9, share: 0.2, mostBytes: 6e9 } as const;
/** Of a graphics card's own memory so much can be filled: the screen and the driver have the rest. */
const gpuShare = 0.9;

/** People read 238 words a minute silently (Brysbaert 2019, 190 studies): what writes no slower keeps up with its reader. */
const wordsPerToken = 0.75;
const readingTokensPerSecond = 238 / 60 / wordsPerToken;
const patienceMs = 30_000;
/** Beyond these it is of no use to anybody. */
const leastTokensPerSecond = 0.7;
const mostPatienceMs = 240_000;
/** Passages are about 250 tokens. */
const passageTokens = 250;
const passagesPerSecond = { well: 3, least: 0.2 } as const;
/** What one question has to be compared with, in tokens: 20 passages with the question before each. */
const rankedTokens = 20 * 300;

/**
 * How a model runs on a computer, and why, in a sentence. It needs its weights, the cache of a conversation (its
 * configuration's bytes per token, for as many as Quipu keeps) and some to work with; its speed is `expectedSpeed`.
 * `speed` is null where models cannot be run at all here.
 */
export function fitOf(
  model: CatalogueModel,
  computer: Computer,
  speed: Speed | null,
  isHere: boolean,
): ModelFit {
  const memoryBytes = neededMemory(model);
  const plain = { memoryBytes, tokensPerSecond: null, firstWordMs: null };
  const lacking = lackOf(model, memoryBytes, computer, isHere);
  if (lacking !== null) return { ...plain, verdict: 'not', why: lacking };
  if (speed === null)
    return { ...plain, verdict: 'not', why: 'Models cannot be run here: the model service does not start.' };
  const gpu = computer.gpu;
  if (gpu !== null && !gpu.isShared && memoryBytes > gpu.memoryBytes * gpuShare) {
    const why = `Needs ${sizeWords(memoryBytes)}, and ${gpu.name} has ${sizeWords(gpu.memoryBytes)}: a part of it runs on the processor.`;
    return { ...plain, verdict: 'slowly', why };
  }
  return { ...plain, ...atSpeed(model, speed) };
}

export function neededMemory(model: CatalogueModel): number {
  const cacheBytes =
    model.role === 'chat' ? model.cacheBytesPerToken * Math.min(usualContextTokens, model.contextTokens) : 0;
  return model.sizeBytes + cacheBytes + workingBytes[model.role];
}

/** Memory and disk: “Needs 9.2 GB of memory; this computer has 8.0 GB, some of which it needs itself.” */
function lackOf(
  { sizeBytes }: CatalogueModel,
  memoryBytes: number,
  { memoryBytes: has, gpu, freeDiskBytes }: Computer,
  isHere: boolean,
): string | null {
  const reserved = Math.min(reserve.mostBytes, Math.max(reserve.leastBytes, has * reserve.share));
  const inGpu = gpu !== null && !gpu.isShared ? gpu.memoryBytes * gpuShare : 0;
  if (memoryBytes > has - reserved + inGpu) {
    const itself = memoryBytes > has ? '' : ', some of which it needs itself';
    return `Needs ${sizeWords(memoryBytes)} of memory; this computer has ${sizeWords(has)}${itself}.`;
  }
  if (!isHere && sizeBytes > freeDiskBytes)
    return `Needs ${sizeWords(sizeBytes)} of disk; ${sizeWords(freeDiskBytes)} are free.`;
  return null;
}

function atSpeed(model: CatalogueModel, speed: Speed): Partial<ModelFit> & Pick<ModelFit, 'verdict' | 'why'> {
  const isChat = model.role === 'chat';
  const activeParameters = (isChat ? model.activeParameters : undefined) ?? model.parameters;
  const expected = expectedSpeed({ ...model, activeParameters }, speed);
  if (isChat) return asWriter(expected.tokensPerSecond, expected.promptTokensPerSecond);
  if (model.role === 'embedder') return asEmbedder(expected.promptTokensPerSecond / passageTokens);
  const rankMs = (1000 * rankedTokens) / expected.promptTokensPerSecond;
  const why = `Puts twenty passages in order in about ${secondsWords(rankMs)}.`;
  return { verdict: rankMs < 3_000 ? 'well' : rankMs < patienceMs ? 'slowly' : 'not', why };
}

function asWriter(tokensPerSecond: number, promptTokensPerSecond: number) {
  const firstWordMs = (1000 * usualPromptTokens) / promptTokensPerSecond;
  const why = `Writes about ${wordsRate(tokensPerSecond * wordsPerToken)}; the first word comes after about ${secondsWords(firstWordMs)}.`;
  const verdict =
    tokensPerSecond < leastTokensPerSecond || firstWordMs > mostPatienceMs
      ? ('not' as const)
      : tokensPerSecond < readingTokensPerSecond || firstWordMs > patienceMs
        ? ('slowly' as const)
        : ('well' as const);
  return { verdict, why, tokensPerSecond, firstWordMs };
}

function asEmbedder(perSecond: number) {
  const why = `Reads about ${perSecond < 10 ? perSecond.toPrecision(1) : Math.round(perSecond)} passages a second, so 10,000 take about ${secondsWords(10_000_000 / perSecond)}.`;
  const verdict =
    perSecond >= passagesPerSecond.well
      ? ('well' as const)
      : perSecond >= passagesPerSecond.least
        ? ('slowly' as const)
        : ('not' as const);
  return { verdict, why };
}

function wordsRate(perSecond: number): string {
  if (perSecond >= 1.5) return `${Math.round(perSecond)} words a second`;
  return perSecond > 0.75 ? 'a word a second' : `a word in ${Math.round(1 / perSecond)} seconds`;
}

function secondsWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 1.5) return 'a second';
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}
