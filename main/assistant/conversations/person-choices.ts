import type { PersonChoice } from '#indexer/store/group-people/choices.ts';
import type { ConversationsDb } from './database.ts';

export interface KeptChoice extends PersonChoice {
  /** Whom it was about, as they were shown then. */
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Who is one human, as a person decided it: kept apart from the index, which is built anew without asking them again. */
export interface PersonChoices {
  /** In the order in which they were made. */
  list(): KeptChoice[];
  /** On disk when this returns; gives its id. */
  add(choice: Omit<KeptChoice, 'choiceId' | 'madeAt'>): number;
  /** Whether there was such a choice. */
  remove(choiceId: number): boolean;
}

type Stored = Pick<KeptChoice, 'choiceId' | 'act' | 'madeAt'> & {
  readonly names: string;
  readonly handles: string;
};

export function createPersonChoices(db: ConversationsDb): PersonChoices {
  const all = db.prepare<[], Stored>(
    'SELECT choice_id AS choiceId, act, names, handles, made_at AS madeAt FROM person_choice ORDER BY choice_id',
  );
  const insert = db
    .prepare<[string, string, string, string], number>(
      'INSERT INTO person_choice (act, names, handles, made_at) VALUES (?, ?, ?, ?) RETURNING choice_id',
    )
    .pluck();
  const remove = db.prepare<[number]>('DELETE FROM person_choice WHERE choice_id = ?');
  // The columns are written here alone.
  const parse = (stored: string): string[] => JSON.parse(stored) as string[];
  return {
    list: () =>
      all
        .all()
        .map(({ names, handles, ...rest }) => ({ ...rest, names: parse(names), handles: parse(handles) })),
    add: ({ act, names, handles }) =>
      insert.get(act, JSON.stringify(names), JSON.stringify(handles), new Date().toISOString()) ?? 0,
    remove: (choiceId) => remove.run(choiceId).changes > 0,
  };
}
