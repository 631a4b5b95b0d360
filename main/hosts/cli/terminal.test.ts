import { expect, it } from 'vitest';
import { printable, printableLine } from './terminal.ts';

it('text out of a file cannot steer the terminal', () => {
  expect(printable('\u001b[2Jgone')).toBe('gone');
  expect(printable('\u001b]0;title\u0007gone')).not.toContain('\u001b');
  expect(printable('a\u009b31mred')).not.toContain('\u009b');
  expect(printable('invoice\u202efdp.exe')).toBe('invoice\ufffdfdp.exe');
  expect(printable('lines\r\nand\ttabs stay')).toBe('lines\nand\ttabs stay');
  expect(printable('progress\roverwritten')).not.toContain('\r');
});

it('a name is one line, and nothing of it is lost', () => {
  expect(printableLine('a\nindexed  /b')).toBe('a\\nindexed  /b');
  expect(printableLine('red\u001b[31m.txt')).toBe('red\\u001b[31m.txt');
  expect(printableLine('a\r\tb\u2028c\u009b')).toBe('a\\r\\tb\\u2028c\\u009b');
  expect(printableLine('invoice\u202efdp.exe')).toBe('invoice\\u202efdp.exe');
  expect(printableLine('Größe – “x”.md')).toBe('Größe – “x”.md');
});
