import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { SuggestedPlace } from '#main/contract/places.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';

export interface Suggested {
  readonly phase: 'looking' | 'done' | 'failed';
  readonly places: readonly SuggestedPlace[];
  readonly fault: Fault | null;
  /** Adds one to the library, or takes it out again. */
  readonly add: (path: string) => void;
  readonly takeBack: (path: string) => void;
}

/** Places of this computer, as they are found; leaving the screen ends the look. */
export function useSuggested(): Suggested {
  const client = useClient();
  const [places, setPlaces] = useState<readonly SuggestedPlace[]>([]);
  const [phase, setPhase] = useState<Suggested['phase']>('looking');
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    if (client === null) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      setPlaces([]);
      setPhase('looking');
      for await (const place of await client.sources.suggested(undefined, { signal }))
        setPlaces((before) => [...before.filter(({ path }) => path !== place.path), place]);
    };
    look().then(
      () => !signal.aborted && setPhase('done'),
      () => !signal.aborted && setPhase('failed'),
    );
    return () => leaving.abort();
  }, [client]);
  const mark = useCallback((isMeant: (path: string) => boolean, isAdded: boolean) => {
    setPlaces((before) => before.map((each) => (isMeant(each.path) ? { ...each, isAdded } : each)));
  }, []);
  const isIn = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);
  const act = (work: Promise<unknown>) => {
    setFault(null);
    work.catch((error: unknown) => setFault(faultOfCall(error)));
  };
  return {
    ...{ phase, places, fault },
    add: (path) => client && act(client.sources.add({ path }).then(() => mark(isIn(path), true))),
    takeBack: (path) =>
      client &&
      act(
        client.sources.list().then(async (sources) => {
          const source = sources.find((each) => each.path === path);
          if (source === undefined) return;
          await client.sources.forget({ sourceId: source.sourceId });
          mark(isIn(path), false);
        }),
      ),
  };
}
