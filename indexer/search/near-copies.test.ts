import { expect, test } from 'vitest';
import { isCopy, printOf } from './near-copies.ts';

const offer =
  'Dear Anna, the larch battens for the terrace come to 340 euros with delivery, and we can bring them on Friday or Monday, whichever suits you better. Best wishes, Tom from the timber yard.';
const copy = (text: string, shown: string): boolean => isCopy(printOf(text), printOf(shown));

test.each([
  ['the same in other lines, quoted', `> ${offer.replaceAll(', ', ',\n> ')}`, offer],
  ['a part of it', offer.slice(0, 120), offer],
  ['one letter of it', offer.replace('suits', 'suit'), offer],
  ['in capitals', 'YES, ON FRIDAY.', 'Yes, on Friday.'],
])('%s says nothing new', (_, text, shown) => {
  expect(copy(text, shown)).toBe(true);
});

test.each([
  ['another sum', offer.replace('340', '430'), offer],
  ['more', `${offer} The oil for them is another matter, which we have to talk about before winter.`, offer],
  ['something short that is part of it', 'the larch battens', offer],
  ['something else', 'The boiler shows an error when the pressure drops, says the plumber.', offer],
])('%s is a text of its own', (_, text, shown) => {
  expect(copy(text, shown)).toBe(false);
});
