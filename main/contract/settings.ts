import * as z from 'zod';

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Model ids by role; null switches the role off. */
  embedder: z.string().nullable(),
  chat: z.string().nullable(),
});
export type Settings = z.infer<typeof settings>;
export const settingsChange = settings.partial();
