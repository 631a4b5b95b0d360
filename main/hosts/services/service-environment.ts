import { rssLimitVariable } from './guard.ts';
import type { ServiceName } from './service.ts';

/** V8's own bounds of each service's heap, as flags. */
export const heapFlags: Readonly<Record<ServiceName, readonly string[]>> = {
  // The young generation of 16 MB is not collected before it is full: after 400 searches 180 MB, with this 145, for 3%
  // more processor time.
  engine: ['--max-semi-space-size=4'],
  models: [],
  // A parser holds one file and its text; beyond this it is a bomb (input is capped at 200 MB before it gets here).
  parser: ['--max-old-space-size=640'],
};
/** Looked at every few milliseconds where it is near (guard.ts): what is ended then has not reached a gigabyte. */
const parserRssMb = 960;

/** What a parser may know of this computer: enough for Node to run, nothing of the person. */
const parserVariables = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'TEMP', 'TMP'];

/**
 * Threads for files in the engine, of which a share that hangs takes some (read-gate.ts). Node's own are 4, all of
 * which one source could take.
 */
const fileThreads = { UV_THREADPOOL_SIZE: '16' };

/** What a service gets of the host's environment; options that would reach into its Node stay behind. */
export function inheritedEnvironment(name: ServiceName): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  );
  if (name === 'engine') return { ...Object.fromEntries(known), NODE_OPTIONS: '', ...fileThreads };
  if (name !== 'parser') return { ...Object.fromEntries(known), NODE_OPTIONS: '' };
  const kept = known.filter(([key]) => parserVariables.includes(key));
  return { ...Object.fromEntries(kept), [rssLimitVariable]: String(parserRssMb) };
}
