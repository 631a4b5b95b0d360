import { isMaildirName } from './mail/maildir-name.ts';
import { isMailbox } from './mail/split-mailbox.ts';
import { type Parser, Unreadable } from './parser.ts';
import { hasWideName, type Signature, signatureOf } from './signature.ts';
import type { ParserId } from './versions.ts';
import { textOfWorkbook, workbookIn } from './workbook/detect.ts';
import { hasEntry } from './zip/directory.ts';

type Format = Exclude<ParserId, 'none'>;

/** Loaded when the first file of the kind comes: the big ones would double the start of every child. */
const parsers: Readonly<Record<Format, () => Promise<Parser>>> = {
  text: async () => (await import('./text/parse-text.ts')).textParser,
  markdown: async () => (await import('./markdown/parse-markdown.ts')).markdownParser,
  html: async () => (await import('./html/parse-html.ts')).htmlParser,
  mail: async () => (await import('./mail/parse-mail.ts')).mailParser,
  mbox: async () => (await import('./mail/parse-mbox.ts')).mboxParser,
  emlx: async () => (await import('./mail/parse-emlx.ts')).emlxParser,
  msg: async () => (await import('./outlook/parse-msg.ts')).msgParser,
  pst: async () => (await import('./outlook/parse-pst.ts')).pstParser,
  pdf: async () => (await import('./pdf/parse-pdf.ts')).pdfParser,
  word: async () => (await import('./word/parse-word.ts')).wordParser,
  csv: async () => (await import('./csv/parse-csv.ts')).csvParser,
  workbook: async () => (await import('./workbook/parse-workbook.ts')).workbookParser,
  zip: async () => (await import('./archive/parse-zip.ts')).zipParser,
  tar: async () => (await import('./archive/parse-tar.ts')).tarParser,
  compressed: async () => (await import('./archive/parse-compressed.ts')).compressedParser,
  'seven-zip': async () => (await import('./archive/parse-seven-zip.ts')).sevenZipParser,
  picture: async () => (await import('./media/parse-picture.ts')).pictureParser,
  sound: async () => (await import('./media/parse-sound.ts')).soundParser,
};

const formatsByExtension = new Map<string, Format>([
  ...pairs('text', 'txt text log org rst adoc asc me'),
  ...pairs('markdown', 'md markdown mdown mkd mdx'),
  ...pairs('html', 'html htm xhtml shtml'),
  ...pairs('mail', 'eml'),
  ...pairs('mbox', 'mbox mbx'),
  ...pairs('emlx', 'emlx'),
  ...pairs('msg', 'msg oft'),
  ...pairs('pst', 'pst ost'),
  ...pairs('pdf', 'pdf'),
  ...pairs('word', 'docx docm dotx dotm'),
  ...pairs('csv', 'csv tsv tab'),
  ...pairs('workbook', 'xlsx xlsm xltx xltm xlsb xls xlt ods ots fods'),
  ...pairs('zip', 'zip'),
  ...pairs('tar', 'tar'),
  ...pairs('compressed', 'gz tgz zst tzst'),
  ...pairs('seven-zip', '7z rar xz txz bz2 tbz tbz2'),
  ...pairs('picture', 'jpg jpeg jpe png tif tiff heic heif avif webp gif'),
  ...pairs(
    'sound',
    'mp3 m4a m4b aac flac ogg oga opus wav aif aiff wma mp4 m4v mov mkv mka webm avi 3gp wmv',
  ),
]);

/** Archives by what their first bytes say. A container of an unknown name (a jar, an app) is left alone. */
const archives: ReadonlyMap<string, Format> = new Map([
  ['a zip archive', 'zip'],
  ['a tar archive', 'tar'],
  ['a gzip archive', 'compressed'],
  ['a zstd archive', 'compressed'],
  ['a 7z archive', 'seven-zip'],
  ['a RAR archive', 'seven-zip'],
  ['an xz archive', 'seven-zip'],
  ['a bzip2 archive', 'seven-zip'],
]);

const media = new Map<string, Format>([
  ...['JPEG', 'PNG', 'TIFF', 'GIF', 'HEIC', 'WebP'].map((kind) => [`a ${kind} picture`, 'picture'] as const),
  ['an AVIF picture', 'picture'],
  ['a sound file', 'sound'],
  ['a video or sound file', 'sound'],
]);

function pairs(format: Format, extensions: string): [string, Format][] {
  return extensions.split(' ').map((extension) => [extension, format]);
}

/**
 * The parser for a file. Its bytes decide; its name decides where bytes cannot, between kinds of text.
 * Throws `Unreadable` for what no parser reads.
 */
export async function parserFor(bytes: Uint8Array, name: string): Promise<Parser> {
  return parsers[detect(bytes, name)]();
}

/** True where the first bytes and the name already say that no parser takes the file: a film need not be read whole. */
export function isUnsupported(head: Uint8Array, name: string): boolean {
  const extension = extensionOf(name);
  if (formatsByExtension.has(extension) || isMailbox(head) || isMaildirName(name)) return false;
  const signature = signatureOf(head);
  if (signature === null) return extension !== '';
  if (media.has(signature.name)) return false;
  return signature.format === 'other' && !(extension === '' && archives.has(signature.name));
}

/** True for what is read for its tags alone, which stand at its ends: a film of gigabytes need not be read whole. */
export function isMedia(head: Uint8Array, name: string): boolean {
  const signature = signatureOf(head);
  return signature === null ? isMediaName(name) : media.has(signature.name);
}

export function isMediaName(name: string): boolean {
  return isMediaFormat(formatsByExtension.get(extensionOf(name)));
}

export function isMediaFormat(id: string | undefined): boolean {
  return id === 'picture' || id === 'sound';
}

function detect(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) throw new Unreadable('skipped', 'empty');
  const extension = extensionOf(name);
  const named = formatsByExtension.get(extension);
  // A mail program's folder is named as the person named it: "Inbox", "Projects 2024.old".
  if (named === undefined && isMailbox(bytes)) return 'mbox';
  if (isMaildirName(name) && looksLikeMail(bytes)) return 'mail';
  const signature = signatureOf(bytes);
  if (signature !== null) return bySignature(bytes, signature, named, extension === '');
  if (named === 'pdf') return brokenPdfOr(bytes);
  if (named === 'mbox' && headOf(bytes, 5) === 'From ') return 'mbox';
  if (named === undefined && extension !== '') throw new Unreadable('skipped', 'unsupported-format');
  if (looksLikeHtml(bytes)) return 'html';
  if (named === 'workbook') return textOfWorkbook(bytes);
  if (named === 'word') throw new Unreadable('failed', 'mislabelled', 'it is no Word document');
  if ((named === undefined || named === 'mbox') && looksLikeMail(bytes)) return 'mail';
  if (named === 'msg') throw new Unreadable('failed', 'mislabelled', 'it is no Outlook item');
  if (named === 'pst') throw new Unreadable('failed', 'mislabelled', 'it is no Outlook archive');
  if (named === 'mbox') throw new Unreadable('failed', 'mislabelled', 'it is no mailbox');
  return named ?? 'text';
}

function bySignature(
  bytes: Uint8Array,
  { format, name }: Signature,
  named: Format | undefined,
  nameless: boolean,
): Format {
  if (format === 'pdf') return 'pdf';
  if (format === 'pst') return 'pst';
  if (format === 'zip' && hasEntry(bytes, 'word/document.xml', named === 'word')) return 'word';
  if (
    format === 'ole' &&
    (named === undefined || named === 'msg') &&
    hasWideName(bytes, '__properties_version1.0')
  )
    return 'msg';
  if (workbookIn(bytes, format, named === 'workbook')) return 'workbook';
  // Office puts an encrypted document into an OLE container (MS-OFFCRYPTO 1.3.3).
  if (format === 'ole' && hasWideName(bytes, 'EncryptedPackage'))
    throw new Unreadable('skipped', 'encrypted');
  const medium = media.get(name);
  // Cameras and programs are free with the names of pictures and films; a note is not to be one.
  if (medium !== undefined && (named === undefined || isMediaFormat(named))) return medium;
  const archive = archives.get(name);
  // Last: most documents are zip containers too. People name one kind of archive as another.
  const mayBeArchive = named === undefined ? nameless : [...archives.values()].includes(named);
  if (archive !== undefined && mayBeArchive) return archive;
  if (named !== undefined) throw new Unreadable('failed', 'mislabelled', `it is ${name}`);
  throw new Unreadable('skipped', 'unsupported-format');
}

/** Without its header a PDF may still hold its objects. */
function brokenPdfOr(bytes: Uint8Array): Format {
  if (headOf(bytes, 4096).includes(' obj')) return 'pdf';
  if (looksLikeHtml(bytes)) return 'html';
  throw new Unreadable('failed', 'mislabelled', 'it is no PDF document');
}

function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
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
