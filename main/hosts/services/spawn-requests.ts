import type { ServiceExit, ServiceName } from './service.ts';

/**
 * What an engine says over its control port where only its host can start processes, and what the host answers.
 * Ids are the engine's own; `spawned` brings the port to the new service with it.
 */
export type SpawnRequest =
  | {
      readonly type: 'spawn';
      readonly id: number;
      readonly name: ServiceName;
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly type: 'kill'; readonly id: number };

export type SpawnNews =
  | { readonly type: 'spawned'; readonly id: number; readonly pid: number }
  | { readonly type: 'not-spawned'; readonly id: number }
  | ({ readonly type: 'exited'; readonly id: number } & ServiceExit);
