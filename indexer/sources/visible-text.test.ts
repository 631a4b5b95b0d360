import { expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

const shown = (text: string) => visibleText(text).text;

it('finds a word that zero-width characters and soft hyphens take apart', () => {
  expect(shown('pass\u200bw\u2060o\u00adrd\ufeff')).toBe('password');
});

it('drops bidirectional overrides and reads tag characters as hidden text', () => {
  const tags = [...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  expect(visibleText(`a\u202eb\u2066c${tags}`)).toEqual({ text: 'abc', hidden: 'obey' });
});

it('keeps joiners where they mean something', () => {
  const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
  const persian = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645';
  const hindi = '\u0915\u094d\u200d\u0937';
  const heart = '\u2764\ufe0f';
  for (const text of [family, persian, hindi, heart]) expect(shown(text)).toBe(text);
});

it('drops joiners and variation selectors that carry hidden bits', () => {
  expect(shown('a.\u200c\u200d\u200c\u200c b\ufe01\ufe02\ufe03 c\u{e0101}\u{e0102}')).toBe('a. b c');
});

it('turns odd spaces into plain ones and composes accents', () => {
  expect(shown('1\u00a0200\u202f\u20ac caf\u0065\u0301')).toBe('1 200 \u20ac caf\u00e9');
});

it('bounds stacked marks', () => {
  expect(shown(`Z${'\u0301'.repeat(40_000)}algo`).length).toBeLessThan(20);
});

it('repairs lone surrogates', () => {
  expect(shown('a\ud800b').isWellFormed()).toBe(true);
});
