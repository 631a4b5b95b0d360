import type { implement } from '@orpc/server';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Persona } from '#main/contract/personas.ts';

type Implementer = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['personas'];

export interface SamplePersonas {
  personas: readonly Persona[];
}

/** Makes, changes, deletes and takes back personas as the engine does. */
export function samplePersonaRoutes(os: Implementer, state: SamplePersonas) {
  const removed = new Map<number, Persona>();
  const without = (personaId: number) => state.personas.filter((each) => each.personaId !== personaId);
  return {
    list: os.list.handler(() => [...state.personas]),
    save: os.save.handler(({ input: { personaId = state.personas.length + removed.size + 1, ...given } }) => {
      const persona = { personaId, ...given };
      state.personas = [...without(personaId), persona];
      return persona;
    }),
    remove: os.remove.handler(({ input: { personaId } }) => {
      const persona = state.personas.find((each) => each.personaId === personaId);
      if (persona === undefined) return { removed: false };
      removed.set(personaId, persona);
      state.personas = without(personaId);
      return { removed: true };
    }),
    restore: os.restore.handler(({ input: { personaId } }) => {
      const persona = removed.get(personaId);
      if (persona === undefined) throw new Fault('not-found', { what: 'That persona' });
      state.personas = [...state.personas, persona];
      return persona;
    }),
  };
}
