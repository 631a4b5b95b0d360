import { chunkDocument } from '../../chunk/chunk-document.ts';
import { defaultLimits } from '../../sources/limits.ts';
import type { FileMeta } from '../../sources/parser.ts';
import { readFile } from '../../sources/read-file.ts';
import type { FileContent } from './messages.ts';

/** Reads and chunks one file. What cannot be read becomes the content's state and reason. */
export async function readContent(bytes: Uint8Array, meta: FileMeta): Promise<FileContent> {
  const { documents, ...reading } = await readFile(bytes, meta, defaultLimits);
  return {
    ...reading,
    documents: documents.map((document) => ({ document, chunks: chunkDocument(document) })),
  };
}
