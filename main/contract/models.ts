import * as z from 'zod';

export const modelRole = z.enum(['embedder', 'chat']);
export type ModelRole = z.infer<typeof modelRole>;

export const modelInfo = z.object({
  id: z.string(),
  role: modelRole,
  name: z.string(),
  /** SPDX identifier; of a file of one's own what it says, if anything. */
  licence: z.string(),
  sizeBytes: z.int(),
  /** Empty where it is not known. */
  languages: z.string(),
  /** Absolute path where it is on this computer, else null. */
  path: z.string().nullable(),
  inUse: z.boolean(),
  /** A file of the person's own, not one of the catalogue's. */
  own: z.boolean(),
});
export type ModelInfo = z.infer<typeof modelInfo>;

/** A model file of another program, which can be used where it lies. */
export const foundModel = z.object({
  path: z.string(),
  /** Whose program keeps it. */
  program: z.string(),
  role: modelRole,
  name: z.string(),
  licence: z.string(),
  sizeBytes: z.int(),
});
export type FoundModel = z.infer<typeof foundModel>;

/** What a model is for. A reranker is offered by the catalogue alone. */
export const modelPurpose = z.enum(['chat', 'embedder', 'reranker']);

const writingSpeed = z.object({ bitsPerWeight: z.number(), msPerBillion: z.number() });
/** How fast this computer runs models, measured with some that are made up. */
export const measuredSpeed = z.object({
  speed: z.object({
    layerMs: z.number(),
    attentionNs: z.number(),
    narrow: writingSpeed,
    wide: writingSpeed,
    promptBillionsPerSecond: z.number(),
  }),
  /** Other programs computed meanwhile: the computer can do more. */
  wasBusy: z.boolean(),
});

export const computer = z.object({
  /** What this process may use of it. */
  memoryBytes: z.int(),
  cores: z.int(),
  processor: z.string(),
  /** As llama.cpp names them: “AVX2”, “NEON”. */
  instructionSets: z.array(z.string()),
  gpu: z
    .object({
      /** What drives it: “cuda”, “metal”, “vulkan”. */
      kind: z.string(),
      name: z.string(),
      memoryBytes: z.int(),
      /** It computes in the computer's own memory. */
      isShared: z.boolean(),
    })
    .nullable(),
  /** Where models are fetched to. */
  freeDiskBytes: z.int(),
});
export type Computer = z.infer<typeof computer>;

export const modelFit = z.object({
  verdict: z.enum(['well', 'slowly', 'not']),
  /** In a sentence. */
  why: z.string(),
  /** What it takes while it is in use. */
  memoryBytes: z.int(),
  /** Of a chat model: what it is expected to write, and after what time its first word comes. */
  tokensPerSecond: z.number().nullable(),
  firstWordMs: z.number().nullable(),
});
export type ModelFit = z.infer<typeof modelFit>;

export const offeredModel = z.object({
  id: z.string(),
  role: modelPurpose,
  name: z.string(),
  family: z.string(),
  maker: z.string(),
  licence: z.object({ id: z.string(), name: z.string(), words: z.string(), forBusiness: z.boolean() }),
  parameters: z.int(),
  quantisation: z.string(),
  sizeBytes: z.int(),
  /** Whether that is known to the byte. */
  sizeExact: z.boolean(),
  contextTokens: z.int(),
  languages: z.string(),
  /** What it is good for, in a sentence. */
  purpose: z.string(),
  thinks: z.boolean(),
  /** The repository on the hub that it comes from. */
  repository: z.string(),
  path: z.string().nullable(),
  inUse: z.boolean(),
  fit: modelFit,
  /** Why it is the choice for whoever does not want to choose; null for all but one of each role. */
  recommended: z.string().nullable(),
});
export type OfferedModel = z.infer<typeof offeredModel>;

export const modelCatalogue = z.object({
  computer,
  /** Other programs computed while its speed was measured, so it can do more than is said. */
  wasBusy: z.boolean(),
  /** The recommended first, then what runs well, slowly and not; in each the larger first. */
  models: z.array(offeredModel),
});
export type ModelCatalogue = z.infer<typeof modelCatalogue>;

export const downloadProgress = z.object({
  modelId: z.string(),
  receivedBytes: z.int(),
  totalBytes: z.int(),
  /** `waiting`: others come first. */
  phase: z.enum(['waiting', 'downloading', 'checking', 'converting', 'done']),
});
export type DownloadProgress = z.infer<typeof downloadProgress>;
