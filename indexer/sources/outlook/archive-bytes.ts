import type { Slices } from '../slices.ts';

const pageBytes = 64 * 1024;
/** Pages that are kept: trees and tables are read again for every item. */
const keptPages = 512;
/** What one item may be read from: its attachments have a bound of their own, and trees that lead in circles none. */
const mostPages = 1_500;
const mostReads = 3_000_000;
/** Pages fetched at once, more where an item goes on wanting: attachments lie in a row. */
const mostAhead = 32;

/** The bytes of an archive for a library that reads them where it likes, and cannot wait for them. */
export interface ArchiveBytes {
  readonly sizeBytes: number;
  /** Stands for the bytes: the library takes copies of them. */
  readonly buffer: Buffer;
  /**
   * What the work comes to. Where it meets bytes that are not at hand they are fetched, and it is done once more: it may
   * leave nothing behind, and nothing it came to without them counts.
   */
  attempt<T>(work: () => T): Promise<T>;
}

export function wholeArchive(bytes: Uint8Array): ArchiveBytes {
  return {
    sizeBytes: bytes.length,
    buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    attempt: async (work) => work(),
  };
}

/** Thrown through the library, whatever it makes of it. */
class PageMissing extends Error {
  override name = 'PageMissing';
}

export class PagedArchive implements ArchiveBytes {
  readonly #slices: Slices;
  /** Those used last at the end. */
  readonly #pages = new Map<number, Uint8Array>();
  #used = new Set<number>();
  #reads = 0;
  #missing: number | null = null;
  readonly buffer: Buffer;

  constructor(slices: Slices) {
    this.#slices = slices;
    // The library asks for a Buffer, and calls nothing of it but this.
    this.buffer = Object.assign(Buffer.alloc(0), {
      copy: (target: Buffer, targetStart: number, start: number, end: number) =>
        this.#copy(target, targetStart, start, end),
    });
  }

  get sizeBytes(): number {
    return this.#slices.sizeBytes;
  }

  async attempt<T>(work: () => T): Promise<T> {
    this.#used = new Set();
    this.#reads = 0;
    for (let fetched = 1; ; fetched = Math.min(fetched * 2, mostAhead)) {
      this.#missing = null;
      const outcome = outcomeOf(work);
      const missing = this.#missing as number | null;
      if (missing !== null) await this.#fetch(missing, fetched);
      else if ('error' in outcome) throw outcome.error;
      else return outcome.value;
    }
  }

  #copy(target: Buffer, targetStart: number, start: number, end: number): number {
    this.#reads += 1;
    if (this.#reads > mostReads) throw new RangeError('read without end');
    const last = Math.min(end, this.sizeBytes, start + target.length - targetStart);
    for (let at = start; at < last; ) {
      const page = Math.floor(at / pageBytes);
      const bytes = this.#page(page);
      const from = at - page * pageBytes;
      const count = Math.min(bytes.length - from, last - at);
      if (count <= 0) break;
      target.set(bytes.subarray(from, from + count), targetStart + at - start);
      at += count;
    }
    return last - start;
  }

  #page(page: number): Uint8Array {
    const bytes = this.#pages.get(page);
    if (bytes === undefined || this.#missing !== null) {
      this.#missing ??= page;
      throw new PageMissing();
    }
    this.#used.add(page);
    return bytes;
  }

  async #fetch(first: number, count: number): Promise<void> {
    if (this.#used.size > mostPages) throw new RangeError('an item that is read from everywhere');
    const bytes = await this.#slices.read(first * pageBytes, count * pageBytes);
    if (bytes.length === 0) throw new RangeError('the archive ends before it should');
    for (let page = first; (page - first) * pageBytes < bytes.length; page += 1) {
      const start = (page - first) * pageBytes;
      this.#pages.delete(page);
      // A copy: the part of a slice would keep all of it.
      this.#pages.set(page, bytes.slice(start, start + pageBytes));
    }
    this.#used.add(first);
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= keptPages) break;
      if (!this.#used.has(page)) this.#pages.delete(page);
    }
  }
}

function outcomeOf<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
