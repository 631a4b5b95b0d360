import { chunkDocument } from '../../chunk/chunk-document.ts';
import { findPart } from '../../sources/formatted/find-part.ts';
import { defaultLimits } from '../../sources/limits.ts';
import type { FileMeta, ParsedDocument, ShowRequest } from '../../sources/parser.ts';
import type { Portion } from '../../sources/portion.ts';
import { asUnreadable, readDocuments } from '../../sources/read-documents.ts';
import { readPortion } from '../../sources/read-portion.ts';
import type { Slices } from '../../sources/slices.ts';
import { parserVersions, readingVersion } from '../../sources/versions.ts';
import { type PreparedDocument, prepareDocument } from '../../store/prepared-document.ts';
import type { FileContent } from './messages.ts';

/** Parses and chunks one file, or one portion of it. What cannot be read becomes the content's state and reason. */
export async function readContent(bytes: Uint8Array, meta: FileMeta, slices?: Slices): Promise<FileContent> {
  const { show, ...read } = meta;
  if (show !== undefined) return await shownContent(bytes, read, show);
  const { portion, ...file } = meta;
  if (portion !== undefined) return portionContent(bytes, file, portion, slices);
  const reading = await readDocuments(bytes, file, defaultLimits);
  return {
    ...reading,
    parserVersion: readingVersion(reading.parserVersion),
    documents: reading.documents.map(prepared),
  };
}

/** A document that a person looks at: nothing is made of it for the index. */
async function shownContent(
  bytes: Uint8Array,
  meta: FileMeta,
  { member, as }: ShowRequest,
): Promise<FileContent> {
  const content: FileContent = {
    ...{ parserId: null, parserVersion: null, state: 'indexed', reason: null, detail: null, documents: [] },
    rules: { off: meta.rulesOff ?? [], touched: [] },
  };
  try {
    if (as === 'bytes') {
      const part = await findPart(bytes, meta, member, defaultLimits);
      // A copy: what is sent must not bring the archive around it along.
      return part === null ? content : { ...content, shown: { as, bytes: part.bytes.slice() } };
    }
    // Loaded when the first one is looked at: indexing needs none of it.
    const { readFormatted } = await import('../../sources/formatted/read-formatted.ts');
    return { ...content, shown: { as, formatted: await readFormatted(bytes, meta, member, defaultLimits) } };
  } catch (error) {
    const { state, reason, detail } = asUnreadable(error);
    return { ...content, state, reason, detail };
  }
}

/** A parser that breaks on a portion has read nothing of it. */
async function portionContent(
  bytes: Uint8Array,
  meta: FileMeta,
  portion: Portion,
  slices: Slices | undefined,
): Promise<FileContent> {
  const nothing = { state: 'indexed', reason: null, detail: null } as const;
  try {
    const { documents, end, ...reading } = await readPortion(bytes, meta, portion, defaultLimits, slices);
    return {
      ...{ ...reading, ...nothing, parserVersion: readingVersion(reading.parserVersion) },
      documents: documents.map(prepared),
      portion: end,
    };
  } catch (error) {
    const { state, reason, detail } = asUnreadable(error);
    return {
      ...{ parserId: portion.format, parserVersion: readingVersion(parserVersions[portion.format]) },
      ...{ state, reason, detail, documents: [] },
      rules: { off: meta.rulesOff ?? [], touched: [] },
    };
  }
}

function prepared(document: ParsedDocument): PreparedDocument {
  return prepareDocument(document, chunkDocument(document));
}
