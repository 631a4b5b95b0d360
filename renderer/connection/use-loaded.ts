import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Client } from './client.ts';
import { useClient } from './engine.tsx';
import { faultOfCall } from './fault-of-call.ts';

export type Loaded<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly fault: Fault };

export type Load<T> = (client: Client, signal: AbortSignal) => Promise<T>;

/**
 * What `load` gives, fetched again when `load` changes, after a reconnection and on `reload`; the value before stays
 * until the next one is there. Wrap `load` in useCallback.
 */
export function useLoaded<T>(load: Load<T>): readonly [Loaded<T>, () => void] {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded<T>>({ phase: 'loading' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the request to load again.
  useEffect(() => {
    if (client === null) return;
    const leaving = new AbortController();
    load(client, leaving.signal).then(
      (value) => {
        if (!leaving.signal.aborted) setLoaded({ phase: 'ready', value });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ phase: 'failed', fault: faultOfCall(error) });
      },
    );
    return () => leaving.abort();
  }, [client, load, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return [loaded, reload];
}
