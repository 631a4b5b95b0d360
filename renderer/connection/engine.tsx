import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { Client } from './client.ts';
import type { Connection, ConnectionState } from './connection.ts';

const EngineContext = createContext<Connection | null>(null);

export function EngineProvider(props: { readonly connection: Connection; readonly children: ReactNode }) {
  return <EngineContext value={props.connection}>{props.children}</EngineContext>;
}

export interface Line extends Pick<Connection, 'opened' | 'retry'> {
  readonly state: ConnectionState;
}

export function useConnection(): Line {
  const connection = use(EngineContext);
  if (connection === null) throw new Error('useConnection outside of EngineProvider');
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  return { state, opened: connection.opened, retry: connection.retry };
}

/** The engine's calls while the line is open, else null; a new client after every reconnection. */
export function useClient(): Client | null {
  const { state } = useConnection();
  return state.phase === 'open' ? state.client : null;
}
