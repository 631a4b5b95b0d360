import type { FileState, Reason } from '#main/contract/ledger.ts';
import { unreadMember } from './archive/hand-on.ts';
import { type ContentRule, contentRulesIn, type RulesApplied } from './content-rules.ts';
import { isMediaFormat } from './formats.ts';
import { fileBytesLimit, portionDocuments, unpackedBytesLimit } from './limits.ts';
import { mailFolderOf } from './mail/mail-folder.ts';
import {
  type EmbeddedFile,
  type FileMeta,
  type Limits,
  type ParsedDocument,
  type ParseEvent,
  type Shortfall,
  Unreadable,
} from './parser.ts';
import type { Portion, PortionEnd } from './portion.ts';
import { parserFor, parserOf } from './registry.ts';
import { ChosenSecrets } from './secrets/chosen-secrets.ts';
import { isSecretStore } from './secrets/secret-store.ts';
import { withheldNames, withholdSecrets } from './secrets/withhold.ts';
import { counted, shortened, summary } from './shortfalls.ts';
import { signatureOf } from './signature.ts';
import type { Slices } from './slices.ts';
import { parserVersions } from './versions.ts';

/** Everything that could be read of one file, and why the rest could not: its row of the ledger. */
export interface FileReading {
  readonly parserId: string;
  readonly parserVersion: number;
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
  readonly documents: readonly ParsedDocument[];
  readonly rules: RulesApplied;
}

/** Reasons that say more of a file without a document than that it has no text. */
const toldReasons: readonly Reason[] = ['member-unread', 'waiting-recognition'];

/**
 * Reads one file and all it embeds, without the secrets in them, but those that a person has let in: this is the one
 * way from bytes to documents, so no chunk, index or prompt sees another, and no log any. Never throws for what a file holds: a parser that gives up, for whatever
 * reason, ends in a state. Pure but for the time and memory it takes, which the caller bounds.
 */
export async function readDocuments(bytes: Uint8Array, meta: FileMeta, limits: Limits): Promise<FileReading> {
  const off = meta.rulesOff ?? [];
  const reading = new Reading(limits);
  const secrets = new ChosenSecrets(off);
  try {
    await reading.read(bytes, meta, wholeFile);
    const { documents, detail, ...result } = reading.result();
    const clean = await withholdSecrets(documents, secrets);
    return {
      ...result,
      detail: detail === null ? null : shortened(await withheldNames(detail)),
      documents: clean,
      rules: { off, touched: contentRulesIn([...reading.touched, ...secrets.touched]) },
    };
  } catch (error) {
    const { state, reason, detail } = asUnreadable(error);
    return {
      ...reading.parser,
      state,
      reason,
      detail: shortened(await withheldNames(detail)) || null,
      documents: [],
      rules: { off, touched: contentRulesIn(reading.touched) },
    };
  }
}

/** A parser that breaks on a file in a way of its own found it damaged; the text of the error may quote the file. */
export function asUnreadable(error: unknown): Unreadable {
  return error instanceof Unreadable ? error : new Unreadable('failed', 'corrupt', '', error);
}

/** Where a file that is read stands: itself, or embedded in a document of the file. */
interface Standing {
  /** null for the file itself. */
  readonly member: string | null;
  readonly depth: number;
  /** What it is embedded in: says who and when where the file does not. null where there are only archives around it. */
  readonly container: ParsedDocument | null;
}

const wholeFile: Standing = { member: null, depth: 0, container: null };

/** What was read of a file so far, and the bounds that all of it keeps together. */
export class Reading {
  parser = { parserId: 'none', parserVersion: parserVersions.none as number };
  readonly touched = new Set<ContentRule>();
  readonly #limits: Limits;
  readonly #stopsAt: (member: string, file: EmbeddedFile) => boolean;
  readonly #documents: ParsedDocument[] = [];
  readonly #shortfalls: Shortfall[] = [];
  /** Labels taken, with the number that the next of the same name would get. */
  readonly #members = new Map<string, number>();
  #chars = 0;
  #parts = 0;
  #archived = 0;
  #unpackedBytes = 0;
  /** True once an archive holds more than is read: what would come next is not even unpacked. */
  #full = false;

  /** `stopsAt` is told every file that is embedded before it is read, by the name that documents of it have; true ends the reading. */
  constructor(limits: Limits, stopsAt: (member: string, file: EmbeddedFile) => boolean = () => false) {
    this.#limits = limits;
    this.#stopsAt = stopsAt;
  }

  /** Reads the file itself or one it embeds; throws what keeps it from being read. */
  async read(bytes: Uint8Array, meta: FileMeta, standing: Standing): Promise<void> {
    const { member, container } = standing;
    this.#refuseSecretStore(bytes, meta);
    if (bytes.length > fileBytesLimit) throw new Unreadable('skipped', 'too-large', megabytes(bytes.length));
    const parser = await parserFor(bytes, meta.name);
    // Pictures in mails and documents are signatures and ornaments more often than not.
    if (container !== null && isMediaFormat(parser.id))
      throw new Unreadable('skipped', 'waiting-recognition');
    if (member === null) this.parser = { parserId: parser.id, parserVersion: parser.version };
    const left = { ...this.#limits, textChars: Math.max(0, this.#limits.textChars - this.#chars) };
    const before = { documents: this.#documents.length, shortfalls: this.#shortfalls.length };
    // An embedded file belongs to the document that its parser gave before it.
    let inside = standing;
    for await (const event of parser.parse(bytes, meta, left)) {
      inside = await this.#take(event, meta, standing, inside);
      if (this.#full) break;
    }
    if (this.#documents.length === before.documents) throw this.#nothing(before.shortfalls);
  }

  /** Reads a stretch of the file itself as far as its parser gets, or until there is enough to be written. */
  async readPortion(
    bytes: Uint8Array,
    meta: FileMeta,
    portion: Portion,
    slices?: Slices,
  ): Promise<PortionEnd> {
    const parser = await parserOf(portion.format);
    this.parser = { parserId: parser.id, parserVersion: parser.version };
    const units: number[] = [];
    let next = portion.from;
    let isDone = true;
    let inside = wholeFile;
    const own = { ...meta, portion, ...(slices !== undefined && { slices }) };
    for await (const event of parser.parse(bytes, own, this.#limits)) {
      if (event.type === 'reached') {
        while (units.length < this.#documents.length) units.push(event.units);
        const { bytes: count, units: before, state, skipTo } = event;
        next = { at: portion.from.at + count, units: before, state, skipTo };
        isDone = false;
        if (
          portion.take !== 'all' ||
          this.#full ||
          units.length + this.#shortfalls.length >= portionDocuments
        )
          break;
        isDone = true;
      } else if (!this.#full) inside = await this.#take(event, meta, wholeFile, inside);
    }
    return { next, isDone, units, shortfalls: counted(this.#shortfalls) };
  }

  /** Returns where what comes next is embedded. */
  async #take(event: ParseEvent, meta: FileMeta, standing: Standing, inside: Standing): Promise<Standing> {
    const { member, depth, container } = standing;
    switch (event.type) {
      case 'document': {
        const kept = this.#keep(event.document, standing);
        if (kept === null) return inside;
        // A mailbox or archive holds thousands of mails, each with attachments: it is each mail that is bounded.
        if (container === null) this.#parts = 0;
        return { member: kept.member, depth, container: kept };
      }
      case 'shortfall':
        this.#fallShort(event.shortfall, member);
        return inside;
      case 'touched':
        this.touched.add(event.rule);
        return inside;
      case 'embedded':
        await this.#embedded(event.file, meta, inside);
        return inside;
      case 'reached':
        return inside;
    }
  }

  get documents(): readonly ParsedDocument[] {
    return this.#documents;
  }

  result(): Omit<FileReading, 'rules'> {
    const { reason, detail } = summary(this.#shortfalls);
    return {
      ...this.parser,
      state: reason === null ? 'indexed' : 'partly',
      reason,
      detail,
      documents: this.#documents,
    };
  }

  #refuseSecretStore(bytes: Uint8Array, { name, rulesOff }: FileMeta): void {
    if (!isSecretStore(name, bytes)) return;
    this.touched.add('secret-stores');
    if (!rulesOff?.includes('secret-stores')) throw new Unreadable('skipped', 'secret-store');
  }

  /** A mail without text is still a mail; anything else without text is nothing. */
  #keep(document: ParsedDocument, { member, container }: Standing): ParsedDocument | null {
    if (document.text === '' && document.kind !== 'mail') return null;
    this.#chars += document.text.length;
    const kept = container === null || document.isQuotation ? document : withinContainer(document, container);
    const placed = member === null ? kept : { ...kept, member: within(member, document.member) };
    this.#documents.push(placed);
    return placed;
  }

  /** Why there is no document: what the parser said was missing, where it said so. */
  #nothing(shortfallsBefore: number): Unreadable {
    const own = this.#shortfalls.slice(shortfallsBefore).filter(({ reason }) => toldReasons.includes(reason));
    const { reason, detail } = summary(own);
    return reason === null
      ? new Unreadable('skipped', 'no-text')
      : new Unreadable('skipped', reason, detail ?? '');
  }

  #fallShort({ reason, detail }: Shortfall, member: string | null): void {
    const isName = detail === '' || reason === 'member-unread';
    const where = isName ? within(member, detail || null) : member === null ? detail : `${member}: ${detail}`;
    this.#shortfalls.push({ reason, detail: where ?? '' });
  }

  /** An embedded file that cannot be read leaves the rest of its container as it is. */
  async #embedded(file: EmbeddedFile, meta: FileMeta, { member, depth, container }: Standing): Promise<void> {
    const { name, folder, bytes } = file;
    const label = within(member, folder ? `${folder}/${name}` : name);
    const shortfall = (error: Unreadable): Shortfall =>
      folder === undefined
        ? { reason: 'attachment-unread', detail: label }
        : error.reason === 'waiting-recognition'
          ? { reason: error.reason, detail: label }
          : unreadMember(label, error);
    if (folder !== undefined && !this.#takeMember(bytes, label)) return;
    try {
      if (folder === undefined) this.#parts += 1;
      if (this.#parts > this.#limits.parts || depth + 1 > this.#limits.nesting)
        throw new Unreadable('skipped', 'too-large', 'nested');
      const inside = { member: this.#uniqueMember(label), depth: depth + 1, container };
      if (this.#stopsAt(inside.member, file)) {
        this.#full = true;
        return;
      }
      const about =
        folder === undefined
          ? asAttached(meta)
          : { ...meta, mailFolder: mailFolderOf(folder.split('/'), name) };
      await this.read(bytes, { ...about, name }, inside);
    } catch (error) {
      const unreadable = asUnreadable(error);
      // An archive of which nothing was read has said so of each of its files.
      if (toldReasons.includes(unreadable.reason) && unreadable.detail !== '') return;
      const isAttached = folder === undefined || container !== null;
      const isMissed = isAttached ? !isOrnament(bytes, name, unreadable) : unreadable.reason !== 'empty';
      if (isMissed) this.#shortfalls.push(shortfall(unreadable));
    }
  }

  /** Counts a file of an archive; false where the archive holds more than is read, and says so once. */
  #takeMember(bytes: Uint8Array, label: string): boolean {
    this.#archived += 1;
    this.#unpackedBytes += bytes.length;
    if (this.#chars >= this.#limits.textChars) {
      const detail = `${this.#limits.textChars.toLocaleString('en')} characters`;
      // The file that reached the limit has said so, unless it ended there.
      if (!this.#shortfalls.some(({ reason }) => reason === 'truncated-text'))
        this.#shortfalls.push({ reason: 'truncated-text', detail });
      this.#full = true;
    } else if (this.#archived > this.#limits.members || this.#unpackedBytes > unpackedBytesLimit) {
      this.#shortfalls.push({ reason: 'member-unread', detail: `everything from ${label} on` });
      this.#full = true;
    }
    return !this.#full;
  }

  #uniqueMember(name: string): string {
    let member = name;
    while (this.#members.has(member)) {
      const count = this.#members.get(name) ?? 2;
      this.#members.set(name, count + 1);
      member = `${name} (${count})`;
    }
    this.#members.set(member, 2);
    return member;
  }
}

/** A mail that is attached is found with what it is attached to, whatever a filter or another program noted in it. */
function asAttached(meta: FileMeta): FileMeta {
  const rulesOff = contentRulesIn([...(meta.rulesOff ?? []), 'junk', 'deleted', 'drafts']);
  return { ...meta, mailFolder: [], rulesOff };
}

function withinContainer(document: ParsedDocument, container: ParsedDocument): ParsedDocument {
  const people =
    document.people.length > 0 ? document.people : container.people.filter(({ role }) => role === 'from');
  return { ...document, people, date: document.date ?? container.date };
}

function within(member: string | null, name: string): string;
function within(member: string, name: string | null): string;
function within(member: string | null, name: string | null): string | null;
function within(member: string | null, name: string | null): string | null {
  if (member === null || name === null) return member ?? name;
  return `${member} › ${name}`;
}

/** Parts that nobody misses in an index of text: pictures, sounds, certificates, nothing at all. */
function isOrnament(bytes: Uint8Array, name: string, { reason }: Unreadable): boolean {
  if (reason === 'empty' || reason === 'waiting-recognition') return true;
  if (reason !== 'unsupported-format' && reason !== 'mislabelled') return false;
  const media = /(?:picture|sound file)$/.test(signatureOf(bytes)?.name ?? '');
  return (
    media || /\.(?:png|jpe?g|gif|bmp|svg|webp|heic|p7s|p7m|asc|sig|mp3|m4a|wav|mp4|mov|css)$/i.test(name)
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
