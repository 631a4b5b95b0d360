import { chunkDocument } from '../../chunk/chunk-document.ts';
import { defaultLimits } from '../../sources/limits.ts';
import { type FileMeta, type ParsedDocument, type Shortfall, Unreadable } from '../../sources/parser.ts';
import { parseFile, parserOf } from '../../sources/registry.ts';
import type { FileContent } from './messages.ts';

/** Parses and chunks one file. What cannot be read becomes the content's state and reason. */
export async function readContent(bytes: Uint8Array, meta: FileMeta): Promise<FileContent> {
  let parser: { readonly id: string; readonly version: number } | null = null;
  try {
    parser = parserOf(bytes, meta);
    const documents: ParsedDocument[] = [];
    const shortfalls: Shortfall[] = [];
    for await (const event of parseFile(bytes, meta, defaultLimits)) {
      if (event.type === 'document') documents.push(event.document);
      else if (event.type === 'shortfall') shortfalls.push(event.shortfall);
    }
    return contentOf(parser, documents, shortfalls);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { state, reason, detail } = error;
    const readBy = { parserId: parser?.id ?? null, parserVersion: parser?.version ?? null };
    return { ...readBy, state, reason, detail: detail === '' ? null : detail, documents: [] };
  }
}

function contentOf(
  parser: { readonly id: string; readonly version: number },
  documents: readonly ParsedDocument[],
  shortfalls: readonly Shortfall[],
): FileContent {
  const reason = shortfalls[0]?.reason ?? null;
  const details = shortfalls.filter((one) => one.reason === reason).map(({ detail }) => detail);
  return {
    parserId: parser.id,
    parserVersion: parser.version,
    state: reason === null ? 'indexed' : 'partly',
    reason,
    detail: reason === null ? null : details.join(', '),
    documents: documents.map((document) => ({ document, chunks: chunkDocument(document) })),
  };
}
