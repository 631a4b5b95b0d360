import { afterEach, expect, it, vi } from 'vitest';
import { showLanguage } from './catalogue.ts';
import { dayOf, lastUsed } from './dates.ts';
import { bytesOf, countOf, remainingOf, tookOf } from './figures.ts';

/** Of a page only what a change of language touches. */
async function show(language: 'de' | 'fr' | 'zh'): Promise<void> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => kept.set(key, value) });
  vi.stubGlobal('document', { documentElement: {} });
  await showLanguage(language);
}

/** Between a figure and its unit no line breaks. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

afterEach(() => vi.unstubAllGlobals());

it('figures, sizes, waits and days are written as the language on screen does', async () => {
  const now = new Date('2026-03-14T12:00:00');
  const yesterday = new Date('2026-03-13T12:00:00').toISOString();
  await show('de');
  expect([countOf(12_043), plain(bytesOf(2_500_000_000)), tookOf(8_440)]).toEqual([
    '12.043',
    '2,5 GB',
    '8,4 s',
  ]);
  expect(remainingOf(12 * 60_000)).toBe('noch etwa 12 Minuten');
  expect(lastUsed(yesterday, now)).toBe('Gestern');
  await show('fr');
  expect(plain(bytesOf(25_279_200))).toBe('25 Mo');
  await show('zh');
  expect(dayOf('2024-03-14T10:00:00.000Z')).toBe('2024年3月14日');
  expect(remainingOf(3 * 3_600_000)).toBe('大约还需 3 小时');
});
