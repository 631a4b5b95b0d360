import { Unreadable } from '../parser.ts';
import { ZipArchive } from './archive.ts';

/** Longer than any media type. */
const mostBytes = 200;

/**
 * What an archive says it is in its entry `mimetype`, as OpenDocument files and books do; empty where it does not.
 * A broken directory counts as saying nothing unless `strict`, else it throws.
 */
export function mediaTypeOf(bytes: Uint8Array, strict: boolean): string {
  try {
    const archive = new ZipArchive(bytes);
    if (!archive.has('mimetype')) return '';
    return new TextDecoder().decode(archive.read('mimetype').subarray(0, mostBytes)).trim();
  } catch (error) {
    if (strict || !(error instanceof Unreadable)) throw error;
    return '';
  }
}
