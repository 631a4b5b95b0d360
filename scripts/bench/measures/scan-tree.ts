import { setTimeout as delay } from 'node:timers/promises';
import { createIndexer } from '#indexer/pipeline/indexer.ts';
import { openLibrary } from '#indexer/store/library.ts';

/**
 * A program: `node scan-tree.ts LIBRARY DIR LAST` looks through DIR for the first time, until each of its files waits in
 * the ledger (LAST is the one that comes last), and prints what that took as JSON. No file is parsed, and the memory is
 * that of the scan alone.
 */
const [, , libraryDir = '', dir = '', last = ''] = process.argv;
const told = (): void => undefined;
const library = openLibrary(libraryDir);
const indexer = createIndexer({
  library,
  pool: { read: () => new Promise(() => undefined), close: async () => undefined },
  embedder: async () => null,
  log: { info: told, warn: told, error: told },
});
const before = process.cpuUsage();
const started = performance.now();
await indexer.add(dir);
while (library.files.get(last) === undefined) await delay(5);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    files: library.files.tally().pending.files,
    wallMs: performance.now() - started,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
process.exit();
