/** One file of the set that is made to do harm. */
export interface HostileFile {
  /** Below the set's folder; bytes where it is no valid text. */
  readonly name: string | Buffer;
  /** Its bytes, or pieces of them one after the other. */
  readonly content: () => string | Buffer | Iterable<string | Buffer>;
  /** Made and read within a second: one of those that every run of the tests reads. */
  readonly isQuick?: true;
}

/** Where requests would arrive, and the file outside the set whose words must never be found. */
export interface Baits {
  readonly url: string;
  readonly secretFile: string;
}

/** `piece` so often, without holding all of it. */
export function* repeated(piece: string | Buffer, count: number): Generator<string | Buffer> {
  const many = 10_000;
  const bundle = Buffer.concat(Array<Buffer>(Math.min(many, count)).fill(Buffer.from(piece)));
  for (let left = count; left > 0; left -= many)
    yield left >= many ? bundle : bundle.subarray(0, left * Buffer.byteLength(piece));
}

export function* joined(
  ...parts: (string | Buffer | Iterable<string | Buffer>)[]
): Generator<string | Buffer> {
  for (const part of parts) {
    if (typeof part === 'string' || Buffer.isBuffer(part)) yield part;
    else yield* part;
  }
}

export const megabyte = 1_000_000;
