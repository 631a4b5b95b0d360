import type { DocumentKind, MentionedPerson, Place } from '#main/contract/document.ts';
import type { Reason } from '#main/contract/ledger.ts';
import type { ContentRule } from './content-rules.ts';
import type { Bookmark, Portion } from './portion.ts';
import type { Slices } from './slices.ts';

/** What a parser may know of a file beside its bytes. */
export interface FileMeta {
  /** The file's own name with its extension; never its path. */
  readonly name: string;
  /** Last change, ms since the epoch: the date of last resort. */
  readonly modifiedMs: number;
  /** What was left out of the bytes, for a film of which only the beginning and the end were read. */
  readonly skipped?: SkippedBytes;
  /** Names of the mail program's folder it lies in, from the outermost (mail/mail-folder.ts); absent for none. */
  readonly mailFolder?: readonly string[];
  /** The content rules that are switched off where it lies; absent for none. */
  readonly rulesOff?: readonly ContentRule[];
  /** Which stretch of the file the bytes are, where it is read piece by piece; absent for a whole file. */
  readonly portion?: Portion;
  /** A document of it is to be looked at, not to be indexed. */
  readonly show?: ShowRequest;
  /** All of the file, where it is not read from its beginning to its end, and only a portion of it is wanted. */
  readonly slices?: Slices;
}

/** Which document of a file a person looks at, by its member, and how: its own bytes, or what a reader sees of it. */
export interface ShowRequest {
  readonly member: string | null;
  readonly as: 'bytes' | 'blocks';
}

export interface SkippedBytes {
  /** Where in the bytes the gap is. */
  readonly at: number;
  readonly bytes: number;
}

/** The role of a passage in its document; `quoted` is history that a mail repeats from an earlier one. */
export type PassageRole = 'heading' | 'paragraph' | 'list' | 'table' | 'code' | 'quoted' | 'signature';

/** A stretch of `ParsedDocument.text`; offsets are UTF-16 code units, end exclusive. Passages are in order and do not overlap. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly role: PassageRole;
  /** Depth of a heading, 1 to 6; only where `role` is `heading`. */
  readonly level?: number;
  /** Where the names of a table row's columns stand; only where `role` is `table` and such a row is above it. */
  readonly header?: TextRange;
}

/** UTF-16 offsets into `ParsedDocument.text`, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What ties a mail to the mails it answers (RFC 5322 3.6.4). */
export interface ThreadLinks {
  readonly messageId: string | null;
  readonly references: readonly string[];
  /** The subject without `Re:`, `AW:`, `Fwd:` and their like. */
  readonly subject: string;
}

/** Begins a reference that is no Message-ID but stands for a whole conversation, as Exchange numbers them. */
export const conversationMark = 'conversation:';

/** One readable thing parsed out of a file. */
export interface ParsedDocument {
  readonly kind: DocumentKind;
  /** null for the file itself, else what tells it from its siblings (an attachment's name). */
  readonly member: string | null;
  readonly title: string;
  /** ISO 8601 in UTC, from the content; null where the content names no date. */
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly thread: ThreadLinks | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly mimeType: string;
    readonly sizeBytes: number;
  }[];
  readonly tags: readonly string[];
  /** Text that a reader of the file would not see; not part of `text`. */
  readonly hidden: readonly string[];
  /** Secrets left out of `text`, by kind. */
  readonly withheld: readonly { readonly kind: string; readonly count: number }[];
  /** It stands in the mail before it, which repeats it, and is no mail to be counted. */
  readonly isQuotation?: true;
}

/** Something of a file that could not be read while the rest was: makes the file `partly`. */
export interface Shortfall {
  readonly reason: Reason;
  /** Fills the reason's sentence: "3, 7", "invoice.xyz". */
  readonly detail: string;
}

/** An embedded file (a mail's attachment) for the caller to parse in its turn. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The folders it lies in, for a file of an archive: '' or 'a/b'. Absent for what a document has attached. */
  readonly folder?: string;
}

export type ParseEvent =
  | { readonly type: 'document'; readonly document: ParsedDocument }
  | { readonly type: 'embedded'; readonly file: EmbeddedFile }
  | { readonly type: 'shortfall'; readonly shortfall: Shortfall }
  /** A content rule leaves something of the file out, or would if it were on. */
  | { readonly type: 'touched'; readonly rule: ContentRule }
  /** All before these bytes of a portion is told: its reader may stop here, and go on from here. */
  | ({ readonly type: 'reached'; readonly bytes: number } & Omit<Bookmark, 'at'>);

export function shortfall(reason: Reason, detail = ''): ParseEvent {
  return { type: 'shortfall', shortfall: { reason, detail } };
}

/** Bounds every parser keeps; each names the attack it stops where it is defined. */
export interface Limits {
  readonly textChars: number;
  readonly nesting: number;
  readonly pages: number;
  readonly parts: number;
  readonly members: number;
}

/**
 * A pure reader of one format: no file system, clock, network, logger or globals.
 * Throws `Unreadable` where the whole file cannot be read.
 */
export interface Parser {
  readonly id: string;
  /** Raised when output changes, so that files are read again. */
  readonly version: number;
  parse(bytes: Uint8Array, meta: FileMeta, limits: Limits): AsyncIterable<ParseEvent>;
}

/** Why nothing of a file could be read: becomes its ledger row. */
export class Unreadable extends Error {
  readonly state: 'skipped' | 'failed';
  readonly reason: Reason;
  readonly detail: string;

  constructor(state: 'skipped' | 'failed', reason: Reason, detail = '', cause?: unknown) {
    super(`${reason} ${detail}`.trim(), { cause });
    this.name = 'Unreadable';
    this.state = state;
    this.reason = reason;
    this.detail = detail;
  }
}
