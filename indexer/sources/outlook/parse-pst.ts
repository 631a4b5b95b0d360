import type { PSTFolder } from 'pst-extractor';
import { largestPortionBytes } from '../limits.ts';
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
import { type ArchiveBytes, PagedArchive, wholeArchive } from './archive-bytes.ts';
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
/** What an archive says of itself. */
const headBytes = 1_024;
/** A mail that was not sent yet (MS-OXCMSG 2.2.1.6). */
const mailClass = /^IPM\.Note(?:\.|$)/i;

/** An Outlook archive (MS-PST), also as Outlook keeps mail of a server (.ost): every item of every folder. */
export const pstParser: Parser = {
  id: 'pst',
  version: parserVersions.pst,
  async *parse(bytes, meta, limits) {
    const { slices } = meta;
    if (slices === undefined) checkStore(bytes);
    const content = slices === undefined ? wholeArchive(bytes) : new PagedArchive(slices);
    const file = await content.attempt(() => openArchive(content.buffer));
    const wastebasket = await content.attempt(() => wastebasketNode(file));
    yield* new Archive(file, content, wastebasket, meta, limits).events();
    if (await content.attempt(() => isCutShort(headOf(content), content.sizeBytes)))
      yield shortfall('corrupt', 'its end is missing');
  },
};

function headOf({ buffer }: ArchiveBytes): Uint8Array {
  const head = Buffer.alloc(headBytes);
  buffer.copy(head, 0, 0, headBytes);
  return head;
}

function openArchive(buffer: Buffer): PSTFile {
  try {
    // A path would make it read the disk; bytes do not.
    return new PSTFile(buffer);
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
  readonly #bytes: ArchiveBytes;
  readonly #wastebasket: number | null;
  readonly #meta: FileMeta;
  readonly #limits: Limits;
  readonly #leftOut = new LeftOut();
  /** The library's list of all that an archive holds, where it had to make it. */
  #tree: unknown = null;
  #number = 0;
  #chars: number;
  #lost = 0;
  #kept = 0;

  constructor(
    file: PSTFile,
    bytes: ArchiveBytes,
    wastebasket: number | null,
    meta: FileMeta,
    limits: Limits,
  ) {
    this.#file = file;
    this.#bytes = bytes;
    this.#wastebasket = wastebasket;
    this.#meta = meta;
    this.#limits = limits;
    this.#chars = limits.textChars;
  }

  async *events(): AsyncIterable<ParseEvent> {
    const seen = new Set<string>();
    const root = await this.#attempt(() => this.#root());
    const waiting: Folder[] = [{ folder: root, path: [], depth: 0, why: null }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const id = next.folder.descriptorNodeId.toString();
      if (seen.has(id) || seen.size >= mostFolders) continue;
      seen.add(id);
      yield* this.#itemsOf(next);
      if (next.depth < deepestFolder) waiting.push(...(await this.#foldersIn(next)).reverse());
    }
    if (this.#meta.portion !== undefined) return;
    if (this.#lost > 0) {
      if (this.#kept === 0) throw new Unreadable('failed', 'corrupt', 'its folders cannot be read');
      const detail = `${this.#lost.toLocaleString('en')} of its items or folders`;
      yield shortfall('corrupt', detail);
    }
    yield* this.#leftOut.shortfalls(this.#number);
  }

  /** A work that wants bytes is done again: what the library noted of its first try is taken back. */
  #attempt<T>(work: () => T): Promise<T> {
    return this.#bytes.attempt(() => {
      // Half of the tree that it makes where a folder's own list is damaged would be taken for all of it.
      Object.assign(this.#file, { childrenDescriptorTree: this.#tree });
      const outcome = work();
      this.#tree = (this.#file as unknown as { childrenDescriptorTree: unknown }).childrenDescriptorTree;
      return outcome;
    });
  }

  #root(): PSTFolder {
    try {
      return this.#file.getRootFolder();
    } catch (cause) {
      throw new Unreadable('failed', 'corrupt', 'its folders cannot be read', cause);
    }
  }

  async #foldersIn(outer: Folder): Promise<Folder[]> {
    const inner = await this.#attempt(() => this.#foldersOf(outer));
    if (inner === null) this.#lost += 1;
    return inner ?? [];
  }

  #foldersOf({ folder, path, depth, why }: Folder): Folder[] | null {
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
      return null;
    }
  }

  #ruleOf(folder: PSTFolder): MailRule | null {
    const isWastebasket = folder.descriptorNodeId.toNumber() === this.#wastebasket;
    return isWastebasket ? 'deleted' : ruleAmong([folder.displayName]);
  }

  async *#itemsOf({ folder, path, why }: Folder): AsyncIterable<ParseEvent> {
    const { portion } = this.#meta;
    const count = await this.#countOf(folder);
    for (let index = 0; index < count; index += 1) {
      if (portion === undefined && (this.#number >= mostItems || this.#chars <= 0)) {
        yield shortfall('truncated-text', this.#limitInWords());
        return;
      }
      this.#number += 1;
      if (portion !== undefined && this.#number <= portion.from.units) continue;
      if (portion?.take === 'none') yield shortfall('corrupt', this.#member());
      else yield* this.#itemAt({ folder, path, why }, index);
      if (portion !== undefined) yield this.#reached();
    }
  }

  #member(): string {
    return `message ${this.#number}`;
  }

  /** What is behind it is found by the number of items before it. */
  #reached(): ParseEvent {
    const count = this.#number - (this.#meta.portion?.from.units ?? 0);
    return { type: 'reached', bytes: count, units: this.#number, state: '', skipTo: null };
  }

  async *#itemAt(
    { folder, path, why: folderWhy }: Pick<Folder, 'folder' | 'path' | 'why'>,
    index: number,
  ): AsyncIterable<ParseEvent> {
    if (folderWhy !== null && !this.#isLetIn(folderWhy)) return yield* this.#leave(folderWhy);
    const item = await this.#attempt(() => this.#readItem(folder, index, path, folderWhy)).catch(() => null);
    if (item === null) return yield* this.#lose();
    const { why, events } = item;
    if (why !== null) {
      if (!this.#isLetIn(why)) return yield* this.#leave(why);
      yield { type: 'touched', rule: why };
    }
    this.#kept += 1;
    for (const event of events) {
      if (event.type === 'document' && this.#meta.portion === undefined)
        this.#chars -= event.document.text.length;
      yield event;
    }
  }

  /** null where the item is damaged; no events where it is left out. */
  #readItem(folder: PSTFolder, index: number, path: readonly string[], folderWhy: MailRule | null) {
    const message = this.#messageAt(folder, index);
    if (message === null) return null;
    const isDraft = mailClass.test(message.messageClass) && message.isUnsent;
    const why = folderWhy ?? (isDraft ? 'drafts' : null);
    if (why !== null && !this.#isLetIn(why)) return { why, events: [] };
    const standing = { member: this.#member(), place: { message: this.#number } };
    const item = pstItem(message, path, why, { bytes: largestPortionBytes });
    const limits = { ...this.#limits, textChars: this.#chars };
    return { why, events: [...itemEvents(item, standing, limits)] };
  }

  *#lose(): Iterable<ParseEvent> {
    this.#lost += 1;
    if (this.#meta.portion !== undefined) yield shortfall('corrupt', this.#member());
  }

  #isLetIn(why: MailRule): boolean {
    return this.#meta.rulesOff?.includes(why) === true;
  }

  *#leave(rule: MailRule): Iterable<ParseEvent> {
    this.#leftOut.add(rule);
    yield { type: 'touched', rule };
    if (this.#meta.portion !== undefined) yield shortfall('left-out', rule);
  }

  async #countOf(folder: PSTFolder): Promise<number> {
    try {
      return await this.#attempt(() => Math.min(folder.contentCount, this.#mostIn(folder)));
    } catch {
      this.#lost += 1;
      return 0;
    }
  }

  /** In portions all items are read that a folder's table has rows for: what it claims beside them is in no file. */
  #mostIn(folder: PSTFolder): number {
    const rows = this.#meta.portion === undefined ? -1 : folder.emailCount;
    return rows < 0 ? mostItems : rows;
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
