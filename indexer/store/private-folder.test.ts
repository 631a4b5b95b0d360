import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePrivateFolder } from './private-folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-private-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('every missing level is made for this user alone, and what is there stays as it is', () => {
  mkdirSync(join(dir, 'old'), { mode: 0o755 });
  makePrivateFolder(join(dir, 'old', 'a', 'b'));
  makePrivateFolder(join(dir, 'old', 'a', 'b'));
  expect(statSync(join(dir, 'old', 'a')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dir, 'old', 'a', 'b')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dir, 'old')).mode & 0o777).toBe(0o755);
});

test('what is in the way is an error, and nothing is made', () => {
  writeFileSync(join(dir, 'file'), '');
  symlinkSync('nowhere', join(dir, 'dangling'));
  for (const path of ['file', 'file/below', 'dangling', 'dangling/below']) {
    expect(() => makePrivateFolder(join(dir, path))).toThrow();
  }
  expect(existsSync(join(dir, 'nowhere'))).toBe(false);
});

test.runIf(existsSync('/proc/self'))('a place where nothing can be made is an error', () => {
  expect(() => makePrivateFolder('/proc/foo')).toThrow();
  expect(() => makePrivateFolder('/proc/foo/bar')).toThrow();
});
