import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readStretch } from './file-stretch.ts';

function folders(): { source: string; beside: string } {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'quipu-stretch-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const source = join(dir, 'files');
  const beside = join(dir, 'files-secret');
  mkdirSync(source);
  mkdirSync(beside);
  writeFileSync(join(source, 'a.txt'), 'abcdefghij');
  writeFileSync(join(beside, 'key.txt'), 'secret');
  return { source, beside };
}

it('a stretch is read, and no more than there is', async () => {
  const { source } = folders();
  const read = async (at: number, length: number | 'all') => {
    const { bytes, stat } = await readStretch(join(source, 'a.txt'), source, at, length);
    return [Buffer.from(bytes).toString(), stat.sizeBytes];
  };
  expect(await read(2, 3)).toEqual(['cde', 10]);
  expect(await read(8, 100)).toEqual(['ij', 10]);
  expect(await read(50, 10)).toEqual(['', 10]);
  expect(await read(0, 'all')).toEqual(['abcdefghij', 10]);
  const file = join(source, 'a.txt');
  expect((await readStretch(file, file, 0, 1)).bytes.length).toBe(1);
});

it.skipIf(process.platform === 'win32')(
  'what lies outside of the source, is a link or a pipe is not opened',
  async () => {
    const { source, beside } = folders();
    symlinkSync(join(beside, 'key.txt'), join(source, 'link.txt'));
    symlinkSync(join(source, 'a.txt'), join(source, 'inner.txt'));
    symlinkSync(beside, join(source, 'folder'));
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(source, 'pipe.txt')]);
    for (const path of [
      'link.txt',
      'inner.txt',
      'folder/key.txt',
      'pipe.txt',
      'gone.txt',
      '../files-secret/key.txt',
      '.',
    ])
      await expect(readStretch(join(source, path), source, 0, 10)).rejects.toMatchObject({
        code: 'path-missing',
      });
  },
);
