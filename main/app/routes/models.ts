import { type Implementer, never } from '../implementer.ts';
import { namedPath } from '../named-path.ts';
import type { Parts } from '../parts.ts';

export function modelsRoutes(os: Implementer['models'], { models }: Parts) {
  return {
    list: os.list.handler(() => models.list()),
    get: os.get.handler(async function* ({ input, signal = never }) {
      yield* models.get(input.modelId, signal);
    }),
    use: os.use.handler(({ input }) => models.use(input.role, input.modelId)),
    add: os.add.handler(({ input }) => models.add(namedPath(input.path))),
    remove: os.remove.handler(({ input }) => models.remove(input.modelId)),
  };
}
