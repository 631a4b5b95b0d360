import { expect, it } from 'vitest';
import { sampleSources } from '../testing/sample-data.ts';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();

it('any action is found by typing and done with Enter; Escape leaves and gives the focus back', async () => {
  const { page, engine, problems } = await stage({ sources: sampleSources });
  await page.getByLabel('Your question').focus();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find an action' });
  await page.keyboard.type('pause every');
  await page.getByRole('option', { name: /^Pause everything/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => engine.state.settings.pausedUntil, patient).not.toBeNull();
  await box.waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('no such thing');
  await page.getByText('Nothing is called like that.').waitFor();
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('question');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('go');
  const chosen = page.getByRole('option', { selected: true });
  const first = await chosen.textContent();
  await page.keyboard.press('ArrowDown');
  expect(await chosen.textContent()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await chosen.textContent()).toBe(first);
  expect(problems).toEqual([]);
});

it('screens are reached by two letters, but not while something is typed', async () => {
  const { page, go } = await stage({ sources: sampleSources });
  const hash = () => page.evaluate(() => location.hash);
  await go('#/library');
  await page.getByRole('article', { name: 'Mail' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'People' }).waitFor();
  await page.keyboard.press('/');
  await page.getByLabel('Your question').waitFor();
  await page.getByLabel('Your question').pressSequentially('g l?');
  expect(await hash()).toBe('#/ask');
});

it('the sheet of keys tells them all, and keys of a letter can be switched off', async () => {
  const { page, go } = await stage({ sources: sampleSources });
  await go('#/library');
  await page.getByRole('article', { name: 'Mail' }).waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('term').filter({ hasText: 'New question' }).waitFor();
  await page.keyboard.press('Escape');
  await go('#/settings/keys');
  await page.getByRole('switch', { name: 'Keys of a single letter' }).uncheck();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.keyboard.press('?');
  expect(await page.evaluate(() => location.hash)).toBe('#/settings/keys');
  expect(await sheet.count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find an action' }).waitFor();
});
