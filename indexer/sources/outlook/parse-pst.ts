import type { PSTFolder } from 'pst-extractor';
import { type MailRule, ruleAmong } from '../mail/folder-roles.ts';
import { LeftOut } from '../mail/left-out.ts';
import {
  type FileMeta,
  type Limits,
  type ParseEvent,
  type Parser,
  shortfall,
  Unreadable,
} from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { checkStore, isCutShort } from './check-store.ts';
import { itemEvents } from './item-events.ts';
import { pstItem } from './pst-item.ts';
import { PSTFile, PSTMessage } from './pst-library.ts';
import { wastebasketNode } from './wastebasket.ts';

/** Items of one archive: against tables that claim millions of rows. */
const mostItems = 100_000;
/** Folders of one archive, and how deep they lie in each other. */
const mostFolders = 10_000;
const deepestFolder = 50;
/** Folders that list what lies in others (MS-PST 2.2.2.1). */
const searchFolderType = 3;
/** A mail that was not sent yet (MS-OXCMSG 2.2.1.6). */
const mailClass = /^IPM\.Note(?:\.|$)/i;

/** An Outlook archive (MS-PST), also as Outlook keeps mail of a server (.ost): every item of every folder. */
export const pstParser: Parser = {
  id: 'pst',
  version: parserVersions.pst,
  async *parse(bytes, meta, limits) {
    checkStore(bytes);
    yield* new Archive(openArchive(bytes), bytes.length, meta, limits).events();
    if (isCutShort(bytes)) yield shortfall('corrupt', 'its end is missing');
  },
};

function openArchive(bytes: Uint8Array): PSTFile {
  try {
    // A path would make it read the disk; bytes do not.
    return new PSTFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    const isEncrypted = cause instanceof Error && cause.message.includes('is encrypted');
    if (isEncrypted) throw new Unreadable('skipped', 'encrypted', '', cause);
    throw new Unreadable('failed', 'corrupt', 'its directory is damaged', cause);
  }
}

interface Folder {
  readonly folder: PSTFolder;
  /** Names from the outermost folder that a person sees. */
  readonly path: readonly string[];
  readonly depth: number;
  /** Why its mail is left out; also of the folders in it. */
  readonly why: MailRule | null;
}

class Archive {
  readonly #file: PSTFile;
  readonly #wastebasket: number | null;
  readonly #fileBytes: number;
  readonly #meta: FileMeta;
  readonly #limits: Limits;
  readonly #leftOut = new LeftOut();
  #number = 0;
  #chars: number;
  #lost = 0;
  #kept = 0;

  constructor(file: PSTFile, fileBytes: number, meta: FileMeta, limits: Limits) {
    this.#file = file;
    this.#wastebasket = wastebasketNode(file);
    this.#fileBytes = fileBytes;
    this.#meta = meta;
    this.#limits = limits;
    this.#chars = limits.textChars;
  }

  *events(): Iterable<ParseEvent> {
    const seen = new Set<string>();
    const waiting: Folder[] = [{ folder: this.#root(), path: [], depth: 0, why: null }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const id = next.folder.descriptorNodeId.toString();
      if (seen.has(id) || seen.size >= mostFolders) continue;
      seen.add(id);
      yield* this.#itemsOf(next);
      if (next.depth < deepestFolder) waiting.push(...this.#foldersIn(next).reverse());
    }
    if (this.#lost > 0) {
      if (this.#kept === 0) throw new Unreadable('failed', 'corrupt', 'its folders cannot be read');
      const detail = `${this.#lost.toLocaleString('en')} of its items or folders`;
      yield shortfall('corrupt', detail);
    }
    yield* this.#leftOut.shortfalls(this.#number);
  }

  #root(): PSTFolder {
    try {
      return this.#file.getRootFolder();
    } catch (cause) {
      throw new Unreadable('failed', 'corrupt', 'its folders cannot be read', cause);
    }
  }

  #foldersIn({ folder, path, depth, why }: Folder): Folder[] {
    try {
      return folder
        .getSubFolders()
        .filter((inner) => inner.getNodeType() !== searchFolderType)
        .map((inner) => {
          // The outermost folder is the archive itself: "Top of Outlook data file".
          const inside = depth === 0 ? path : [...path, inner.displayName];
          return {
            folder: inner,
            path: inside,
            depth: depth + 1,
            why: why ?? this.#ruleOf(inner),
          };
        });
    } catch {
      this.#lost += 1;
      return [];
    }
  }

  #ruleOf(folder: PSTFolder): MailRule | null {
    const isWastebasket = folder.descriptorNodeId.toNumber() === this.#wastebasket;
    return isWastebasket ? 'deleted' : ruleAmong([folder.displayName]);
  }

  *#itemsOf({ folder, path, why }: Folder): Iterable<ParseEvent> {
    const count = this.#countOf(folder);
    for (let index = 0; index < count; index += 1) {
      if (this.#number >= mostItems || this.#chars <= 0) {
        yield shortfall('truncated-text', this.#limitInWords());
        return;
      }
      this.#number += 1;
      yield* this.#itemAt({ folder, path, why }, index);
    }
  }

  *#itemAt(
    { folder, path, why: folderWhy }: Pick<Folder, 'folder' | 'path' | 'why'>,
    index: number,
  ): Iterable<ParseEvent> {
    if (folderWhy !== null && !this.#isLetIn(folderWhy)) return yield* this.#leave(folderWhy);
    const message = this.#messageAt(folder, index);
    if (message === null) {
      this.#lost += 1;
      return;
    }
    const isDraft = mailClass.test(message.messageClass) && message.isUnsent;
    const why = folderWhy ?? (isDraft ? 'drafts' : null);
    if (why !== null) {
      if (!this.#isLetIn(why)) return yield* this.#leave(why);
      yield { type: 'touched', rule: why };
    }
    const standing = { member: `message ${this.#number}`, place: { message: this.#number } };
    this.#kept += 1;
    const item = pstItem(message, path, why, this.#fileBytes);
    for (const event of itemEvents(item, standing, { ...this.#limits, textChars: this.#chars })) {
      if (event.type === 'document') this.#chars -= event.document.text.length;
      yield event;
    }
  }

  #isLetIn(why: MailRule): boolean {
    return this.#meta.rulesOff?.includes(why) === true;
  }

  *#leave(rule: MailRule): Iterable<ParseEvent> {
    this.#leftOut.add(rule);
    yield { type: 'touched', rule };
  }

  #countOf(folder: PSTFolder): number {
    try {
      return Math.min(folder.contentCount, mostItems);
    } catch {
      this.#lost += 1;
      return 0;
    }
  }

  #messageAt(folder: PSTFolder, index: number): PSTMessage | null {
    try {
      folder.moveChildCursorTo(index);
      const child: unknown = folder.getNextChild();
      return child instanceof PSTMessage ? child : null;
    } catch {
      return null;
    }
  }

  #limitInWords(): string {
    const { textChars } = this.#limits;
    return this.#chars <= 0
      ? `${textChars.toLocaleString('en')} characters`
      : `${mostItems.toLocaleString('en')} items`;
  }
}
