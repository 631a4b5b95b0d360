import { useEffect } from 'react';
import { type Route, renameRoute } from '../app/route.ts';
import { useClient } from '../connection/engine.tsx';
import { wasGreeted } from './greeted.ts';

/** Leads whoever comes to a library that holds nothing, and was asked nothing, to the first steps: once. */
export function useGreeting(route: Route): void {
  const client = useClient();
  const atBeginning = route.screen === 'ask' && route.conversationId === null;
  useEffect(() => {
    if (client === null || !atBeginning || wasGreeted()) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      const [sources, asked] = await Promise.all([
        client.sources.list(undefined, { signal }),
        client.conversations.list(undefined, { signal }),
      ]);
      if (!signal.aborted && sources.length === 0 && asked.length === 0)
        renameRoute({ screen: 'start', step: 'where' });
    };
    // A line that broke is told elsewhere, and greeting is no promise.
    look().catch(() => undefined);
    return () => leaving.abort();
  }, [client, atBeginning]);
}
