// Compiles the search kernel (AssemblyScript) to out/kernel/scan.wasm. Plain JavaScript: the bootstrap imports it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = join(root, 'indexer/search/kernel');
const target = join(root, 'out/kernel/scan.wasm');
const options = [
  '--optimizeLevel',
  '3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--enable',
  'simd',
];

/** What the output depends on: the sources, the compiler and its options. */
function fingerprint() {
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json');
  const hash = createHash('sha256').update(JSON.stringify([version, options]));
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)));
  return hash.digest('hex');
}

/** Builds the kernel unless out/kernel holds the one of these sources; returns whether it built. */
export async function buildKernel() {
  const stamp = join(dirname(target), 'scan.stamp');
  const wanted = fingerprint();
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const asc = await import('assemblyscript/asc');
  mkdirSync(dirname(target), { recursive: true });
  // A name of its own: test runs may build side by side, and none may see half a file.
  const fresh = `scan.${process.pid}.wasm`;
  const { error, stderr } = await asc.main(
    ['indexer/search/kernel/scan.as.ts', '--outFile', join('out/kernel', fresh), ...options],
    { baseDir: root },
  );
  if (error !== null) throw new Error(`the search kernel did not compile: ${stderr.toString()}`);
  renameSync(join(dirname(target), fresh), target);
  writeFileSync(stamp, wanted);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await buildKernel()) ? 'The search kernel was built.' : 'The search kernel is up to date.');
}
