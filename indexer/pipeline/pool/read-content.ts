import { chunkDocument } from '../../chunk/chunk-document.ts';
import { defaultLimits } from '../../sources/limits.ts';
import type { FileMeta } from '../../sources/parser.ts';
import { readDocuments } from '../../sources/read-documents.ts';
import { readingVersion } from '../../sources/versions.ts';
import type { FileContent } from './messages.ts';

/** Parses and chunks one file. What cannot be read becomes the content's state and reason. */
export async function readContent(bytes: Uint8Array, meta: FileMeta): Promise<FileContent> {
  const reading = await readDocuments(bytes, meta, defaultLimits);
  return {
    ...reading,
    parserVersion: readingVersion(reading.parserVersion),
    documents: reading.documents.map((document) => ({ document, chunks: chunkDocument(document) })),
  };
}
