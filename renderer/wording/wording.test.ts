import { expect, it } from 'vitest';
import { bytesOf, counted, remainingOf, shareOf, tookOf } from './figures.ts';
import { splitPath } from './paths.ts';
import { planParts } from './plan-parts.ts';

it('figures read as a person says them', () => {
  expect(counted(1, 'file')).toBe('1 file');
  expect(counted(12_345, 'file')).toBe('12,345 files');
  expect(bytesOf(0)).toBe('0 bytes');
  expect(bytesOf(25_279_200)).toBe('25 MB');
  expect(tookOf(34.4)).toBe('34 ms');
  expect(tookOf(8_440)).toBe('8.4 s');
  expect(remainingOf(20_000)).toBe('less than a minute left');
  expect(remainingOf(12 * 60_000)).toBe('about 12 minutes left');
  expect(remainingOf(3 * 3_600_000)).toBe('about 3 hours left');
});

it('what is not complete never says 100%', () => {
  expect(shareOf(0, 0)).toBe('100%');
  expect(shareOf(9_999, 10_000)).toBe('99%');
  expect(shareOf(10_000, 10_000)).toBe('100%');
});

it('paths are split on every platform', () => {
  expect(splitPath('/home/ada/notes/')).toEqual({ name: 'notes', folder: '/home/ada' });
  expect(splitPath('C:\\Users\\ada\\a.md')).toEqual({ name: 'a.md', folder: 'C:\\Users\\ada' });
  expect(splitPath('/notes')).toEqual({ name: 'notes', folder: '/' });
  expect(splitPath('/')).toEqual({ name: '/', folder: '' });
});

it('a plan without one of its conditions keeps the others', () => {
  const plan = {
    query: 'rent',
    intent: 'count' as const,
    filter: {
      kinds: ['mail' as const],
      from: ['Ana Ruiz'],
      to: ['Bo'],
      after: '2024-03-01',
      before: '2024-04-01',
    },
  };
  const parts = planParts(plan);
  expect(parts.map(({ words }) => words)).toEqual([
    'only mails',
    'from Ana Ruiz',
    'to Bo',
    '1 Mar 2024 to 31 Mar 2024',
  ]);
  expect(parts[3]?.without.filter).toEqual({ kinds: ['mail'], from: ['Ana Ruiz'], to: ['Bo'] });
});

it('attachments are a condition that can be taken away', () => {
  const plan = { query: '', intent: 'count' as const, filter: { hasAttachment: true } };
  expect(planParts(plan)).toEqual([{ words: 'with an attachment', without: { ...plan, filter: {} } }]);
});

it('a day asked for is one day', () => {
  const filter = { after: '2024-03-05', before: '2024-03-06' };
  expect(planParts({ query: 'x', intent: 'find', filter })[0]?.words).toBe('on 5 Mar 2024');
});
