import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Citation, Sentence } from '#main/contract/ask.ts';
import type { CompareEvent, CompareInput, Comparison, Standing, Vote } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Client } from '../connection/client.ts';
import { useConnection } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

/** A side while its model reads and writes. */
export interface WritingSide {
  readonly sentences: readonly Sentence[];
  /** What it wrote and nobody has compared with the sources yet. */
  readonly draft: string;
}

/** One comparison: what is written so far, then what came of it. */
export type Compared =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'writing' | 'stopped';
      readonly sides: readonly WritingSide[];
      readonly of: number;
      readonly citations: readonly Citation[];
    }
  | { readonly phase: 'made'; readonly comparison: Comparison }
  | { readonly phase: 'failed'; readonly fault: Fault };

type Change =
  | { readonly to: 'begun'; readonly of: number }
  | { readonly to: 'heard'; readonly event: CompareEvent }
  | { readonly to: 'made'; readonly comparison: Comparison }
  | { readonly to: 'stopped' }
  | { readonly to: 'failed'; readonly fault: Fault };

function changed(now: Compared, change: Change): Compared {
  switch (change.to) {
    case 'begun':
      return { phase: 'writing', sides: [], of: change.of, citations: [] };
    case 'made':
      return { phase: 'made', comparison: change.comparison };
    case 'stopped':
      return now.phase === 'writing' ? { ...now, phase: 'stopped' } : now;
    case 'failed':
      return now.phase === 'writing' ? { phase: 'failed', fault: change.fault } : now;
    case 'heard':
      return now.phase === 'writing' ? heard(now, change.event) : now;
  }
}

function heard(now: Extract<Compared, { sides: unknown }>, event: CompareEvent): Compared {
  switch (event.type) {
    case 'passages':
      return now;
    case 'done':
      return { phase: 'made', comparison: event.comparison };
    case 'turn':
      return { ...now, of: event.of, sides: [...now.sides, { sentences: [], draft: '' }] };
    case 'draft':
      return withSide(now, event.side, (side) => ({ ...side, draft: side.draft + event.text }));
    case 'sentence': {
      const sides = withSide(now, event.side, ({ sentences }) => ({
        sentences: [...sentences, event.sentence],
        draft: '',
      }));
      const fresh = event.citations.filter(({ n }) => now.citations.every((known) => known.n !== n));
      return { ...sides, citations: [...now.citations, ...fresh] };
    }
  }
}

function withSide(
  now: Extract<Compared, { sides: unknown }>,
  at: number,
  change: (side: WritingSide) => WritingSide,
): Extract<Compared, { sides: unknown }> {
  return { ...now, sides: now.sides.map((side, index) => (index === at ? change(side) : side)) };
}

interface Compare {
  readonly compared: Compared;
  readonly standings: Loaded<readonly Standing[]>;
  /** Why the last vote was refused. */
  readonly fault: Fault | null;
  readonly run: (input: CompareInput) => void;
  readonly stop: () => void;
  readonly vote: (comparisonId: number, vote: Vote) => void;
  readonly clear: () => void;
}

const loadStandings = (client: Client, signal: AbortSignal): Promise<readonly Standing[]> =>
  client.comparisons.standings(undefined, { signal });

/** Runs comparisons, one at a time; leaving the screen stops the one under way. */
export function useCompare(): Compare {
  const { opened } = useConnection();
  const [compared, change] = useReducer(changed, { phase: 'none' });
  const [standings, reload] = useLoaded(loadStandings);
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const run = (input: CompareInput) => {
    stop();
    setFault(null);
    const asking = new AbortController();
    running.current = asking;
    change({ to: 'begun', of: input.models.length });
    asking.signal.addEventListener('abort', () => change({ to: 'stopped' }), { once: true });
    const follow = async () => {
      const client = await opened(asking.signal);
      for await (const event of await client.comparisons.run(input, { signal: asking.signal })) {
        if (asking.signal.aborted) return;
        change({ to: 'heard', event });
      }
      reload();
      // A stream that ends without its end was cut off; one that is made takes no notice of this.
      change({ to: 'failed', fault: new Fault('service-stopped', { service: 'engine' }) });
    };
    follow().catch((error: unknown) => {
      if (!asking.signal.aborted) change({ to: 'failed', fault: faultOfCall(error) });
    });
  };
  const act = (work: (client: Client) => Promise<unknown>) => {
    setFault(null);
    opened(new AbortController().signal)
      .then(work)
      .catch((error: unknown) => setFault(faultOfCall(error)))
      .finally(reload);
  };
  return {
    ...{ compared, standings, fault, run, stop },
    vote: (comparisonId, vote) =>
      act(async (client) =>
        change({ to: 'made', comparison: await client.comparisons.vote({ comparisonId, vote }) }),
      ),
    clear: () => act((client) => client.comparisons.clear()),
  };
}
