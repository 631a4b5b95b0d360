/** How fast a computer runs models, as three that are made up ran on it. */
export interface Speed {
  /** What each layer of a model costs for each token, whatever its size. */
  readonly layerMs: number;
  /** What looking back costs for each token that is written, per layer, unit of its width and token looked back at. */
  readonly attentionNs: number;
  /** What a billion parameters cost for each token that is written, in two encodings. */
  readonly narrow: WritingSpeed;
  readonly wide: WritingSpeed;
  /** Billions of parameters times tokens of a prompt that are read in a second. */
  readonly promptBillionsPerSecond: number;
}

export interface MeasuredSpeed {
  readonly speed: Speed;
  /** Other programs computed meanwhile: the computer can do more. */
  readonly wasBusy: boolean;
}

export interface WritingSpeed {
  readonly bitsPerWeight: number;
  readonly msPerBillion: number;
}

/** What of a model decides how fast it is. */
export interface SpeedClues {
  readonly sizeBytes: number;
  readonly parameters: number;
  /** Those that work on one token: fewer than all in a mixture of experts. */
  readonly activeParameters: number;
  readonly layers: number;
  readonly quantisation: string;
}

export interface ExpectedSpeed {
  readonly tokensPerSecond: number;
  readonly promptTokensPerSecond: number;
}

/** Tokens that stand before a reply in Quipu, on average: some passages and the question. */
export const usualPromptTokens = 1_000;

/** Tokens of a prompt that are evaluated at once (models/runtime/prompt.ts): for each such step all weights are read. */
const promptStepTokens = 64;

/**
 * How fast an encoding is against those that are measured, where llama.cpp has another kernel for it: measured on two cores
 * with AVX-512, with models of 42 and 415 million parameters (prompts: 126 billion a second for Q4_K_M, 109 and 50 for
 * these; a token written: 2.4 and 10.5 ms for Q4_K_M, 3.3 and 12.5 for Q4_1).
 */
const promptFactors: Readonly<Record<string, number>> = { Q8_0: 0.86, Q4_1: 0.4 };
const writingFactors: Readonly<Record<string, number>> = { Q4_1: 0.8 };

/**
 * What speed to expect of a model. To write a token every weight that works on it is read and used once (Pope et al. 2022,
 * Efficiently Scaling Transformer Inference, section 2: bound by memory where the weights are wide, by arithmetic where
 * they are packed narrowly), and every layer looks back at the tokens before it, hence
 *
 *     ms = layers × layerMs + billions × ms per billion at its width + layers × width × tokens × attentionNs / 10⁶
 *
 * with the ms per billion on the line through the two widths that were measured, and as the width of a layer
 * √(parameters / 12 layers) (Kaplan et al. 2020, Scaling Laws for Neural Language Models, table 1). A prompt is bound by
 * arithmetic, two operations for each parameter and token (ibid., section 2.1), and of a mixture of experts by reading all
 * of them for each step:
 *
 *     ms per token = 1000 × billions / billions per second + size / bytes per ms / tokens of a step
 *
 * `npm run bench -- speed` compares both with the starter model.
 */
export function expectedSpeed(model: SpeedClues, speed: Speed): ExpectedSpeed {
  const { layers, activeParameters } = model;
  const billions = activeParameters / 1e9;
  const msPerBillion = atWidth((8 * model.sizeBytes) / model.parameters, speed);
  const width = Math.sqrt(activeParameters / (12 * layers));
  const lookingBackMs = (layers * width * usualPromptTokens * speed.attentionNs) / 1e6;
  const weightsMs = (billions * msPerBillion) / (writingFactors[model.quantisation] ?? 1);
  const tokenMs = layers * speed.layerMs + weightsMs + lookingBackMs;
  const bytesPerMs = (speed.wide.bitsPerWeight * 1e9) / 8 / speed.wide.msPerBillion;
  const factor = promptFactors[model.quantisation] ?? 1;
  const readMs = model.sizeBytes / bytesPerMs / promptStepTokens;
  const promptMs = (1000 * billions) / (factor * speed.promptBillionsPerSecond) + readMs;
  return { tokensPerSecond: 1000 / tokenMs, promptTokensPerSecond: 1000 / promptMs };
}

/** On the line through both measured widths; beyond them as far as it makes sense. */
function atWidth(bitsPerWeight: number, { narrow, wide }: Speed): number {
  const share = (bitsPerWeight - narrow.bitsPerWeight) / (wide.bitsPerWeight - narrow.bitsPerWeight);
  const ms = narrow.msPerBillion + share * (wide.msPerBillion - narrow.msPerBillion);
  return Math.max(ms, Math.min(narrow.msPerBillion, wide.msPerBillion) / 2);
}
