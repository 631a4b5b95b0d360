import type { Implementer } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function personasRoutes(os: Implementer['personas'], { conversations: { personas } }: Parts) {
  return {
    list: os.list.handler(() => personas.list()),
    save: os.save.handler(({ input: { personaId, ...given } }) =>
      personaId === undefined ? personas.add(given) : personas.change({ personaId, ...given }),
    ),
    remove: os.remove.handler(({ input }) => ({ removed: personas.remove(input.personaId) })),
    restore: os.restore.handler(({ input }) => personas.restore(input.personaId)),
  };
}
