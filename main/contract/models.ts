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

export const downloadProgress = z.object({
  modelId: z.string(),
  receivedBytes: z.int(),
  totalBytes: z.int(),
  phase: z.enum(['downloading', 'checking', 'converting', 'done']),
});
export type DownloadProgress = z.infer<typeof downloadProgress>;
