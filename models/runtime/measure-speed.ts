import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Llama, Token } from 'node-llama-cpp';
import { createCoreMeter, threadsFor } from '../hardware/core-meter.ts';
import { usableCores } from '../hardware/cores.ts';
import type { MeasuredSpeed, Speed, WritingSpeed } from '../hardware/speed.ts';
import { unlimitedThreads } from './llama.ts';
import { type TrialModel, type TrialShape, writeTrialModel } from './trial-model.ts';

/** Small enough that its layers cost more than its weights, large enough that it is the other way round. */
const small: TrialShape = { layers: 12, width: 512, innerWidth: 1536, encoding: 'narrow' };
const large: TrialShape = { layers: 6, width: 2048, innerWidth: 5632, encoding: 'narrow' };
const largeWide: TrialShape = { ...large, encoding: 'wide' };

const promptTokens = 64;
const promptTries = 2;
/** Enough for a median, and at most so long. */
const writtenTokens = 40;
const writingMs = 500;
/** On a computer that is busy or old, what is left to measure after this time is reckoned instead. */
const budgetMs = 3_500;
const contextTokens = 512;

interface Run extends TrialModel {
  readonly tokenMs: number;
  /** The same with as many tokens before it as there is room for. */
  readonly lateTokenMs: number;
  readonly promptMs: number;
}

/** Cores that others used meanwhile, from which on a measurement is only a lower bound. */
const busyCores = 0.4;
const lookMs = 250;

/**
 * Runs three models that are made up, of 42 to 320 million parameters, for about 3 s in all; their files lie in the
 * system's folder for such meanwhile. It computes on the cores that other programs leave, as answers do, and takes the
 * median token; `wasBusy` tells that a quieter moment would show more.
 */
export async function measureSpeed(llama: Llama): Promise<MeasuredSpeed> {
  const folder = await mkdtemp(join(tmpdir(), 'quipu-trial-'));
  const cores = usableCores(llama.cpuMathCores);
  const meter = createCoreMeter();
  const startMs = performance.now();
  let leastFree = cores;
  const onFreeCores = async (shape: TrialShape): Promise<Run> => {
    await delay(lookMs);
    const free = Math.min(cores, meter.free());
    leastFree = Math.min(leastFree, free);
    if (llama.gpu === false) llama.maxThreads = threadsFor(free, cores);
    return run(llama, folder, shape);
  };
  try {
    const little = await onFreeCores(small);
    const narrow = await onFreeCores(large);
    const isLate = performance.now() - startMs > budgetMs;
    const wide = isLate ? null : await onFreeCores(largeWide);
    leastFree = Math.min(leastFree, meter.free());
    return { speed: speedOf(little, narrow, wide), wasBusy: cores - leastFree >= busyCores };
  } finally {
    llama.maxThreads = unlimitedThreads;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Solves ms = layers × layerMs + billions × msPerBillion for both narrow models, then for the wide one, which else costs as much for each byte. */
function speedOf(little: Run, narrow: Run, wide: Run | null): Speed {
  const [b1, b2] = [little.parameters / 1e9, narrow.parameters / 1e9];
  const solved = (little.tokenMs * b2 - narrow.tokenMs * b1) / (little.layers * b2 - narrow.layers * b1);
  // Where the small one was hindered or sped up by chance, its layers cost at least nothing, and at most all of its time.
  const layerMs = Math.min(Math.max(0, solved), little.tokenMs / little.layers);
  const writing = ({ layers, tokenMs, parameters, bytes }: Run) => ({
    bitsPerWeight: (8 * bytes) / parameters,
    msPerBillion: Math.max(tokenMs - layers * layerMs, tokenMs / 4) / (parameters / 1e9),
  });
  const lookedBack = little.layers * small.width * (contextTokens - 2 * writtenTokens);
  return {
    layerMs,
    attentionNs: (1e6 * Math.max(0, little.lateTokenMs - little.tokenMs)) / lookedBack,
    narrow: writing(narrow),
    wide: wide === null ? scaled(writing(narrow), 8.5) : writing(wide),
    promptBillionsPerSecond: (b2 * promptTokens * 1000) / narrow.promptMs,
  };
}

function scaled({ bitsPerWeight, msPerBillion }: WritingSpeed, bits: number): WritingSpeed {
  return { bitsPerWeight: bits, msPerBillion: (msPerBillion * bits) / bitsPerWeight };
}

async function run(llama: Llama, folder: string, shape: TrialShape): Promise<Run> {
  const path = join(folder, `${shape.width}-${shape.encoding}.gguf`);
  const trial = await writeTrialModel(path, shape);
  const model = await llama.loadModel({ modelPath: path });
  try {
    const threads = { ideal: usableCores(llama.cpuMathCores), min: 1 };
    const context = await model.createContext({ sequences: 1, contextSize: contextTokens, threads });
    const sequence = context.getSequence();
    const tokens = (count: number): Token[] => Array.from({ length: count }, (_, i) => (300 + i) as Token);
    const tokenMs = await msPerToken(sequence.evaluate(tokens(1), writing));
    let promptMs = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < promptTries; tries++) {
      const startMs = performance.now();
      await sequence.evaluateWithoutGeneratingNewTokens(tokens(promptTokens));
      promptMs = Math.min(promptMs, performance.now() - startMs);
      if (promptMs > writingMs) break;
    }
    if (shape !== small) return { ...trial, tokenMs, promptMs, lateTokenMs: tokenMs };
    const room = contextTokens - writtenTokens - 1 - sequence.nextTokenIndex;
    await sequence.evaluateWithoutGeneratingNewTokens(tokens(room));
    return {
      ...trial,
      tokenMs,
      promptMs,
      lateTokenMs: await msPerToken(sequence.evaluate(tokens(1), writing)),
    };
  } finally {
    await model.dispose();
  }
}

/** It writes what comes, ends of texts too. */
const writing = { temperature: 0, yieldEogToken: true };

async function msPerToken(tokens: AsyncIterable<unknown>): Promise<number> {
  const each: number[] = [];
  const startMs = performance.now();
  let lastMs = startMs;
  for await (const _ of tokens) {
    const nowMs = performance.now();
    each.push(nowMs - lastMs);
    lastMs = nowMs;
    if (each.length >= writtenTokens || nowMs - startMs > writingMs) break;
  }
  each.sort((a, b) => a - b);
  return each[Math.floor(each.length / 2)] ?? Number.POSITIVE_INFINITY;
}
