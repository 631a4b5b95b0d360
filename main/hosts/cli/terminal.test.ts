import { expect, it } from 'vitest';
import { printable } from './terminal.ts';

it('text out of a file cannot steer the terminal', () => {
  expect(printable('\u001b[2Jgone')).toBe('gone');
  expect(printable('\u001b]0;title\u0007gone')).not.toContain('\u001b');
  expect(printable('a\u009b31mred')).not.toContain('\u009b');
  expect(printable('invoice\u202efdp.exe')).toBe('invoice\ufffdfdp.exe');
  expect(printable('lines\r\nand\ttabs stay')).toBe('lines\nand\ttabs stay');
  expect(printable('progress\roverwritten')).not.toContain('\r');
});
