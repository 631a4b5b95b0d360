import { expect, it } from 'vitest';
import { findSettings } from './find-settings.ts';

const setting = (name: string, consequence: string) => ({ id: name, name, consequence, control: null });
const sections = [
  { id: 'a', title: 'Appearance', settings: [setting('Colours', 'Light, dark, or as the system.')] },
  {
    ...{ id: 'i', title: 'Indexing', words: 'pace', body: 'more' },
    settings: [setting('Battery', 'Waits for the charger.'), setting('Idle', 'Waits for you to leave.')],
  },
];
const found = (typed: string) =>
  findSettings(sections, typed).map(({ id, settings }) => [id, settings.map(({ name }) => name)]);

it('a setting is found by its name or by what it means', () => {
  expect(found('CHARGER')).toEqual([['i', ['Battery']]]);
  expect(found('dark col')).toEqual([['a', ['Colours']]]);
  expect(found('no such thing')).toEqual([]);
});

it('a section is found whole by its title or its other words', () => {
  expect(found('pace')).toEqual([['i', ['Battery', 'Idle']]]);
  expect(found('')).toHaveLength(2);
});
