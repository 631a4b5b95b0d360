import { expect, it } from 'vitest';
import { openStages, patient } from '../testing/stage.ts';
import { german } from './messages/de/all.ts';
import { english } from './messages/en/all.ts';

const stage = openStages();

it('the language changes where one stands, is kept, and loses nothing that is typed', async () => {
  const { page, go, engine, problems } = await stage();
  const html = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  expect(await html()).toEqual(['en-GB', 'ltr']);
  await page.locator('#question').fill('Who pays for the roof?');
  await go('#/settings/appearance');
  await page.evaluate(() => Object.assign(window, { notLoadedAnew: true }));
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('heading', { name: 'Darstellung' }).waitFor();
  await expect.poll(html, patient).toEqual(['de', 'ltr']);
  await expect.poll(() => engine.state.settings.language, patient).toBe('de');
  await page.getByLabel('Einstellungen durchsuchen').fill('Strg');
  await page.getByRole('radio', { name: '简体中文' }).waitFor({ state: 'detached' });
  await page.getByLabel('Einstellungen durchsuchen').fill('');
  await page.getByRole('radio', { name: '简体中文' }).check();
  await page.getByRole('heading', { name: '外观' }).waitFor();
  await expect.poll(html, patient).toEqual(['zh-CN', 'ltr']);
  await page.getByRole('link', { name: '提问', exact: true }).click();
  await expect.poll(() => page.locator('#question').inputValue(), patient).toBe('Who pays for the roof?');
  expect(await page.evaluate(() => 'notLoadedAnew' in window)).toBe(true);
  expect(problems).toEqual([]);
});

/** English messages that German says otherwise; a word that both have tells nothing. */
function onlyEnglish(): ReadonlySet<string> {
  const saidInGerman = new Set(Object.values(german).flatMap((messages) => Object.values(messages)));
  const all = Object.values(english).flatMap((messages) => Object.values(messages) as string[]);
  return new Set(all.filter((text) => !saidInGerman.has(text)));
}

it('where the words are in the catalogue no English one is left on a German screen', async () => {
  const { page, go } = await stage();
  await go('#/settings');
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('heading', { name: 'Nichts wurde gesendet' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Aktion suchen' }).waitFor();
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => [
      ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue ?? ''),
      ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ]),
  );
  expect(shown).toContain('Einstellungen');
  const english = onlyEnglish();
  expect(shown.filter((text) => english.has(text.trim()))).toEqual([]);
});
