import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
  at.write('before.txt', 'A neighbour with a damson.');
  at.write('zz/after.txt', 'Another neighbour with a damson.');
});
afterEach(() => at.close());
afterAll(() => pool.close());

async function row(name: string) {
  await at.addFolder();
  expect(at.finds('damson')).toEqual(['before.txt', 'zz/after.txt']);
  const { state, reason } = at.library.files.get(at.path(name)) ?? {};
  return { state, reason };
}

const isRoot = process.getuid?.() === 0;
const isPosix = process.platform !== 'win32';

describe('a file that cannot be read has its reason, and its neighbours are read', () => {
  it('empty', async () => {
    at.write('empty.txt', '');
    expect(await row('empty.txt')).toEqual({ state: 'skipped', reason: 'empty' });
  });

  it('sparse and huge: never opened', async () => {
    truncateSync(at.write('huge.txt', 'x'), 1_000_000_000_000);
    expect(await row('huge.txt')).toEqual({ state: 'skipped', reason: 'too-large' });
  });

  it('large and of a kind nobody reads: judged by its first bytes', async () => {
    truncateSync(at.write('disk.img', '8BPS'), 150_000_000);
    expect(await row('disk.img')).toEqual({ state: 'skipped', reason: 'unsupported-format' });
    expect(at.library.files.get(at.path('disk.img'))?.contentHash).toBeNull();
  });

  it('a film of a terabyte: only its beginning is read, for its tags', async () => {
    truncateSync(at.write('film.mp4', '\0\0\0\x18ftypmp42'), 1_000_000_000_000);
    expect(await row('film.mp4')).toEqual({ state: 'skipped', reason: 'waiting-recognition' });
    expect(at.library.files.get(at.path('film.mp4'))?.contentHash).toBeNull();
  });

  it('sparse and huge under the name of a film: not read either', async () => {
    truncateSync(at.write('film.mp4', '%PDF-1.4'), 1_000_000_000_000);
    expect(await row('film.mp4')).toEqual({ state: 'skipped', reason: 'too-large' });
  });

  it.skipIf(!isPosix)('a pipe, which would wait for a writer', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', at.path('pipe.txt')]);
    expect(await row('pipe.txt')).toEqual({ state: 'skipped', reason: 'not-regular' });
  });

  it.skipIf(!isPosix)('a socket', async () => {
    const server = createServer().listen(at.path('socket.txt'));
    expect(await row('socket.txt')).toEqual({ state: 'skipped', reason: 'not-regular' });
    server.close();
  });

  it.skipIf(!isPosix)('a link to a place outside, which is not followed', async () => {
    symlinkSync('/etc/hostname', at.path('link.txt'));
    symlinkSync('/etc', at.path('folder-link'));
    expect(await row('link.txt')).toEqual({ state: 'skipped', reason: 'link-outside' });
    expect(at.library.files.get(at.path('folder-link'))?.reason).toBe('link-outside');
  });

  it.skipIf(!isPosix)(
    'a link that leads nowhere or in a circle, and is read for what it is once it is mended',
    async () => {
      symlinkSync('nowhere', at.path('broken.txt'));
      symlinkSync('two', at.path('one'));
      symlinkSync('one', at.path('two'));
      expect(await row('broken.txt')).toEqual({ state: 'skipped', reason: 'link-broken' });
      expect(at.library.files.get(at.path('one'))?.reason).toBe('link-broken');
      await expect(at.indexer.add(at.path('one'))).rejects.toMatchObject({ code: 'link-broken' });
      await expect(at.indexer.add(at.path('broken.txt'))).rejects.toMatchObject({ code: 'link-broken' });
      at.write('../nowhere', 'A sloe outside.');
      await at.restart(() => symlinkSync('../nowhere', at.path('nowhere')));
      await at.idle();
      expect(at.library.files.get(at.path('broken.txt'))?.reason).toBe('link-outside');
    },
  );

  it.skipIf(!isPosix)('a link to a device, which is no place to add', async () => {
    symlinkSync('/dev/null', at.path('device.txt'));
    expect(await row('device.txt')).toEqual({ state: 'skipped', reason: 'not-regular' });
  });

  it.skipIf(!isPosix)('links inside the source: their files are read once, and loops end', async () => {
    symlinkSync('.', at.path('loop'));
    symlinkSync('../zz', at.path('zz/round'));
    symlinkSync('before.txt', at.path('again.txt'));
    expect(await row('again.txt')).toEqual({ state: undefined, reason: undefined });
    expect(at.library.files.counts()).toMatchObject({ indexed: 2, skipped: 0 });
  });

  it.skipIf(!isPosix)('a name that is no valid text', async () => {
    execFileSync('sh', ['-c', 'printf damp > "$1/$(printf "bad\\377name.txt")"', 'sh', at.folder]);
    await row('before.txt');
    const names = at.library.files.list(1).filter(({ reason }) => reason === 'name-unreadable');
    expect(names).toHaveLength(process.platform === 'linux' ? 1 : 0);
  });

  it('changing all the time: read as it is in the end', async () => {
    const path = at.write('running.log', 'Damson log starts.\n');
    const writer = setInterval(() => appendFileSync(path, `line ${Math.random()}\n`), 1);
    try {
      await at.indexer.add(at.folder);
      await expect.poll(() => at.finds('damson'), { timeout: 15_000 }).toContain('running.log');
    } finally {
      clearInterval(writer);
    }
    await at.idle();
    await expect
      .poll(() => at.library.files.get(path)?.sizeBytes, { timeout: 10_000 })
      .toBe(readFileSync(path).length);
  });

  // The superuser reads everything, so that this can only be shown as another user.
  it.skipIf(!isPosix || isRoot)('without permission, and it is read once it has it', async () => {
    chmodSync(at.write('secret.txt', 'Sloe'), 0o000);
    mkdirSync(at.path('closed'));
    at.write('closed/in.txt', 'Sloe');
    chmodSync(at.path('closed'), 0o000);
    expect(await row('secret.txt')).toEqual({ state: 'failed', reason: 'unreadable' });
    expect(at.library.files.get(at.path('closed'))?.reason).toBe('unreadable');
    chmodSync(at.path('secret.txt'), 0o600);
    chmodSync(at.path('closed'), 0o700);
    await expect.poll(() => at.finds('sloe'), { timeout: 10_000 }).toEqual(['closed/in.txt', 'secret.txt']);
    at.write('closed/later.txt', 'Sloe');
    await expect.poll(() => at.finds('sloe'), { timeout: 10_000 }).toContain('closed/later.txt');
  });
});
