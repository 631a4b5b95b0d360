import { expect, it } from 'vitest';
import type { FormattedBlock } from '#main/contract/formatted.ts';
import { markedRuns } from './marked-runs.ts';

const blocks: readonly FormattedBlock[] = [
  { kind: 'heading', level: 1, runs: [{ text: 'Lease' }] },
  {
    kind: 'paragraph',
    quoted: 0,
    runs: [{ text: 'The rent is ' }, { text: '940 euros', bold: true }, { text: '.' }],
  },
  { kind: 'item', quoted: 0, depth: 1, marker: '1.', runs: [{ text: 'Pay' }] },
  { kind: 'item', quoted: 0, depth: 1, marker: '2.', runs: [{ text: 'Stay' }] },
  { kind: 'code', text: 'let rent = 940;' },
];

function marked(quote: string, nth = 0): readonly string[] {
  const { marks } = markedRuns(blocks, quote, nth);
  return [...marks].map(([{ text }, { start, end }]) => text.slice(start, end));
}

it('a quote is marked across looks, numbered items and code', () => {
  expect(marked('rent is 940 euros')).toEqual(['rent is ', '940 euros']);
  expect(marked('1. Pay\n2. Stay')).toEqual(['Pay', 'Stay']);
  expect(marked('rent = 940')).toEqual(['rent = 940']);
  expect(marked('something else')).toEqual([]);
});

it('the block where it begins is told', () => {
  expect(markedRuns(blocks, 'Stay', 0).firstBlock).toBe(3);
  expect(markedRuns(blocks, 'nowhere', 0).firstBlock).toBe(-1);
});
