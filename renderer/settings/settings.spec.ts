import { expect, it } from 'vitest';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();
const privacy = {
  downloads: [
    {
      ...{ modelId: 'qwen3-4b', from: ['https://huggingface.co/Qwen/Qwen3-4B-GGUF'], bytes: 2_500_000_000 },
      ...{ startedAt: '2026-11-02T10:00:00.000Z', outcome: 'whole' as const },
    },
  ],
  places: [
    { holds: 'index' as const, path: '/home/ada/.local/share/quipu/library/library.db', bytes: 8_100_000 },
  ],
};

it('each choice says what it means, holds at once and is kept', async () => {
  const { page, go, engine, problems } = await stage();
  await go('#/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => engine.state.settings.theme, patient).toBe('dark');
  expect(await page.evaluate(() => document.documentElement.getAttribute('data-theme'))).toBe('dark');
  await page.getByRole('button', { name: 'Colours: dark. Change to as the system' }).waitFor();
  const idle = page.getByRole('switch', { name: 'Only while nobody uses the computer' });
  expect(await idle.evaluate((node) => node.getAttribute('aria-describedby'))).toBe(
    'setting-onlyWhenIdle-means',
  );
  await idle.check();
  await expect.poll(() => engine.state.settings.onlyWhenIdle, patient).toBe(true);
  const battery = page.getByRole('switch', { name: 'Not while it runs on battery' });
  expect(await battery.isDisabled()).toBe(true);
  await page.getByText('This computer has no battery.').waitFor();
  await page.getByRole('button', { name: 'Until I resume' }).click();
  await page.getByText('Paused: nothing is read.').waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => engine.state.settings.pausedUntil, patient).toBeNull();
  expect(problems).toEqual([]);
});

it('settings are searched by their names and by what they mean', async () => {
  const { page, go } = await stage();
  await go('#/settings');
  await page.getByLabel('Search settings').fill('charger');
  await page
    .getByRole('switch', { name: 'Only while nobody uses the computer' })
    .waitFor({ state: 'detached' });
  await page.getByLabel('Search settings').fill('evening');
  await page.getByRole('radio', { name: 'Dark' }).waitFor();
  await page.getByLabel('Search settings').fill('no such thing');
  await page.getByText('No setting is about that.').waitFor();
});

it('the privacy page tells what came over the network, where everything lies, and how to remove it', async () => {
  const { page, go } = await stage({ privacy });
  await go('#/settings/privacy');
  const part = page.getByRole('region', { name: 'Privacy' });
  await part.getByRole('heading', { name: 'Nothing was sent' }).waitFor();
  await part.getByText('https://huggingface.co/Qwen/Qwen3-4B-GGUF').waitFor();
  await part.getByText('2.5 GB').waitFor();
  await part.getByText('/home/ada/.local/share/quipu/library/library.db').waitFor();
  await part.getByText('delete the places above').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), patient).toBe('settings-privacy');
});
