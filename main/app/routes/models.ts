import { findOnDisk } from '#models/catalog/found-on-disk.ts';
import { modelPlaces } from '#models/catalog/model-places.ts';
import { type Implementer, never } from '../implementer.ts';
import { namedPath } from '../named-path.ts';
import type { Parts } from '../parts.ts';
import { thisComputer } from '../this-computer.ts';

export function modelsRoutes(os: Implementer['models'], { models }: Parts) {
  return {
    list: os.list.handler(() => models.list()),
    catalogue: os.catalogue.handler(() => models.catalogue()),
    get: os.get.handler(async function* ({ input, signal = never }) {
      yield* models.get(input.modelId, signal);
    }),
    drop: os.drop.handler(async ({ input }) => {
      await models.drop(input.modelId);
      return input;
    }),
    use: os.use.handler(({ input }) => models.use(input.role, input.modelId)),
    found: os.found.handler(({ signal = never }) => findOnDisk(modelPlaces(thisComputer()), signal)),
    add: os.add.handler(({ input }) => models.add(namedPath(input.path))),
    remove: os.remove.handler(({ input }) => models.remove(input.modelId)),
  };
}
