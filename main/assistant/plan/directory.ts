import type { Library } from '#indexer/store/library.ts';
import type { PersonEntry } from '#indexer/store/people.ts';
import { createSparing } from '#indexer/store/sparing.ts';
import { fold } from '../language/words.ts';
import { findOwner } from './owner.ts';

/** One human of the library: the name that is shown, every spelling of it, and the addresses. */
export type DirectoryPerson = Omit<PersonEntry, 'documents'>;

/** What the library itself knows of the world: the planner takes names for people and folders only where they stand here. */
export interface Directory {
  readonly people: readonly DirectoryPerson[];
  /** Folders on the disk, and those of mail programs with their labels. */
  readonly folders: readonly string[];
  /** Tags of notes and documents, and labels of mails. */
  readonly tags: readonly string[];
  /** The name, or the address, of whose library it is; null where its mails leave that open. */
  readonly owner: string | null;
}

/** Reading it takes 40 ms where 50,000 files have paths. */
const sparingly = { share: 0.01, quickMs: 2 };

/** The library's directory, read again only after the library has changed: at once where a person changed it. */
export function followDirectory(library: Library): () => Directory {
  let changes = 0;
  const directory = createSparing(() => readDirectory(library), sparingly);
  library.follow(({ type }) => {
    if (type !== 'embedded') changes += 1;
    if (type === 'people-changed' || type === 'sources-changed') directory.forget();
  });
  return () => directory.of(changes);
}

function readDirectory({ documents }: Library): Directory {
  const people = documents.people();
  return {
    people,
    folders: [...documents.folders(), ...documents.labels()],
    tags: documents.tags(),
    owner: findOwner(people, (filter) => documents.count(filter)),
  };
}

/** Every part of every name, folded. */
export function knownNames(directory: Directory): Set<string> {
  return new Set(directory.people.flatMap((person) => person.names.flatMap(nameParts)));
}

/** The parts of a name that identify someone, folded: "Dr. Anna M. Berger" gives anna, berger. */
export function nameParts(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (part) =>
        part.length >= 3 && !/^(?:dr|prof|mrs|herr|frau|senor|senora|gmbh|inc|ltd|and|und)$/.test(part),
    );
}
