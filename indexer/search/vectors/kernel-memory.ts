import { instantiateKernel, type ScanKernel } from './kernel.ts';

const pageBytes = 65_536;

/** A kernel with a memory of its own: areas of a fixed size, and rows of one length behind them that only grow. */
export interface KernelMemory<Area extends string> {
  readonly kernel: ScanKernel;
  /** Addresses of the areas and of the first row, each a multiple of 16. */
  readonly at: Readonly<Record<Area | 'rows', number>>;
  readonly rowBytes: number;
  /** The bytes from `start` on. Views taken before the memory grew are empty. */
  bytes(start: number, length: number): Uint8Array<ArrayBuffer>;
  floats(start: number, length: number): Float32Array<ArrayBuffer>;
  words(start: number, length: number): Uint32Array<ArrayBuffer>;
  shorts(start: number, length: number): Int16Array<ArrayBuffer>;
  /** The bytes of one row. */
  row(row: number): Uint8Array<ArrayBuffer>;
  /** Makes room for `rows` rows. Nothing is copied: the memory grows where it lies. */
  ensure(rows: number): void;
  moveRow(from: number, to: number): void;
}

/** `areas`: bytes of each. `rowBytes` is a multiple of 16. */
export function createKernelMemory<Area extends string>(
  areas: Readonly<Record<Area, number>>,
  rowBytes: number,
): KernelMemory<Area> {
  const at: Record<string, number> = {};
  let next = 0;
  for (const [area, bytes] of Object.entries<number>(areas)) {
    at[area] = next;
    next = multipleOf16(next + bytes);
  }
  at['rows'] = next;
  const first = next;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((first + rowBytes) / pageBytes) });
  const rowAt = (row: number): number => first + row * rowBytes;
  const bytes = (start: number, length: number) => new Uint8Array(memory.buffer, start, length);
  return {
    kernel: instantiateKernel(memory),
    // Filled above with each key of `areas`, and with 'rows'.
    at: at as Record<Area | 'rows', number>,
    rowBytes,
    bytes,
    floats: (start, length) => new Float32Array(memory.buffer, start, length),
    words: (start, length) => new Uint32Array(memory.buffer, start, length),
    shorts: (start, length) => new Int16Array(memory.buffer, start, length),
    row: (row) => bytes(rowAt(row), rowBytes),
    ensure(rows) {
      const missing = rowAt(rows) - memory.buffer.byteLength;
      // A sixteenth more, so that it does not grow with every row.
      if (missing > 0) memory.grow(Math.ceil((missing + (rows * rowBytes) / 16) / pageBytes));
    },
    moveRow: (from, to) =>
      bytes(0, memory.buffer.byteLength).copyWithin(rowAt(to), rowAt(from), rowAt(from + 1)),
  };
}

export function multipleOf16(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
