import type { FileState, Reason } from '#main/contract/ledger.ts';
import { fileBytesLimit } from './limits.ts';
import { type FileMeta, type Limits, type ParsedDocument, type Shortfall, Unreadable } from './parser.ts';
import { parserFor } from './registry.ts';
import { isSecretStore } from './secrets/secret-store.ts';
import { signatureOf } from './signature.ts';
import { parserVersions } from './versions.ts';

/** Everything that could be read of one file, and why the rest could not: its row of the ledger. */
export interface FileReading {
  readonly parserId: string;
  readonly parserVersion: number;
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
  readonly documents: readonly ParsedDocument[];
}

/** Names, page numbers and the like in one ledger row. */
const detailChars = 300;

/**
 * Reads one file and all it embeds. Never throws for what a file holds: a parser that gives up, for whatever
 * reason, ends in a state. Pure but for the time and memory it takes, which the caller bounds.
 */
export async function readDocuments(bytes: Uint8Array, meta: FileMeta, limits: Limits): Promise<FileReading> {
  const reading = new Reading(limits);
  try {
    await reading.read(bytes, meta, wholeFile);
    return reading.result();
  } catch (error) {
    const { state, reason, detail } = asUnreadable(error);
    return { ...reading.parser, state, reason, detail: detail || null, documents: [] };
  }
}

/** A parser that breaks on a file in a way of its own found it damaged; the text of the error may quote the file. */
function asUnreadable(error: unknown): Unreadable {
  return error instanceof Unreadable ? error : new Unreadable('failed', 'corrupt', '', error);
}

/** Where a file that is read stands: itself, or embedded in a document of the file. */
interface Standing {
  /** null for the file itself. */
  readonly member: string | null;
  readonly depth: number;
  /** What it is embedded in: says who and when where the file does not. */
  readonly container: ParsedDocument | null;
}

const wholeFile: Standing = { member: null, depth: 0, container: null };

class Reading {
  parser = { parserId: 'none', parserVersion: parserVersions.none as number };
  readonly #limits: Limits;
  readonly #documents: ParsedDocument[] = [];
  readonly #shortfalls: Shortfall[] = [];
  readonly #members = new Set<string>();
  #chars = 0;
  #parts = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Reads the file itself or one it embeds; throws what keeps it from being read. */
  async read(bytes: Uint8Array, meta: FileMeta, standing: Standing): Promise<void> {
    const { member, depth } = standing;
    if (isSecretStore(meta.name, bytes)) throw new Unreadable('skipped', 'secret-store');
    if (bytes.length > fileBytesLimit) throw new Unreadable('skipped', 'too-large', megabytes(bytes.length));
    const parser = await parserFor(bytes, meta.name);
    if (member === null) this.parser = { parserId: parser.id, parserVersion: parser.version };
    const left = { ...this.#limits, textChars: Math.max(0, this.#limits.textChars - this.#chars) };
    // An embedded file belongs to the document that its parser gave before it.
    let inside = standing;
    let found = 0;
    for await (const event of parser.parse(bytes, meta, left)) {
      if (event.type === 'document') {
        const kept = this.#keep(event.document, standing);
        if (kept === null) continue;
        found += 1;
        inside = { member: kept.member, depth, container: kept };
        // A mailbox holds thousands of mails, each with attachments: it is each mail that is bounded.
        if (member === null) this.#parts = 0;
      } else if (event.type === 'shortfall') this.#fallShort(event.shortfall, member);
      else await this.#embedded(event.file.bytes, { ...meta, name: event.file.name }, inside);
    }
    if (found === 0 && (member !== null || this.#documents.length === 0))
      throw new Unreadable('skipped', 'no-text');
  }

  result(): FileReading {
    const [first] = this.#shortfalls;
    const reason = first?.reason ?? null;
    const details = this.#shortfalls
      .filter((shortfall) => shortfall.reason === reason)
      .map(({ detail }) => detail);
    return {
      ...this.parser,
      state: reason === null ? 'indexed' : 'partly',
      reason,
      detail: reason === null ? null : shortened([...new Set(details)].join(', ')),
      documents: this.#documents,
    };
  }

  /** A mail without text is still a mail; anything else without text is nothing. */
  #keep(document: ParsedDocument, { member, container }: Standing): ParsedDocument | null {
    if (document.text === '' && document.kind !== 'mail') return null;
    this.#chars += document.text.length;
    const kept = container === null ? document : withinContainer(document, container);
    const placed = member === null ? kept : { ...kept, member: within(member, document.member) };
    this.#documents.push(placed);
    return placed;
  }

  #fallShort({ reason, detail }: Shortfall, member: string | null): void {
    const where = detail === '' ? (member ?? '') : detail;
    this.#shortfalls.push({
      reason,
      detail: member === null || detail === '' ? where : `${member}: ${detail}`,
    });
  }

  /** An embedded file that cannot be read leaves the rest of its container as it is. */
  async #embedded(bytes: Uint8Array, meta: FileMeta, { member, depth, container }: Standing): Promise<void> {
    const name = within(member, meta.name);
    this.#parts += 1;
    if (this.#parts > this.#limits.parts || depth + 1 > this.#limits.nesting) {
      this.#shortfalls.push({ reason: 'attachment-unread', detail: name });
      return;
    }
    try {
      await this.read(bytes, meta, { member: this.#uniqueMember(name), depth: depth + 1, container });
    } catch (error) {
      if (!isOrnament(bytes, meta.name, asUnreadable(error)))
        this.#shortfalls.push({ reason: 'attachment-unread', detail: name });
    }
  }

  #uniqueMember(name: string): string {
    let member = name;
    for (let count = 2; this.#members.has(member); count += 1) member = `${name} (${count})`;
    this.#members.add(member);
    return member;
  }
}

function withinContainer(document: ParsedDocument, container: ParsedDocument): ParsedDocument {
  const people =
    document.people.length > 0 ? document.people : container.people.filter(({ role }) => role === 'from');
  return { ...document, people, date: document.date ?? container.date };
}

function within(member: string | null, name: string): string;
function within(member: string, name: string | null): string;
function within(member: string | null, name: string | null): string | null {
  if (member === null || name === null) return member ?? name;
  return `${member} › ${name}`;
}

/** Parts that nobody misses in an index of text: pictures, sounds, certificates, invitations' machine form, nothing at all. */
function isOrnament(bytes: Uint8Array, name: string, { reason }: Unreadable): boolean {
  if (reason === 'empty') return true;
  if (reason !== 'unsupported-format' && reason !== 'mislabelled') return false;
  const media = /(?:picture|sound file)$/.test(signatureOf(bytes)?.name ?? '');
  return (
    media ||
    /\.(?:png|jpe?g|gif|bmp|svg|webp|heic|ics|vcf|p7s|p7m|asc|sig|mp3|m4a|wav|mp4|mov|css)$/i.test(name)
  );
}

function shortened(detail: string): string {
  return detail.length <= detailChars ? detail : `${detail.slice(0, detailChars).toWellFormed()}…`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
