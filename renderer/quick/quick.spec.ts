import { expect, it } from 'vitest';
import { rentAnswer } from '../testing/sample-data.ts';
import { streamOf } from '../testing/sample-engine.ts';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();

it('the cursor is in the box, the instant answer comes while typing, and Enter goes on in the main window', async () => {
  const { page, go, engine, problems } = await stage({ ask: () => streamOf(rentAnswer) });
  const main = await page.context().newPage();
  const token = await page.evaluate(() => sessionStorage.getItem('quipu.token'));
  await main.goto(`${new URL(page.url()).origin}/#${token}`);
  await main.getByLabel('Your question').waitFor();
  await go('#/quick');
  const box = page.getByRole('textbox', { name: 'Your question' });
  await expect.poll(() => box.evaluate((node) => node === document.activeElement), patient).toBe(true);
  await page.keyboard.type('rent?');
  const [first] = rentAnswer.sentences;
  await page
    .getByRole('region', { name: 'Answer' })
    .getByText(first?.text ?? '')
    .waitFor();
  expect(engine.calls.filter((call) => call === 'ask')).toEqual([]);
  await page.keyboard.press('Enter');
  await main.getByRole('heading', { name: 'rent?' }).waitFor();
  expect(engine.calls.filter((call) => call === 'ask')).toHaveLength(1);
  expect(problems).toEqual([]);
});

it('Escape leaves, and an empty box asks nothing', async () => {
  const { page, go, engine } = await stage();
  await go('#/quick');
  await page.getByText('Answers appear as you type.').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  expect(engine.calls).not.toContain('preview');
});
