import { expect, it } from 'vitest';
import { directionOf, languageFor } from './language.ts';

it('a chosen language holds whatever the system asks for', () => {
  expect(languageFor('fr', ['de-AT', 'en'])).toBe('fr');
});

it('without a choice the first language of the system that the page has is shown, else English', () => {
  expect(languageFor('system', ['nl-BE', 'DE-at', 'fr'])).toBe('de');
  expect(languageFor('system', ['zh-Hans-CN'])).toBe('zh');
  expect(languageFor('system', ['nl', 'fi'])).toBe('en');
  expect(languageFor('system', [])).toBe('en');
});

it('the page runs from right to left in languages that do', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('de')).toBe('ltr');
});
