import { join } from 'node:path';
import { type Change, createChanges } from './changes.ts';
import { openReader, openWriter } from './database.ts';
import { createDocumentRemoval } from './document-removal.ts';
import { createDocumentStore, type DocumentStore } from './documents.ts';
import { createEmbeddingStore, type EmbeddingStore } from './embeddings.ts';
import { createFileStore, type FileStore } from './files.ts';
import { checkIntegrity } from './integrity.ts';
import { libraryFault, tellingFaults } from './library-fault.ts';
import { lockLibrary } from './lock.ts';
import { createPeopleReader } from './people.ts';
import { makePrivateFolder } from './private-folder.ts';
import { createSourceStore, type SourceStore } from './sources.ts';
import { createTextIndex, type TextIndex } from './text-index.ts';

/** Everything Quipu knows, in one folder. One process opens it at a time. */
export interface Library {
  readonly dir: string;
  readonly sources: SourceStore;
  readonly files: FileStore;
  readonly documents: DocumentStore;
  readonly embeddings: EmbeddingStore;
  readonly text: TextIndex;
  /** Calls `listener` after each write that adds, removes or embeds chunks; returns the function that ends it. */
  follow(listener: (change: Change) => void): () => void;
  /** What is wrong with the library, in words; empty for a sound one. */
  integrity(): string[];
  close(): void;
}

/**
 * Opens the library in `dir`, making it where there is none. Throws Fault `library-in-use`, `library-newer`,
 * `library-damaged` or `library-unwritable`, and leaves what is there as it is.
 */
export function openLibrary(dir: string): Library {
  makeDirectory(dir);
  const lock = lockLibrary(dir);
  try {
    return openLocked(dir, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(dir: string, release: () => void): Library {
  const file = join(dir, 'library.db');
  const writer = openWriter(file);
  const reader = openReader(file);
  const changes = createChanges();
  const removal = createDocumentRemoval(writer);
  const people = createPeopleReader(reader);
  return {
    dir,
    sources: tellingFaults(createSourceStore(writer, removal, changes), file),
    files: tellingFaults(createFileStore(writer, removal, changes), file),
    documents: tellingFaults(createDocumentStore(reader, people), file),
    embeddings: tellingFaults(createEmbeddingStore(writer, changes), file),
    text: tellingFaults(createTextIndex(reader, people), file),
    follow: changes.follow,
    integrity: () => checkIntegrity(writer),
    close() {
      reader.close();
      try {
        writer.pragma('optimize');
      } finally {
        writer.close();
        release();
      }
    },
  };
}

function makeDirectory(dir: string): void {
  try {
    makePrivateFolder(dir);
  } catch (error) {
    throw libraryFault(error, join(dir, 'library.db'));
  }
}
