import { expect, it } from 'vitest';
import { isDamage, libraryFault } from './library-fault.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('takes a stored value that cannot be read for damage, and a wrong pattern for a bug', () => {
  const stored = thrownBy(() => JSON.parse('["line",0') as unknown);
  expect(isDamage(libraryFault(stored, '/library/library.db'))).toBe(true);
  const open = ['('].join('');
  const pattern = thrownBy(() => new RegExp(open, 'u'));
  expect(libraryFault(pattern, '/library/library.db')).toBe(pattern);
});
