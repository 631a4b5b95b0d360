import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScope } from './scope.ts';
import { type SourceWatch, watchSource } from './watch-source.ts';

let base: string;
let watch: SourceWatch;
let dirty: Set<string>;
const path = (name: string): string => join(base, name);

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-watch-')));
  mkdirSync(path('root/a'), { recursive: true });
  dirty = new Set();
});
afterEach(() => {
  watch.close();
  rmSync(base, { recursive: true, force: true });
});

function watchAt(root: string, isFolder = true): void {
  watch = watchSource(createScope(root), isFolder, {
    dirty: (named) => dirty.add(named),
    lost: (why) => dirty.add(why),
    broken: (why) => dirty.add(why),
  });
}
/** Until all of these were named; what was is forgotten. */
async function named(...names: string[]): Promise<void> {
  await expect.poll(() => names.filter((name) => !dirty.has(path(name)))).toEqual([]);
  dirty.clear();
}

describe('the watch of a source', () => {
  it('names what changes in the folders it covers', async () => {
    watchAt(path('root'));
    await watch.cover(path('root'));
    await watch.cover(path('root/a'));
    writeFileSync(path('root/a/note.md'), 'x');
    mkdirSync(path('root/b'));
    await named('root/a/note.md', 'root/b');
    rmSync(path('root/a/note.md'));
    await named('root/a/note.md');
  });

  it('follows a folder that takes the path of another, and leaves the one that was moved away', async () => {
    watchAt(path('root'));
    await watch.cover(path('root'));
    await watch.cover(path('root/a'));
    renameSync(path('root/a'), path('moved'));
    mkdirSync(path('root/a'));
    await named('root/a');
    await watch.cover(path('root/a'));
    writeFileSync(path('root/a/new.md'), 'x');
    await named('root/a/new.md');
    writeFileSync(path('moved/old.md'), 'x');
    writeFileSync(path('root/a/later.md'), 'x');
    await expect.poll(() => dirty.has(path('root/a/later.md'))).toBe(true);
    expect([...dirty]).not.toContain(path('root/a/old.md'));
  });

  it('tells when the source goes and comes back, by the closest folder that is there', async () => {
    mkdirSync(path('disk'));
    renameSync(path('root'), path('disk/root'));
    watchAt(path('disk/root'));
    await watch.cover(path('disk/root'));
    renameSync(path('disk'), path('unplugged'));
    await named('disk/root');
    renameSync(path('unplugged'), path('disk'));
    await named('disk/root');
    rmSync(path('disk/root'), { recursive: true });
    await named('disk/root');
    mkdirSync(path('disk/root'));
    await named('disk/root');
  });

  it('of a single file names it alone, through saves by renaming', async () => {
    writeFileSync(path('root/note.md'), 'x');
    watchAt(path('root/note.md'), false);
    writeFileSync(path('root/other.md'), 'x');
    writeFileSync(path('root/.new'), 'y');
    renameSync(path('root/.new'), path('root/note.md'));
    await expect.poll(() => [...dirty]).toEqual([path('root/note.md')]);
  });
});
