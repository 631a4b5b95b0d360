import { useEffect, useState } from 'react';
import type { Client } from './client.ts';
import { useClient } from './engine.tsx';

const pauseMs = 1_000;

type Open<T> = (client: Client, signal: AbortSignal) => Promise<AsyncIterable<T>>;

/** The newest value of a stream of the engine, null before the first; followed anew when it breaks. */
export function useNewest<T>(open: Open<T>): T | null {
  const client = useClient();
  const [newest, setNewest] = useState<T | null>(null);
  useEffect(() => {
    if (client === null) return;
    const leaving = new AbortController();
    void follow(() => open(client, leaving.signal), setNewest, leaving.signal);
    return () => leaving.abort();
  }, [client, open]);
  return newest;
}

async function follow<T>(
  open: () => Promise<AsyncIterable<T>>,
  take: (value: T) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const value of await open()) {
        if (signal.aborted) return;
        take(value);
      }
    } catch {
      // A broken line is told by the connection; what is left to do here is to follow again.
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
