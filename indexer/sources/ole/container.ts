import { Unreadable } from '../parser.ts';
import { Bytes } from './bytes.ts';

const endOfChain = 0xfffffffe;
const lastSector = 0xfffffffa;
/** Streams smaller than this lie in the mini stream ([MS-CFB] 2.2). */
const miniCutoff = 4096;
const miniSectorBytes = 64;
/** Entries of the directory: against containers that list millions of streams. */
const mostEntries = 20_000;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams of an OLE container ([MS-CFB]), as far as they lie in its root: what older Office programs write.
 * Every chain is followed for as many sectors as the file has at most; the libraries at hand follow loops for ever.
 */
export class OleContainer {
  readonly #bytes: Bytes;
  readonly #sectorBytes: number;
  readonly #fat: readonly number[];
  readonly #streams = new Map<string, Entry>();
  readonly #miniStart: number;
  readonly #miniRoot: Entry;
  #mini: { readonly stream: Bytes; readonly fat: Bytes } | undefined;

  /** Throws `Unreadable` corrupt. */
  constructor(bytes: Uint8Array) {
    this.#bytes = new Bytes(bytes);
    const shift = this.#bytes.u16(30);
    if (shift !== 9 && shift !== 12) throw corrupt();
    this.#sectorBytes = 2 ** shift;
    this.#fat = this.#readFat();
    this.#miniStart = this.#bytes.u32(60);
    const entries = this.#readDirectory();
    const [root] = entries;
    if (root === undefined) throw corrupt();
    this.#miniRoot = root;
    for (const entry of siblings(entries, root.child)) this.#streams.set(entry.name, entry);
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  /** A stream of the root; null where there is none. Throws `Unreadable` corrupt where it breaks off. */
  stream(name: string): Bytes | null {
    const entry = this.#streams.get(name);
    if (entry === undefined || entry.type !== 2) return null;
    if (entry.size >= miniCutoff) return new Bytes(this.#chain(entry.start).subarray(0, entry.size));
    return new Bytes(this.#miniStream(entry));
  }

  #sector(number: number): Uint8Array {
    const start = (number + 1) * this.#sectorBytes;
    if (start >= this.#bytes.length) throw corrupt();
    return this.#bytes.slice(start, start + this.#sectorBytes);
  }

  #readFat(): number[] {
    const perSector = this.#sectorBytes / 4;
    const mostSectors = Math.ceil(this.#bytes.length / this.#sectorBytes);
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(this.#bytes.u32(at));
    let next = this.#bytes.u32(68);
    for (let count = 0; next <= lastSector && count < mostSectors; count += 1) {
      const sector = new Bytes(this.#sector(next));
      for (let index = 0; index < perSector - 1; index += 1) places.push(sector.u32(index * 4));
      next = sector.u32((perSector - 1) * 4);
    }
    const fat: number[] = [];
    for (const place of places.slice(0, mostSectors)) {
      if (place > lastSector) continue;
      const sector = new Bytes(this.#sector(place));
      for (let index = 0; index < perSector && fat.length < mostSectors; index += 1)
        fat.push(sector.u32(index * 4));
    }
    return fat;
  }

  #chain(start: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    for (let next = start; next !== endOfChain; next = this.#fat[next] ?? endOfChain) {
      if (next > lastSector || sectors.length > this.#fat.length) throw corrupt();
      sectors.push(this.#sector(next));
    }
    return Buffer.concat(sectors);
  }

  #miniStream({ start, size }: Entry): Uint8Array {
    this.#mini ??= {
      stream: new Bytes(this.#chain(this.#miniRoot.start)),
      fat: new Bytes(this.#miniStart <= lastSector ? this.#chain(this.#miniStart) : new Uint8Array()),
    };
    const { stream, fat } = this.#mini;
    const sectors: Uint8Array[] = [];
    let next = start;
    for (let got = 0; got < size; got += miniSectorBytes) {
      const at = next * miniSectorBytes;
      if (at >= stream.length) throw corrupt();
      sectors.push(stream.slice(at, at + miniSectorBytes));
      next = fat.has(next * 4, 4) ? fat.u32(next * 4) : endOfChain;
    }
    return Buffer.concat(sectors).subarray(0, size);
  }

  #readDirectory(): Entry[] {
    const directory = new Bytes(this.#chain(this.#bytes.u32(48)));
    const entries: Entry[] = [];
    for (let at = 0; at + 128 <= directory.length && entries.length < mostEntries; at += 128) {
      const nameBytes = Math.min(64, Math.max(2, directory.u16(at + 64)));
      entries.push({
        name: directory.utf16(at, nameBytes / 2 - 1),
        type: directory.u8(at + 66),
        left: directory.u32(at + 68),
        right: directory.u32(at + 72),
        child: directory.u32(at + 76),
        start: directory.u32(at + 116),
        size: directory.u32(at + 120),
      });
    }
    return entries;
  }
}

/** The tree of one storage's entries; each is met once, whatever loops it is drawn with. */
function siblings(entries: readonly Entry[], child: number): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const stack = [child];
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    stack.push(entry.left, entry.right);
  }
  return found;
}

function corrupt(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its container is broken');
}
