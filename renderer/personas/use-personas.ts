import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Persona, PersonaInput } from '#main/contract/personas.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

export interface Personas {
  readonly listed: Loaded<readonly Persona[]>;
  /** Why the last act was refused. */
  readonly fault: Fault | null;
  /** The last one that was deleted. */
  readonly deletion: Persona | null;
  readonly dismiss: () => void;
  readonly save: (persona: PersonaInput, onSaved: () => void) => void;
  readonly remove: (persona: Persona) => void;
  readonly restore: (personaId: number) => void;
}

const load = (client: Client, signal: AbortSignal): Promise<readonly Persona[]> =>
  client.personas.list(undefined, { signal });

/** The personas, and what can be done with them. */
export function usePersonas(): Personas {
  const client = useClient();
  const [listed, reload] = useLoaded(load);
  const [fault, setFault] = useState<Fault | null>(null);
  const [deletion, setDeletion] = useState<Persona | null>(null);
  const act = (work: (of: Client) => Promise<unknown>) => {
    if (client === null) return;
    setFault(null);
    work(client).then(reload, (error: unknown) => setFault(faultOfCall(error)));
  };
  return {
    ...{ listed, fault, deletion },
    dismiss: () => setDeletion(null),
    save: (persona, onSaved) =>
      act(async (of) => {
        await of.personas.save(persona);
        onSaved();
      }),
    remove: (persona) =>
      act(async (of) => {
        await of.personas.remove({ personaId: persona.personaId });
        setDeletion(persona);
      }),
    restore: (personaId) =>
      act(async (of) => {
        await of.personas.restore({ personaId });
        setDeletion(null);
      }),
  };
}
