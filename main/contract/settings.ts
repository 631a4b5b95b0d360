import * as z from 'zod';
import { measuredSpeed } from './models.ts';

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** The language of the page; `system` takes the first that the computer asks for and the page has. */
  language: z.enum(['system', 'en', 'de', 'es', 'fr', 'zh']),
  /** Model ids by role; null switches the role off. */
  embedder: z.string().nullable(),
  chat: z.string().nullable(),
  /** Files are read and embedded only while nobody uses the computer. */
  onlyWhenIdle: z.boolean(),
  /** Nothing is read or embedded while the computer runs on battery. */
  notOnBattery: z.boolean(),
  /** Nothing is read or embedded before this time (ISO 8601). */
  pausedUntil: z.iso.datetime().nullable(),
  /** Absolute paths of GGUF files that are used where they lie. */
  modelFiles: z.array(z.string()),
  /** How fast the computer that `computer` tells from others runs models; null before it was measured. */
  speed: measuredSpeed.extend({ computer: z.string() }).nullable(),
});
export type Settings = z.infer<typeof settings>;
/** Model files are brought and let go by `models.add` and `models.remove`, which look at them; the speed is measured. */
export const settingsChange = settings.omit({ modelFiles: true, speed: true }).partial();

/** Why a switch has no effect on this computer, in a sentence; null where it has one. */
export const unavailable = z.object({
  onlyWhenIdle: z.string().nullable(),
  notOnBattery: z.string().nullable(),
});
export type Unavailable = z.infer<typeof unavailable>;
