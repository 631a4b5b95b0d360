import type { Persona } from '#main/contract/personas.ts';
import { type Effort, quick, thorough } from './effort.ts';

/** How a model is to answer in a conversation. */
export interface Manner {
  /** The person's own words; empty for none. They stand in every turn that the model sees. */
  readonly instructions: string;
  readonly effort: Effort;
}

export const plainly: Manner = { instructions: '', effort: quick };

/** How a persona's questions are answered. `isThorough`: this one was asked for thoroughly. */
export function mannerOf(persona: Persona | null, isThorough: boolean): Manner {
  const instructions = persona?.instructions ?? '';
  if (isThorough) return { instructions, effort: thorough };
  return { instructions, effort: effortOf(persona?.length ?? 'usual') };
}

function effortOf(length: Persona['length']): Effort {
  switch (length) {
    case 'short':
      return { ...quick, length: ' Answer in one short sentence.', mostSentences: 2 };
    case 'usual':
      return quick;
    case 'detailed': {
      const { thinking: _, ...effort } = thorough;
      return effort;
    }
  }
}
