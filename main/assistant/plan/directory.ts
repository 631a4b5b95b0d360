import type { Library } from '#indexer/store/library.ts';
import type { PersonEntry } from '#indexer/store/people.ts';
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

/** The library's directory, read again only after the library has changed. */
export function followDirectory(library: Library): () => Directory {
  let known: Directory | null = null;
  library.follow((change) => {
    if (change.type !== 'embedded') known = null;
  });
  return () => {
    known ??= readDirectory(library);
    return known;
  };
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
