import { useCallback, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { PeoplePage, PersonChoice } from '#main/contract/people.ts';
import { choiceWords } from '#main/contract/people-words.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { type Loaded, useLoaded } from '../connection/use-loaded.ts';

/** What was done last, so that it can be taken back on the spot. */
export interface Deed {
  readonly choiceId: number;
  readonly words: string;
}

interface Listed extends PeoplePage {
  readonly choices: readonly PersonChoice[];
}

interface People {
  readonly listed: Loaded<Listed>;
  readonly deed: Deed | null;
  /** Why the last act was refused. */
  readonly fault: Fault | null;
  readonly join: (keys: readonly string[]) => void;
  readonly split: (person: string, part: string) => void;
  readonly undo: (choiceId: number) => void;
}

/** The people of whom a name or address contains a text, and what a person can decide about them. */
export function usePeople(contains: string, limit: number): People {
  const client = useClient();
  const load = useCallback(
    async (from: Client, signal: AbortSignal) => {
      const [page, choices] = await Promise.all([
        from.people.list({ contains, limit }, { signal }),
        from.people.choices(undefined, { signal }),
      ]);
      return { ...page, choices };
    },
    [contains, limit],
  );
  const [listed, reload] = useLoaded(load);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const act = (work: (of: Client) => Promise<Deed | null>) => {
    if (client === null) return;
    setFault(null);
    work(client).then(
      (done) => {
        setDeed(done);
        reload();
      },
      (error: unknown) => setFault(faultOfCall(error)),
    );
  };
  return {
    ...{ listed, deed, fault },
    join: (keys) =>
      act(async (of) => {
        const { choiceId } = await of.people.join({ people: [...keys] });
        return deedOf(await of.people.choices(), choiceId);
      }),
    split: (person, part) =>
      act(async (of) => {
        const { choiceId } = await of.people.split({ person, off: [part] });
        return deedOf(await of.people.choices(), choiceId);
      }),
    undo: (choiceId) =>
      act(async (of) => {
        await of.people.undo({ choiceId });
        return null;
      }),
  };
}

function deedOf(choices: readonly PersonChoice[], choiceId: number): Deed | null {
  const made = choices.find((choice) => choice.choiceId === choiceId);
  return made === undefined ? null : { choiceId, words: choiceWords(made) };
}
