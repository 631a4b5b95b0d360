import { type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#main/contract/contract.ts';

/** Every call and stream of the engine, typed by the contract. */
export type Client = ContractRouterClient<typeof contract>;

export type Link = ClientLink<Record<never, never>>;

export function clientOver(link: Link): Client {
  return createORPCClient<Client>(link);
}
