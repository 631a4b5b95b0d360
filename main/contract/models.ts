import * as z from 'zod';

export const modelRole = z.enum(['embedder', 'chat']);
export type ModelRole = z.infer<typeof modelRole>;

export const modelInfo = z.object({
  id: z.string(),
  role: modelRole,
  name: z.string(),
  licence: z.string(),
  sizeBytes: z.int(),
  languages: z.string(),
  /** Absolute path where it is on this computer, else null. */
  path: z.string().nullable(),
  inUse: z.boolean(),
});
export type ModelInfo = z.infer<typeof modelInfo>;

export const downloadProgress = z.object({
  modelId: z.string(),
  receivedBytes: z.int(),
  totalBytes: z.int(),
  phase: z.enum(['downloading', 'checking', 'converting', 'done']),
});
export type DownloadProgress = z.infer<typeof downloadProgress>;
