import { Unreadable } from '../parser.ts';

const endOfChain = 0xfffffffe;
const noEntry = 0xffffffff;
const entryBytes = 128;
const smallSectorBytes = 64;
/** Streams below this lie in small sectors (MS-CFB 2.2). */
const smallStreamBytes = 4096;

/**
 * Throws where a compound file (MS-CFB) runs in circles or claims more than it holds: the reader of Outlook items
 * follows its chains and its tree without end, and reserves what a stream claims.
 */
export function checkContainer(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 512) throw damaged();
  const container = new Container(view);
  container.checkEntries();
}

interface Entry {
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly sizeBytes: number;
}

class Container {
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #sectors: number;
  readonly #table: readonly number[];
  readonly #smallTable: readonly number[];

  constructor(view: DataView) {
    this.#view = view;
    const shift = view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.#sectorBytes = 2 ** shift;
    this.#sectors = Math.ceil(view.byteLength / this.#sectorBytes);
    this.#table = this.#tableSectors();
    this.#smallTable = this.#chain(view.getUint32(60, true), this.#sectors);
  }

  checkEntries(): void {
    const entries = this.#entries();
    let claimed = 0;
    for (const { type, start, sizeBytes } of entries) {
      if (type !== 2) continue;
      claimed += sizeBytes;
      if (sizeBytes > 0 && sizeBytes < smallStreamBytes) this.#smallChain(start);
    }
    if (claimed > 2 * this.#view.byteLength) throw damaged();
    const [root] = entries;
    if (root === undefined) throw damaged();
    this.#chain(root.start, this.#sectors);
    checkTree(entries, root);
  }

  #entries(): Entry[] {
    const entries: Entry[] = [];
    for (const sector of this.#chain(this.#view.getUint32(48, true), this.#sectors)) {
      const start = (sector + 1) * this.#sectorBytes;
      for (let at = start; at < start + this.#sectorBytes; at += entryBytes)
        if (at + entryBytes <= this.#view.byteLength) entries.push(this.#entry(at));
    }
    return entries;
  }

  #entry(at: number): Entry {
    const int = (offset: number) => this.#view.getUint32(at + offset, true);
    return {
      ...{ type: this.#view.getUint8(at + 66), left: int(68), right: int(72), child: int(76) },
      ...{ start: int(116), sizeBytes: int(120) },
    };
  }

  /** Where the allocation table lies: 109 sectors in the header, the others in a chain of their own. */
  #tableSectors(): number[] {
    const count = Math.min(this.#view.getUint32(44, true), this.#sectors);
    const sectors: number[] = [];
    for (let index = 0; index < Math.min(count, 109); index += 1)
      sectors.push(this.#view.getUint32(76 + 4 * index, true));
    const perSector = this.#sectorBytes / 4 - 1;
    let next = this.#view.getUint32(68, true);
    for (let steps = 0; sectors.length < count && this.#isSector(next); steps += 1) {
      if (steps > this.#sectors) throw damaged();
      const start = (next + 1) * this.#sectorBytes;
      for (let index = 0; index < perSector && sectors.length < count; index += 1)
        sectors.push(this.#intAt(start + 4 * index));
      next = this.#intAt(start + 4 * perSector);
    }
    return sectors;
  }

  #chain(start: number, longest: number): number[] {
    const chain: number[] = [];
    for (let sector = start; this.#isSector(sector); sector = this.#next(sector, this.#table)) {
      chain.push(sector);
      if (chain.length > longest) throw damaged();
    }
    return chain;
  }

  #smallChain(start: number): void {
    let length = 0;
    for (let sector = start; sector !== endOfChain; sector = this.#next(sector, this.#smallTable)) {
      length += 1;
      if (length > smallStreamBytes / smallSectorBytes) throw damaged();
    }
  }

  #next(sector: number, table: readonly number[]): number {
    const perSector = this.#sectorBytes / 4;
    const at = table[Math.floor(sector / perSector)];
    if (at === undefined) return endOfChain;
    return this.#intAt((at + 1) * this.#sectorBytes + 4 * (sector % perSector));
  }

  #isSector(sector: number): boolean {
    return (sector + 1) * this.#sectorBytes < this.#view.byteLength;
  }

  #intAt(at: number): number {
    return at + 4 <= this.#view.byteLength ? this.#view.getUint32(at, true) : endOfChain;
  }
}

function checkTree(entries: readonly Entry[], root: Entry): void {
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === noEntry) continue;
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) throw damaged();
    seen.add(index);
    waiting.push(entry.left, entry.right, ...(entry.type === 1 ? [entry.child] : []));
  }
}

function damaged(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its container is damaged');
}
