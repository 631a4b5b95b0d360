import type { ModelInfo } from '#main/contract/models.ts';
import type { Client } from '../connection/client.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

const load = async (client: Client, signal: AbortSignal): Promise<readonly ModelInfo[]> =>
  (await client.models.list(undefined, { signal })).filter(
    ({ role, path }) => role === 'chat' && path !== null,
  );

/** The chat models on this computer. */
export function useChatModels(): Loaded<readonly ModelInfo[]> {
  return useLoaded(load)[0];
}
