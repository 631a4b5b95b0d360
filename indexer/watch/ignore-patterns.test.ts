import { expect, it } from 'vitest';
import { createPatterns, isPattern } from './ignore-patterns.ts';

it('patterns decide as those of git do', () => {
  const patterns = createPatterns([
    { folder: '', file: null, lines: ['*.bak', '/only-here', 'build/', 'a/**/z', '!keep.bak'] },
    {
      folder: 'sub [1]',
      file: '/r/sub [1]/.quipuignore',
      lines: ['# a comment', '', '!/only-here.bak', 'x'],
    },
  ]);
  const leftOut = (path: string, isFolder = false) => patterns.match(path, isFolder)?.pattern ?? null;
  expect(leftOut('deep/er/old.bak')).toBe('*.bak');
  expect(leftOut('keep.bak')).toBe(null);
  expect(leftOut('only-here')).toBe('/only-here');
  expect(leftOut('deep/only-here')).toBe(null);
  expect(leftOut('build')).toBe(null);
  expect(leftOut('build', true)).toBe('build/');
  expect(leftOut('a/b/c/z')).toBe('a/**/z');
  expect(leftOut('sub [1]/only-here.bak')).toBe(null);
  expect(leftOut('sub [1]/deep/x')).toBe('x');
  expect(leftOut('x')).toBe(null);
  expect(patterns.match('sub [1]/x', false)).toEqual({
    pattern: 'x',
    file: '/r/sub [1]/.quipuignore',
    line: 4,
  });
});

it('a name is the same however its accents are composed', () => {
  const patterns = createPatterns([{ folder: '', file: null, lines: ['caf\u00e9*'] }]);
  expect(patterns.match('cafe\u0301.md', false)?.pattern).toBe('caf\u00e9*');
});

it('what would take for ever to match is no pattern', () => {
  expect(isPattern('**/a/**/b')).toBe(true);
  expect(isPattern('**/*a*/**/*a*/**/*a*')).toBe(false);
  expect(isPattern('x'.repeat(501))).toBe(false);
  const patterns = createPatterns([
    { folder: '', file: null, lines: ['**/*a*/**/*a*/**/*a*/**/*[bc]', 'b'] },
  ]);
  expect(patterns.match(`${'aa/'.repeat(100)}b`, false)?.pattern).toBe('b');
  const many = createPatterns([
    { folder: '', file: null, lines: Array.from({ length: 30 }, (_, n) => `a/**/${n}`) },
  ]);
  expect(many.match('a/b/19', false)?.pattern).toBe('a/**/19');
  expect(many.match('a/b/20', false)).toBe(null);
});
