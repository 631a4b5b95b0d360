import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The exports of kernel/scan.as.ts; every argument but the last two is an address in the memory given. */
export interface ScanKernel {
  scan(
    query: number,
    rows: number,
    scales: number,
    allowed: number,
    scores: number,
    count: number,
    width: number,
  ): void;
}

// Beside the sources, and beside the bundle that electron-vite makes of them.
const places = ['../../../out/kernel/scan.wasm', '../kernel/scan.wasm'];

let compiled: WebAssembly.Module | undefined;

/** The search kernel over `memory`. `scripts/build/kernel.mjs` compiles it; without it nothing is half searched. */
export function instantiateKernel(memory: WebAssembly.Memory): ScanKernel {
  compiled ??= new WebAssembly.Module(readKernel());
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  // The exports are those of kernel/scan.as.ts, which is compiled from the signature above.
  return instance.exports as unknown as ScanKernel;
}

function readKernel(): Buffer<ArrayBuffer> {
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error('the search kernel is missing: run node scripts/build/kernel.mjs');
  return readFileSync(found);
}
