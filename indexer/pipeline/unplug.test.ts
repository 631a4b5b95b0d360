import { afterAll, describe, expect, it } from 'vitest';
import { startParsers } from './testing/indexing.ts';
import { unplug } from './testing/unplug.ts';
import { waysToUnplug } from './testing/ways-to-unplug.ts';

const pool = startParsers();
afterAll(() => pool.close());

// Mounting, hanging and being another user are the torture’s: `npm run torture -- unplug`.
const isRoot = process.getuid?.() === 0;
const ways = waysToUnplug().filter(({ name, cannot }) => cannot === null && !/mount|volume|slow/.test(name));

describe('a root that is unplugged', () => {
  it.for(ways)('$name: nothing is deleted or read again', async (way, { skip }) => {
    skip(isRoot && way.name.includes('permission'), 'The superuser reads everything.');
    expect(await unplug({ pool, embedder: null, way, files: 25 })).toEqual([]);
  });
});
