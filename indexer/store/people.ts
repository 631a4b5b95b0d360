import type { MentionedPerson } from '#main/contract/document.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { groupMentions, type Human, type Mention, matchesHuman } from './humans.ts';

/** One human of the directory: every spelling of the name and every address that documents have. */
export interface PersonEntry {
  readonly name: string;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly documents: number;
}

export interface PersonWriter {
  /** Runs inside the caller's transaction. */
  write(documentId: number, people: readonly MentionedPerson[]): void;
}

export function createPersonWriter(db: WritableDb): PersonWriter {
  const find = db
    .prepare<[string, string], number>('SELECT person_id FROM person WHERE name = ? AND address = ?')
    .pluck();
  const insert = db
    .prepare<[string, string], number>('INSERT INTO person (name, address) VALUES (?, ?) RETURNING person_id')
    .pluck();
  const link = db.prepare<[number, number, number, string]>(
    'INSERT INTO document_person (document_id, ordinal, person_id, role) VALUES (?, ?, ?, ?)',
  );
  return {
    write(documentId, people) {
      for (const [ordinal, { name, address, role }] of people.entries()) {
        const personId = find.get(name, address ?? '') ?? insert.get(name, address ?? '');
        if (personId === undefined) throw new Error('a person just written has no id');
        link.run(documentId, ordinal, personId, role);
      }
    },
  };
}

export interface PeopleReader {
  ofDocument(documentId: number): MentionedPerson[];
  /** Everyone, those with most documents first. */
  directory(): PersonEntry[];
  /** The ids of all mentions of the humans that a name or address means; empty where nobody fits. */
  idsOf(nameOrAddress: string): number[];
}

export function createPeopleReader(db: ReadableDb): PeopleReader {
  const ofDocument = db.prepare<[number], { name: string; address: string; role: MentionedPerson['role'] }>(
    `SELECT name, address, role FROM document_person JOIN person USING (person_id)
      WHERE document_id = ? ORDER BY ordinal`,
  );
  const mentions = db.prepare<[], Mention>(
    `SELECT person_id AS personId, name, address,
      (SELECT count(DISTINCT document_id) FROM document_person WHERE document_person.person_id = person.person_id) AS documents
      FROM person ORDER BY person_id`,
  );
  const version = db
    .prepare<[], number>('SELECT coalesce(max(person_id), 0) + 1e9 * count(*) FROM person')
    .pluck();
  const inAnyOf = db
    .prepare<[string], number>(
      'SELECT count(DISTINCT document_id) FROM document_person WHERE person_id IN (SELECT value FROM json_each(?))',
    )
    .pluck();

  let known: { readonly version: number; readonly humans: readonly Human[] } = { version: -1, humans: [] };
  const humans = (): readonly Human[] => {
    const now = version.get() ?? 0;
    if (now !== known.version) known = { version: now, humans: groupMentions(mentions.all()) };
    return known.humans;
  };

  return {
    ofDocument: (documentId) =>
      ofDocument
        .all(documentId)
        .map(({ name, address, role }) => ({ name, address: address === '' ? null : address, role })),
    directory: () =>
      humans()
        .map(({ personIds, names, addresses }) => ({
          name: names[0] ?? addresses[0] ?? '',
          names,
          addresses,
          documents: inAnyOf.get(JSON.stringify(personIds)) ?? 0,
        }))
        .sort((a, b) => b.documents - a.documents || a.name.localeCompare(b.name)),
    idsOf: (nameOrAddress) =>
      humans()
        .filter((human) => matchesHuman(human, nameOrAddress))
        .flatMap(({ personIds }) => personIds),
  };
}
