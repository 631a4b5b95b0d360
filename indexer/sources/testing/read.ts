import { defaultLimits } from '../limits.ts';
import type { Limits } from '../parser.ts';
import { type FileReading, readDocuments } from '../read-documents.ts';

/** What is read of a file that has just this name and content. */
export function read(
  name: string,
  content: Uint8Array | string,
  limits: Limits = defaultLimits,
): Promise<FileReading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocuments(bytes, { name, modifiedMs: 0 }, limits);
}
