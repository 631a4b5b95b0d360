import { expect, it } from 'vitest';
import { createScope, isIgnored } from './scope.ts';
import { isSystemPlace, systemFoldersBelow } from './system-folders.ts';

it.runIf(process.platform === 'linux')(
  'the kernel’s file systems are left out below a source and are none',
  () => {
    const scope = createScope('/', systemFoldersBelow('/'));
    for (const path of ['/proc', '/proc/1/environ', '/sys/kernel', '/dev/sda', '/run/lock']) {
      expect(isIgnored(scope, path, false)).toBe(true);
      expect(isSystemPlace(path)).toBe(true);
    }
    for (const path of ['/process/notes.md', '/home/ada/proc/notes.md', '/devices.md']) {
      expect(isIgnored(scope, path, false)).toBe(false);
      expect(isSystemPlace(path)).toBe(false);
    }
  },
);

it.skipIf(process.platform === 'win32')(
  'devices are no source on any system that shows them as files',
  () => {
    expect(isSystemPlace('/dev/null')).toBe(true);
    expect(systemFoldersBelow('/home/ada')).toEqual([]);
  },
);

it('a disk mounted below a system folder can be a source, and nothing of it is left out', () => {
  expect(isSystemPlace('/run/media/ada/stick')).toBe(false);
  expect(systemFoldersBelow('/run/media/ada/stick')).toEqual([]);
});
