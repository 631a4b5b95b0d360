import { useEffect, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { FoundModel, ModelCatalogue, ModelInfo, ModelRole } from '#main/contract/models.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

interface Models {
  /** Those on this computer. */
  readonly here: Loaded<readonly ModelInfo[]>;
  /** The first time the computer is measured for it. */
  readonly catalogue: Loaded<ModelCatalogue>;
  /** Why the last act was refused. */
  readonly fault: Fault | null;
  /** null switches the role off. */
  readonly use: (role: ModelRole, modelId: string | null) => void;
  readonly remove: (modelId: string) => void;
  /** Takes a file of another program into use where it lies. */
  readonly add: (file: FoundModel) => void;
}

const loadHere = async (client: Client, signal: AbortSignal): Promise<readonly ModelInfo[]> =>
  (await client.models.list(undefined, { signal })).filter(({ path }) => path !== null);
const loadCatalogue = (client: Client, signal: AbortSignal): Promise<ModelCatalogue> =>
  client.models.catalogue(undefined, { signal });

/** What is known of models, read again after each act and each download that `finished`. */
export function useModels(finished: number): Models {
  const client = useClient();
  const [here, reloadHere] = useLoaded(loadHere);
  const [catalogue, reloadCatalogue] = useLoaded(loadCatalogue);
  const [fault, setFault] = useState<Fault | null>(null);
  const act = (work: (of: Client) => Promise<unknown>) => {
    if (client === null) return;
    setFault(null);
    work(client)
      .catch((error: unknown) => setFault(faultOfCall(error)))
      .finally(() => {
        reloadHere();
        reloadCatalogue();
      });
  };
  useEffect(() => {
    if (finished === 0) return;
    reloadHere();
    reloadCatalogue();
  }, [finished, reloadHere, reloadCatalogue]);
  return {
    ...{ here, catalogue, fault },
    use: (role, modelId) => act((of) => of.models.use({ role, modelId })),
    remove: (modelId) => act((of) => of.models.remove({ modelId })),
    add: ({ path, role }) =>
      act(async (of) => {
        const { modelId } = await of.models.add({ path });
        await of.models.use({ role, modelId });
      }),
  };
}
