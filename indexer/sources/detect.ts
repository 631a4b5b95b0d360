import {
  archives,
  extensionOf,
  type Format,
  formatNamed,
  isMediaFormat,
  isMediaName,
  mayBeStreamed,
  media,
  type StreamedFormat,
} from './formats.ts';
import { isMaildirName } from './mail/maildir-name.ts';
import { isMailbox } from './mail/split-mailbox.ts';
import { oleFormat } from './ole/office-format.ts';
import { Unreadable } from './parser.ts';
import { type Signature, signatureOf } from './signature.ts';
import { isPackedWorkbook, textOfWorkbook } from './workbook/detect.ts';
import { hasEntry } from './zip/directory.ts';
import { mediaTypeOf } from './zip/media-type.ts';

/**
 * What a file is. Its bytes decide; its name decides where bytes cannot, between kinds of text.
 * Throws `Unreadable` for what no parser reads.
 */
export function detect(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) throw new Unreadable('skipped', 'empty');
  const named = formatNamed(name);
  const nameless = extensionOf(name) === '';
  // A mail program's folder is named as the person named it: "Inbox", "Projects 2024.old".
  if (named === undefined && isMailbox(bytes)) return 'mbox';
  if (isMaildirName(name) && looksLikeMail(bytes)) return 'mail';
  const signature = signatureOf(bytes);
  if (signature !== null) return bySignature(bytes, signature, named, nameless);
  if (named === undefined && !nameless) throw new Unreadable('skipped', 'unsupported-format');
  return byText(bytes, named);
}

/** True where the first bytes and the name already say that no parser takes the file: a film need not be read whole. */
export function isUnsupported(head: Uint8Array, name: string): boolean {
  if (formatNamed(name) !== undefined || isMailbox(head) || isMaildirName(name)) return false;
  const nameless = extensionOf(name) === '';
  const signature = signatureOf(head);
  if (signature === null) return !nameless;
  if (media.has(signature.name)) return false;
  return signature.format === 'other' && !(nameless && archives.has(signature.name));
}

/** What a file is that is read piece by piece, by its first bytes; null for all others. As `detect` has it. */
export function streamedFormat(head: Uint8Array, name: string): StreamedFormat | null {
  const named = formatNamed(name);
  if (named === undefined && isMailbox(head)) return 'mbox';
  if (signatureOf(head)?.format === 'pst' && mayBeStreamed(name)) return 'pst';
  return named === 'mbox' && signatureOf(head) === null && headOf(head, 5) === 'From ' ? 'mbox' : null;
}

/** True for what is read for its tags alone, which stand at its ends: a film of gigabytes need not be read whole. */
export function isMedia(head: Uint8Array, name: string): boolean {
  const signature = signatureOf(head);
  return signature === null ? isMediaName(name) : media.has(signature.name);
}

function bySignature(
  bytes: Uint8Array,
  { format, name }: Signature,
  named: Format | undefined,
  nameless: boolean,
): Format {
  if (format === 'pdf' || format === 'rtf' || format === 'pst') return format;
  if (format === 'zip') {
    const packed = packedFormat(bytes, named);
    if (packed !== null) return packed;
  }
  if (format === 'ole') {
    const older = oleFormat(bytes, named);
    if (older === 'encrypted') throw new Unreadable('skipped', 'encrypted');
    if (older !== null) return older;
  }
  const medium = media.get(name);
  // Cameras and programs are free with the names of pictures and films; a note is not to be one.
  if (medium !== undefined && (named === undefined || isMediaFormat(named))) return medium;
  const archive = archives.get(name);
  // Last: most documents are zip containers too. People name one kind of archive as another; a container of an unknown
  // name (a jar, an app) is left alone.
  const mayBeArchive = named === undefined ? nameless : [...archives.values()].includes(named);
  if (archive !== undefined && mayBeArchive) return archive;
  if (named !== undefined) throw new Unreadable('failed', 'mislabelled', `it is ${name}`);
  throw new Unreadable('skipped', 'unsupported-format');
}

/** Documents that are zip containers: what they hold says what they are, not their name. */
function packedFormat(bytes: Uint8Array, named: Format | undefined): Format | null {
  if (hasEntry(bytes, 'word/document.xml', named === 'word')) return 'word';
  if (hasEntry(bytes, 'ppt/presentation.xml', named === 'powerpoint')) return 'powerpoint';
  if (isPackedWorkbook(bytes, named === 'workbook')) return 'workbook';
  const mediaType = mediaTypeOf(bytes, named === 'opendocument');
  if (/^application\/vnd\.oasis\.opendocument\.(?:text|presentation)/.test(mediaType)) return 'opendocument';
  return hasEntry(bytes, 'META-INF/container.xml', named === 'epub') ? 'epub' : null;
}

/** What files of a name must not be where their first bytes are of no known kind. An archive without its beginning is damaged. */
const refusals: Partial<Record<Format, readonly [reason: 'mislabelled' | 'corrupt', detail: string]>> = {
  word: ['mislabelled', 'it is no Word document'],
  doc: ['mislabelled', 'it is no Word document'],
  ppt: ['mislabelled', 'it is no PowerPoint document'],
  rtf: ['mislabelled', 'it is no Rich Text file'],
  msg: ['mislabelled', 'it is no Outlook item'],
  pst: ['mislabelled', 'it is no Outlook archive'],
  mbox: ['mislabelled', 'it is no mailbox'],
  powerpoint: ['corrupt', 'its first bytes are wrong'],
  opendocument: ['corrupt', 'its first bytes are wrong'],
  epub: ['corrupt', 'its first bytes are wrong'],
};

function byText(bytes: Uint8Array, named: Format | undefined): Format {
  if (named === 'pdf') return brokenPdfOr(bytes);
  if (named === 'mbox' && headOf(bytes, 5) === 'From ') return 'mbox';
  if (looksLikeHtml(bytes)) return 'html';
  if (named === 'workbook') return textOfWorkbook(bytes);
  if (named === 'opendocument' && headOf(bytes, 1024).includes('<office:document')) return named;
  if ((named === undefined || named === 'mbox') && looksLikeMail(bytes)) return 'mail';
  const refusal = named === undefined ? undefined : refusals[named];
  if (refusal !== undefined) throw new Unreadable('failed', ...refusal);
  return named ?? 'text';
}

/** Without its header a PDF may still hold its objects. */
function brokenPdfOr(bytes: Uint8Array): Format {
  if (headOf(bytes, 4096).includes(' obj')) return 'pdf';
  if (looksLikeHtml(bytes)) return 'html';
  throw new Unreadable('failed', 'mislabelled', 'it is no PDF document');
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html)\b/i.test(headOf(bytes, 1024));
}

function looksLikeMail(bytes: Uint8Array): boolean {
  const fields =
    headOf(bytes, 8192).match(/^(?:from|to|date|subject|received|message-id|mime-version):/gim) ?? [];
  return fields.length >= 3 && /^[!-9;-~]+:/.test(headOf(bytes, 200));
}

function headOf(bytes: Uint8Array, count: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, count)).replace(/^ï»¿/, '').replace(/\0/g, '');
}
