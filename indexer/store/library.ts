import { join } from 'node:path';
import { type Change, createChanges } from './changes.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { openReader } from './database.ts';
import { createDocumentHomes, type DocumentHomes } from './document-homes.ts';
import { createDocumentRemoval } from './document-removal.ts';
import { createDocumentStore, type DocumentStore } from './documents.ts';
import { createEmbeddingStore, type EmbeddingStore } from './embeddings.ts';
import { createFileContentsStore, type FileContentsStore } from './file-contents.ts';
import { createFileStore, type FileStore } from './files.ts';
import { createGroupStore, type GroupStore } from './groups.ts';
import { checkIntegrity } from './integrity.ts';
import { isDamage, isDiskFull, libraryFault, tellingFaults } from './library-fault.ts';
import { lockLibrary } from './lock.ts';
import { createMailPlaces } from './mail-places.ts';
import { createPeople, createPeopleReader, type People } from './people.ts';
import { createPortionStore, type PortionStore } from './portions.ts';
import { makePrivateFolder } from './private-folder.ts';
import { createQuotedMails } from './quoted-mails.ts';
import { createRoom, type DiskLook, lookAtDisk, needingRoom, type Room } from './room.ts';
import { openSound, suspect } from './sound-library.ts';
import { createSourceStore, type SourceStore } from './sources.ts';
import { createStoredVectors, type StoredVectors } from './stored-vectors.ts';
import { createTextIndex, type TextIndex } from './text-index.ts';
import { tidyLibrary } from './tidy-library.ts';
import { createTraces, type Traces } from './traces.ts';

/** Everything Quipu knows, in one folder. One process opens it at a time. */
export interface Library {
  readonly dir: string;
  /** It was made just now: nothing of it is known yet. */
  readonly isNew: boolean;
  /** Where the damaged library lies whose place it took; null for none. */
  readonly aside: string | null;
  readonly sources: SourceStore;
  readonly files: FileStore;
  readonly portions: PortionStore;
  readonly contents: FileContentsStore;
  readonly documents: DocumentStore;
  readonly homes: DocumentHomes;
  readonly groups: GroupStore;
  readonly people: People;
  readonly embeddings: EmbeddingStore;
  readonly vectors: StoredVectors;
  readonly text: TextIndex;
  readonly room: Room;
  readonly traces: Traces;
  /** Calls `listener` after each change, and where damage is met; returns the function that ends it. */
  follow(listener: (change: Change) => void): () => void;
  /** What is wrong with the library, in words; empty for a sound one. */
  integrity(): string[];
  close(): void;
}

/**
 * Opens the library in `dir`, making it where there is none. One that is damaged is moved aside, whole, and a new one
 * takes its place. Throws Fault `library-in-use`, `library-newer` or `library-unwritable`, and leaves what is there as
 * it is.
 */
export function openLibrary(dir: string, disk: DiskLook = lookAtDisk): Library {
  makeDirectory(dir);
  const lock = lockLibrary(dir);
  try {
    return openLocked(dir, disk, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(dir: string, disk: DiskLook, release: () => void): Library {
  const file = join(dir, 'library.db');
  try {
    return openOnce(dir, file, disk, release);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // What the file's beginning does not tell, the stores met while they were made.
    suspect(file);
    return openOnce(dir, file, disk, release);
  }
}

function openOnce(dir: string, file: string, disk: DiskLook, release: () => void): Library {
  const { writer, isNew, aside } = openSound(file);
  const reader = openReader(file);
  const close = (): void => {
    reader.close();
    writer.close();
  };
  try {
    return {
      ...{ dir, isNew, aside },
      ...openStores(file, disk, writer, reader),
      close: () => end(writer, close, release),
    };
  } catch (error) {
    close();
    throw libraryFault(error, file);
  }
}

function openStores(file: string, disk: DiskLook, writer: WritableDb, reader: ReadableDb) {
  const changes = createChanges();
  const places = createMailPlaces(writer);
  const removal = createDocumentRemoval(writer, places, createQuotedMails(writer));
  const people = createPeopleReader(reader);
  const room = createRoom(writer, file, disk);
  const told = (error: unknown): unknown => {
    const fault = libraryFault(error, file);
    if (isDiskFull(fault)) return room.shortage(error);
    if (isDamage(fault)) {
      suspect(file);
      changes.tell({ type: 'damaged' });
    }
    return fault;
  };
  const telling = <Store extends object>(store: Store): Store => tellingFaults(store, told);
  const growing = <Store extends object>(store: Store, verbs: readonly (keyof Store)[]): Store =>
    telling(needingRoom(store, verbs, room));
  return {
    room,
    sources: telling(createSourceStore(writer, removal, changes)),
    files: growing(createFileStore(writer, removal, places, changes), ['replace', 'replaceAll']),
    portions: growing(createPortionStore(writer, removal, places, changes), ['write']),
    contents: telling(createFileContentsStore(reader)),
    documents: telling(createDocumentStore(reader, people)),
    homes: telling(createDocumentHomes(reader)),
    groups: telling(createGroupStore(reader, people)),
    people: telling(createPeople(people, changes)),
    embeddings: growing(createEmbeddingStore(writer, changes), ['write']),
    vectors: telling(createStoredVectors(reader)),
    text: telling(createTextIndex(reader, people)),
    traces: telling(createTraces(writer)),
    follow: changes.follow,
    integrity: () => checkIntegrity(writer),
  };
}

function end(writer: WritableDb, close: () => void, release: () => void): void {
  try {
    tidyLibrary(writer);
  } catch {
    // Tidying is a convenience: neither damage nor a full disk keeps a library from being closed.
  }
  close();
  release();
}

function makeDirectory(dir: string): void {
  try {
    makePrivateFolder(dir);
  } catch (error) {
    throw libraryFault(error, join(dir, 'library.db'));
  }
}
