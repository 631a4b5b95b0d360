import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderLister } from './folder-lister.ts';
import { comparePaths } from './path-order.ts';
import { createScope, type Scope } from './scope.ts';
import { type Found, walk } from './walk.ts';

let root: string;
let scope: Scope;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-walk-')));
  scope = createScope(root);
});
const lister = createFolderLister();
afterAll(() => lister.close());
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), name);
  }
}

async function walked(start = root): Promise<Found[]> {
  const found: Found[] = [];
  for await (const batch of walk(scope, start, new AbortController().signal, lister.list))
    found.push(...batch);
  return found;
}
const names = (found: readonly Found[]): string[] => found.map(({ path }) => path.slice(root.length + 1));

describe('walking a source', () => {
  it('meets files in the order in which the ledger lists them', async () => {
    write(
      'b/c.txt',
      'b-a.txt',
      'b.txt',
      'b/a/z.txt',
      'b/a.txt',
      'B.txt',
      'é.txt',
      'z.txt',
      '𝄞.txt',
      '\uff5e.txt',
      'b/a-/q',
    );
    const paths = (await walked()).map(({ path }) => path);
    const db = new Database(':memory:');
    const sorted = db
      .prepare('SELECT value FROM json_each(?) ORDER BY value')
      .pluck()
      .all(JSON.stringify(paths));
    db.close();
    expect(paths).toEqual(sorted);
    expect(paths.toSorted(comparePaths)).toEqual(sorted);
    expect(paths).toHaveLength(11);
  });

  it('leaves out what the rules and the scope leave out, and no more', async () => {
    write(
      '.git/x',
      'a/node_modules/x',
      'a/.DS_Store',
      'Photos.photoslibrary/x',
      'a/~$x.docx',
      'x~',
      'own/x',
      'a/x.TMP',
    );
    write('a/kept.txt', 'tmp/kept.txt', 'download/kept.md', 'my.app.notes/kept.txt', 'node_modules.txt');
    scope = createScope(root, [join(root, 'own')]);
    expect(names(await walked())).toEqual([
      'a/kept.txt',
      'download/kept.md',
      'my.app.notes/kept.txt',
      'node_modules.txt',
      'tmp/kept.txt',
    ]);
  });

  it.skipIf(process.platform === 'win32')('reports links and does not follow them', async () => {
    write('a/file.txt');
    symlinkSync('..', join(root, 'a/up'));
    symlinkSync('file.txt', join(root, 'a/same'));
    const found = await walked();
    expect(found.map(({ sighting }) => sighting.kind)).toEqual(['file', 'link', 'link']);
  });

  it('says when a folder has gone', async () => {
    expect(await walked(join(root, 'nowhere'))).toEqual([
      { path: join(root, 'nowhere'), sighting: { kind: 'gone' } },
    ]);
  });
});
