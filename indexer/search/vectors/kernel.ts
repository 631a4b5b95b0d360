import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The exports of kernel/scan.as.ts. What they are given as numbers are addresses in the memory, counts and sizes. */
export interface ScanKernel {
  dots(
    query: number,
    rows: number,
    stride: number,
    width: number,
    list: number,
    count: number,
    scores: number,
  ): void;
  takeSigns(row: number, scale: number, centre: number, signs: number, width: number): void;
  begin(rows: number, dimensions: number, distances: number, pairs: number, pairRoom: number): void;
  look(query: number, signs: number, bytes: number, ranges: number, rangeCount: number): void;
  finish(): number;
  weigh(
    planes: number,
    planeCount: number,
    signs: number,
    bytes: number,
    list: number,
    count: number,
    scores: number,
  ): void;
}

// Beside the sources, and beside the bundle that electron-vite makes of them.
const places = ['../../../out/kernel/scan.wasm', '../kernel/scan.wasm'];

let compiled: WebAssembly.Module | undefined;

/** The search kernel over `memory`. `scripts/build/kernel.mjs` compiles it; without it nothing is half searched. */
export function instantiateKernel(memory: WebAssembly.Memory): ScanKernel {
  compiled ??= new WebAssembly.Module(readKernel());
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  // The exports are those of kernel/scan.as.ts, which is compiled from the signatures above.
  return instance.exports as unknown as ScanKernel;
}

function readKernel(): Buffer<ArrayBuffer> {
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error('the search kernel is missing: run node scripts/build/kernel.mjs');
  return readFileSync(found);
}
