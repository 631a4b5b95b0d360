import MarkdownIt from 'markdown-it';
import type { Formatted } from '#main/contract/formatted.ts';
import { detect } from '../detect.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { messageOfEmlx } from '../mail/parse-emlx.ts';
import { readMail } from '../mail/parse-mail.ts';
import { splitNote } from '../markdown/note-source.ts';
import type { FileMeta, Limits } from '../parser.ts';
import { readDocuments } from '../read-documents.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { DocxFile } from '../word/docx-file.ts';
import { htmlOfWord } from '../word/parse-word.ts';
import { findPart, type Part } from './find-part.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { blocksOfPassages } from './passage-blocks.ts';

/** Without HTML: what stands in a note between angle brackets is text. */
const markdown = new MarkdownIt({ html: false });
const nothing: Formatted = { blocks: [], truncated: false };

/**
 * One document of a file as its reader would see it. What it shows is the person's own file as it is on the disk now,
 * for their eyes alone: nothing of it goes into an index, a prompt or a log.
 */
export async function readFormatted(
  bytes: Uint8Array,
  meta: FileMeta,
  member: string | null,
  limits: Limits,
): Promise<Formatted> {
  const part = await findPart(bytes, meta, member, limits);
  if (part === null)
    return meta.portion === undefined
      ? await byPassages({ name: meta.name, bytes }, meta, member, limits)
      : nothing;
  const html = await htmlOf(part);
  if (html === null) return nothing;
  if (html !== undefined) return blocksOfHtml(html);
  return await byPassages(part, meta, null, limits);
}

/** null for what is no more than text, undefined for a format without HTML. */
async function htmlOf({ name, bytes }: Part): Promise<string | null | undefined> {
  switch (detect(bytes, name)) {
    case 'mail':
      return (await readMail(bytes)).html || null;
    case 'emlx':
      return (await readMail(messageOfEmlx(bytes))).html || null;
    case 'markdown':
      return markdown.render(splitNote(decodeOrRefuse(bytes)).body);
    case 'html':
      return decodeHtml(bytes);
    case 'word':
      return await htmlOfWord(new DocxFile(bytes));
    case 'text':
    case 'code':
    case 'json':
    case 'xml':
      return null;
    default:
      return undefined;
  }
}

async function byPassages(
  { name, bytes }: Part,
  meta: FileMeta,
  member: string | null,
  limits: Limits,
): Promise<Formatted> {
  const { documents } = await readDocuments(bytes, { ...meta, name }, limits);
  const document = documents.find((one) => one.member === member);
  return document === undefined ? nothing : blocksOfPassages(document);
}
