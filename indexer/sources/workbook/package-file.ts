import { Unreadable } from '../parser.ts';
import type { ZipArchive } from '../zip/archive.ts';

/** An entry in the shape that SheetJS's own zip reader gives (`CFB.find`). */
interface PackageEntry {
  readonly name: string;
  readonly type: 2;
  readonly content: Buffer;
}

/** Changes an entry's bytes before the library sees them. */
export type Tidy = (name: string, bytes: Uint8Array) => Uint8Array;

/** Parts with nothing that is shown in a cell, some of them large or made to be followed elsewhere. */
const unread =
  /(?:^|\/)(?:media|embeddings|externalLinks|pivotCache|pivotTables|printerSettings|customXml|drawings|charts|queryTables|activeX|ctrlProps)\//i;
const unreadNames = /(?:^|\/)(?:calcChain|connections|vbaProject)\.\w+$/i;

/**
 * A workbook's archive in the shape that SheetJS reads: entries are unpacked when it asks for them, within our bounds,
 * not its own.
 */
export class PackageFile {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly PackageEntry[];
  /** What kept entries from being read; SheetJS itself goes on without them. */
  readonly failures: Unreadable[] = [];
  readonly #archive: ZipArchive;
  readonly #tidy: Tidy;
  readonly #added: ReadonlyMap<string, Uint8Array>;
  #last: { readonly name: string; readonly content: Buffer } | null = null;

  /** `added` are parts that the archive does not have. */
  constructor(archive: ZipArchive, tidy: Tidy, added: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#archive = archive;
    this.#tidy = tidy;
    this.#added = added;
    const shown = archive.names().filter((name) => !unread.test(name) && !unreadNames.test(name));
    const names = [...shown, ...added.keys()];
    this.FullPaths = names.map((name) => `Root Entry/${name}`);
    this.FileIndex = names.map((name) => this.#entry(name));
  }

  #entry(name: string): PackageEntry {
    const content = () => this.#contentOf(name);
    return {
      name: name.split('/').at(-1) ?? name,
      type: 2,
      get content() {
        return content();
      },
    };
  }

  /** SheetJS asks for the same entry several times in a row. */
  #contentOf(name: string): Buffer {
    if (this.#last?.name === name) return this.#last.content;
    this.#last = null;
    try {
      const bytes = this.#added.get(name) ?? this.#tidy(name, this.#archive.read(name));
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      this.#last = { name, content };
      return content;
    } catch (error) {
      if (error instanceof Unreadable) this.failures.push(error);
      throw error;
    }
  }
}
