import { expect, it } from 'vitest';
import { aroundMark, blocksOf, extentAround } from './blocks.ts';

const text = 'Heading\n\nFirst page.\n\nSecond page.';
const whole = { start: 0, end: text.length };
const places = [
  { start: 0, end: 7, place: { page: 1 } },
  { start: 9, end: 20, place: { page: 1 } },
  { start: 22, end: 34, place: { page: 2 } },
];

it('blocks cover the text once, in order, whatever the places leave out', () => {
  for (const ranges of [places, [], [...places].reverse(), [...places, ...places]]) {
    const blocks = blocksOf(ranges, whole);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  }
});

it('a page is named once, where it begins', () => {
  const labels = blocksOf(places, whole).flatMap(({ place }) => (place === null ? [] : [place]));
  expect(labels).toEqual([{ page: 1 }, { page: 2 }]);
});

it('a mark across blocks is cut at their borders', () => {
  const mark = { start: 15, end: 28 };
  const marked = blocksOf(places, whole).map((block) => {
    const [, from, to] = aroundMark(block, mark);
    return text.slice(from, to);
  });
  expect(marked.join('')).toBe(text.slice(15, 28));
});

it('of a long document the part around the mark is drawn', () => {
  const extent = extentAround({ start: 500_000, end: 500_100 }, 1_000_000);
  expect(extent.start).toBeGreaterThan(480_000);
  expect(extent.end).toBeLessThan(520_000);
  expect(extentAround(null, 900)).toEqual({ start: 0, end: 900 });
});
