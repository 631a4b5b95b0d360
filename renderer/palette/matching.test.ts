import { expect, it } from 'vitest';
import { matching } from './matching.ts';

const action = (name: string, group = 'Library') => ({ id: name, name, group, run: () => undefined });
const all = [
  action('Pause everything'),
  action('Añadir carpeta'),
  action('Go to People', 'Go'),
  action('Everything left out'),
];
const found = (typed: string) => matching(all, typed).map(({ name }) => name);

it('every word has to stand in the name or its group, in any case and without accents', () => {
  expect(found('anadir CARP')).toEqual(['Añadir carpeta']);
  expect(found('people go')).toEqual(['Go to People']);
  expect(found('nothing like it')).toEqual([]);
});

it('what begins as it was typed comes first, and an empty text finds all', () => {
  expect(found('every')).toEqual(['Everything left out', 'Pause everything']);
  expect(found('  ')).toHaveLength(all.length);
});
