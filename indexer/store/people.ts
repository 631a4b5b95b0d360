import type { MentionedPerson } from '#main/contract/document.ts';
import type { Changes } from './changes.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import type { PersonChoice } from './group-people/choices.ts';
import { groupMentions, type Human } from './group-people/group-mentions.ts';
import { createPersonIndex, type PersonIndex } from './group-people/person-index.ts';
import type { Mention } from './group-people/ties.ts';
import { createSparing } from './sparing.ts';

/** One human of the directory: every spelling of the name and every address that documents have. */
export interface PersonEntry {
  readonly name: string;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly documents: number;
}

/** The same with what it was put together from. */
export type Person = PersonEntry & Pick<Human, 'parts' | 'choices' | 'personIds'>;

/** Putting everyone together takes .7 s for 20,000 mentions. */
const sparingly = { share: 0.1, quickMs: 100 };

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
  directory(): readonly Person[];
  /** The ids of all mentions of the humans that a name or address means; empty where nobody fits. */
  idsOf(nameOrAddress: string): number[];
  /** Whom a name, an address or a part's handle means. */
  named(who: string): readonly Person[];
  /** Takes the place of what was chosen before, and holds from the next call on. */
  choose(choices: readonly PersonChoice[]): void;
}

/** Everyone in the library's documents, grouped as a person chose. */
export interface People {
  /** Everyone, those with most documents first. */
  all(): readonly Person[];
  /** Whom a name, an address or a part's handle means. */
  named(who: string): readonly Person[];
  /** What a person chose, all of it; told as `people-changed`. */
  choose(choices: readonly PersonChoice[]): void;
}

export function createPeople(reader: PeopleReader, changes: Changes): People {
  return {
    all: () => reader.directory(),
    named: (who) => reader.named(who),
    choose(choices) {
      reader.choose(choices);
      changes.tell({ type: 'people-changed' });
    },
  };
}

interface Known extends PersonIndex<Person> {
  readonly people: readonly Person[];
}

export function createPeopleReader(db: ReadableDb): PeopleReader {
  const ofDocument = db.prepare<[number], { name: string; address: string; role: MentionedPerson['role'] }>(
    `SELECT name, address, role FROM document_person JOIN person USING (person_id)
      WHERE document_id = ? ORDER BY ordinal`,
  );
  const mentions = db.prepare<[], Omit<Mention, 'documents'>>(
    'SELECT person_id AS personId, name, address FROM person',
  );
  const links = db
    .prepare<[], [personId: number, documentId: number]>(
      'SELECT person_id, document_id FROM document_person ORDER BY document_id, ordinal',
    )
    .raw();
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  let choices: readonly PersonChoice[] = [];

  const read = (): Known => {
    const pairs = links.all();
    const documents = countDocuments(pairs, (personId) => personId);
    const counted = mentions
      .all()
      .map((mention) => ({ ...mention, documents: documents.get(mention.personId) ?? 0 }));
    const humans = groupMentions(counted, choices);
    const humanOf = new Map(humans.flatMap((human, at) => human.personIds.map((personId) => [personId, at])));
    const documentsOf = countDocuments(pairs, (personId) => humanOf.get(personId) ?? -1);
    const people = humans
      .map((human, at) => personOf(human, documentsOf.get(at) ?? 0))
      .sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1));
    return { people, ...createPersonIndex(people, counted) };
  };
  const everyone = createSparing(read, sparingly);
  /** Put together anew after another connection has written, and not before. */
  const current = (): Known => everyone.of(version.get());

  return {
    ofDocument: (documentId) =>
      ofDocument
        .all(documentId)
        .map(({ name, address, role }) => ({ name, address: address === '' ? null : address, role })),
    directory: () => current().people,
    idsOf: (nameOrAddress) => current().idsOf(nameOrAddress),
    named: (who) => current().named(who),
    choose(made) {
      choices = made;
      everyone.forget();
    },
  };
}

function personOf({ names, addresses, parts, choices, personIds }: Human, documents: number): Person {
  const name = names[0] ?? addresses[0] ?? parts[0]?.address ?? '';
  return { name, names, addresses, documents, parts, choices, personIds };
}

/** In how many documents each is named; `pairs` are in the order of the documents. */
function countDocuments(
  pairs: readonly (readonly [personId: number, documentId: number])[],
  groupOf: (personId: number) => number,
): Map<number, number> {
  const counts = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [personId, documentId] of pairs) {
    const group = groupOf(personId);
    if (last.get(group) === documentId) continue;
    last.set(group, documentId);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
