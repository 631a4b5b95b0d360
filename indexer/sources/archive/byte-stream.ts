/** Reads a stream of chunks in portions of a wanted size, holding no more than one portion and one chunk. */
export class ByteStream {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#chunks =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  /** The next bytes without taking them; fewer at the end of the stream. */
  async peek(count: number): Promise<Uint8Array> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
    if (parts.length > 1) this.#held = Buffer.concat(parts, length);
    return this.#held.subarray(0, count);
  }

  async take(count: number): Promise<Uint8Array> {
    const taken = await this.peek(count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** Leaves bytes out; false where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    let left = count;
    while (left > this.#held.length) {
      left -= this.#held.length;
      const { done, value } = await this.#chunks.next();
      this.#held = done ? new Uint8Array() : value;
      if (done) return false;
    }
    this.#held = this.#held.subarray(left);
    return true;
  }

  /** Ends the stream behind it. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
