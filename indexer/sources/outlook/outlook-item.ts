import type { MentionedPerson } from '#main/contract/document.ts';
import type { EmbeddedFile, ThreadLinks } from '../parser.ts';

/** A mail, appointment, contact, task or note as Outlook keeps it, whichever file it came in. */
export interface OutlookItem {
  /** What it is: `IPM.Note`, `IPM.Appointment` (MS-OXCMSG 2.2.1.3). */
  readonly messageClass: string;
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
  readonly thread: ThreadLinks;
  readonly tags: readonly string[];
  readonly html: string;
  readonly plain: string;
  /** Rich text as it was compressed; empty where there is none. */
  readonly rtf: string;
  /** What it says beside its body, in the order it is shown: when, where, telephone. */
  readonly facts: readonly Fact[];
  readonly attachments: readonly OutlookAttachment[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface OutlookAttachment {
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Its bytes, taken only when they are needed; or the item that it is. */
  open(): EmbeddedFile['bytes'] | OutlookItem;
}
