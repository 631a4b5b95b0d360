import { Fault } from '#main/contract/fault.ts';
import { type Persona, persona } from '#main/contract/personas.ts';
import type { ConversationsDb } from './database.ts';

/** The ways of being answered that a person made. One that is deleted can be taken back as long as the library is. */
export interface Personas {
  /** By name. */
  list(): Persona[];
  /** null where it is deleted or was never there. */
  read(personaId: number): Persona | null;
  add(given: Omit<Persona, 'personaId'>): Persona;
  /** Throws Fault `not-found`. */
  change(given: Persona): Persona;
  /** Whether it was there. */
  remove(personaId: number): boolean;
  /** Throws Fault `not-found`. */
  restore(personaId: number): Persona;
}

interface Row {
  readonly personaId: number;
  readonly persona: string;
}

export function createPersonas(db: ConversationsDb): Personas {
  const columns = 'SELECT persona_id AS personaId, persona FROM persona';
  const all = db.prepare<[], Row>(`${columns} WHERE deleted_at IS NULL`);
  const one = db.prepare<[number], Row>(`${columns} WHERE persona_id = ? AND deleted_at IS NULL`);
  const insert = db
    .prepare<[string], number>('INSERT INTO persona (persona) VALUES (?) RETURNING persona_id')
    .pluck();
  const update = db.prepare<[string, number]>(
    'UPDATE persona SET persona = ? WHERE persona_id = ? AND deleted_at IS NULL',
  );
  const remove = db.prepare<[string, number]>(
    'UPDATE persona SET deleted_at = ? WHERE persona_id = ? AND deleted_at IS NULL',
  );
  const restore = db.prepare<[number]>('UPDATE persona SET deleted_at = NULL WHERE persona_id = ?');
  const parse = ({ personaId, persona: stored }: Row): Persona =>
    persona.parse({ ...JSON.parse(stored), personaId });
  const read = (personaId: number): Persona | null => {
    const row = one.get(personaId);
    return row === undefined ? null : parse(row);
  };
  const known = (personaId: number): Persona => {
    const found = read(personaId);
    if (found === null) throw new Fault('not-found', { what: 'That persona' });
    return found;
  };
  return {
    list: () =>
      all
        .all()
        .map(parse)
        .sort((a, b) => a.name.localeCompare(b.name)),
    read,
    add: (given) => known(insert.get(JSON.stringify(given)) ?? 0),
    change({ personaId, ...given }) {
      update.run(JSON.stringify(given), personaId);
      return known(personaId);
    },
    remove: (personaId) => remove.run(new Date().toISOString(), personaId).changes > 0,
    restore(personaId) {
      restore.run(personaId);
      return known(personaId);
    },
  };
}
