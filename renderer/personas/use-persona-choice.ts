import { useEffect, useState } from 'react';
import type { Conversation } from '#main/contract/conversations.ts';
import type { Persona } from '#main/contract/personas.ts';
import { usePersonas } from './use-personas.ts';

export interface PersonaChosen {
  readonly personas: readonly Persona[];
  /** null for as usual. */
  readonly chosen: number | null;
  readonly choose: (personaId: number | null) => void;
}

/** The persona of a conversation, which the next question may change; of a new one that of the one before. */
export function usePersonaChoice(opened: Conversation | null): PersonaChosen {
  const { listed } = usePersonas();
  const [chosen, choose] = useState<number | null>(null);
  useEffect(() => {
    if (opened !== null) choose(opened.personaId);
  }, [opened]);
  return { personas: listed.phase === 'ready' ? listed.value : [], chosen, choose };
}
