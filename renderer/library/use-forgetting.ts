import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Ignoring } from '#main/contract/ignoring.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';

/** A source that has just left the library, with what it takes to have it back. */
interface Forgotten {
  readonly source: Source;
  readonly ignoring: Ignoring;
}

export interface Forgetting {
  readonly forgotten: Source | null;
  readonly fault: Fault | null;
  readonly forget: (source: Source) => void;
  /** Adds it again, with what was left out of it; its files are read anew, and what was embedded is still known. */
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** Takes sources out of the library, and back. */
export function useForgetting(onDone: () => void): Forgetting {
  const client = useClient();
  const [last, setLast] = useState<Forgotten | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const act = (work: (of: Client) => Promise<Forgotten | null>) => {
    if (client === null) return;
    setFault(null);
    work(client)
      .then(setLast, (error: unknown) => setFault(faultOfCall(error)))
      .finally(onDone);
  };
  return {
    ...{ forgotten: last?.source ?? null, fault },
    dismiss: () => setLast(null),
    forget: (source) =>
      act(async (of) => {
        const ref = { sourceId: source.sourceId };
        const ignoring = await of.sources.ignoring(ref);
        await of.sources.forget(ref);
        return { source, ignoring };
      }),
    undo: () =>
      act(async (of) => {
        if (last !== null) await addAgain(of, last);
        return null;
      }),
  };
}

async function addAgain(of: Client, { source, ignoring }: Forgotten): Promise<void> {
  const { sourceId } = await of.sources.add({ path: source.path });
  const fresh = await of.sources.ignoring({ sourceId });
  const others = ignoring.rules.filter(({ id, on }) =>
    fresh.rules.some((rule) => rule.id === id && rule.on !== on),
  );
  if (others.length > 0 || ignoring.patterns.length > 0) {
    const rules = Object.fromEntries(others.map(({ id, on }) => [id, on]));
    await of.sources.ignore({ sourceId, rules, patterns: ignoring.patterns });
  }
  if (source.state === 'paused') await of.sources.pause({ sourceId });
}
