import { type Client, clientOver } from './client.ts';
import { NoChannel, type Transport } from './transport.ts';

export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open'; readonly client: Client }
  /** Broken or never opened; tried again after `retryInMs`. */
  | { readonly phase: 'waiting'; readonly retryInMs: number }
  /** This page's key is missing or no longer valid; trying again cannot help. */
  | { readonly phase: 'locked' };

/** The line to the engine, opened again whenever it breaks. */
export interface Connection {
  readonly state: () => ConnectionState;
  readonly subscribe: (changed: () => void) => () => void;
  /** The client, as soon as the line is open; rejects where `signal` aborts first. */
  readonly opened: (signal: AbortSignal) => Promise<Client>;
  /** Tries at once instead of waiting. */
  readonly retry: () => void;
  readonly close: () => void;
}

const firstWaitMs = 250;
const longestWaitMs = 8_000;
const steadyMs = 5_000;

export function openConnection(transport: Transport): Connection {
  const ending = new AbortController();
  const listeners = new Set<() => void>();
  let state: ConnectionState = { phase: 'connecting' };
  let wake: (() => void) | null = null;
  const become = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const keepOpen = async () => {
    let waitMs = firstWaitMs;
    while (!ending.signal.aborted) {
      const startedMs = performance.now();
      try {
        const channel = await transport(ending.signal);
        become({ phase: 'open', client: clientOver(channel.link) });
        await channel.closed;
      } catch (error) {
        if (!(error instanceof NoChannel)) throw error;
        if (error.reason === 'locked') return become({ phase: 'locked' });
      }
      if (ending.signal.aborted) return;
      // A line that breaks as soon as it is open must not be tried in a tight loop.
      waitMs = performance.now() - startedMs > steadyMs ? firstWaitMs : Math.min(waitMs * 2, longestWaitMs);
      become({ phase: 'waiting', retryInMs: waitMs });
      await rest(waitMs);
      become({ phase: 'connecting' });
    }
  };
  void keepOpen();

  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  };
  const opened = (signal: AbortSignal) =>
    new Promise<Client>((resolve, reject) => {
      const look = () => {
        if (signal.aborted) reject(signal.reason);
        else if (state.phase === 'open') resolve(state.client);
        else return;
        leave();
        signal.removeEventListener('abort', look);
      };
      const leave = subscribe(look);
      signal.addEventListener('abort', look);
      look();
    });

  return {
    state: () => state,
    subscribe,
    opened,
    retry: () => wake?.(),
    close: () => {
      ending.abort();
      wake?.();
    },
  };
}
