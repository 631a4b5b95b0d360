import * as z from 'zod';

const longestInstructions = 4_000;

const personaFields = {
  name: z.string().trim().min(1).max(80),
  /** How it is to answer, in the person's own words; the model sees them with every question. Empty for none. */
  instructions: z.string().trim().max(longestInstructions).default(''),
  /** The chat model that writes; null for the one in use. */
  chat: z.string().nullable().default(null),
  /** How much the model writes. */
  length: z.enum(['short', 'usual', 'detailed']).default('usual'),
  /** Whether its questions are asked thoroughly. */
  thorough: z.boolean().default(false),
};

/** A way of being answered, which a conversation can have. */
export const persona = z.object({ personaId: z.int(), ...personaFields });
export type Persona = z.infer<typeof persona>;

/** Without an id a new one. */
export const personaInput = z.object({ personaId: z.int().optional(), ...personaFields });
export type PersonaInput = z.infer<typeof personaInput>;

export const personaRef = z.object({ personaId: z.int() });
