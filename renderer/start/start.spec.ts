import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openInBrowser } from '../testing/open-app.ts';
import { sampleModels } from '../testing/sample-data.ts';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();
const place = {
  ...{ path: '/home/ada/Documents', kind: 'documents' as const, program: '', files: 1_240, bytes: 8.1e8 },
  ...{ isAtLeast: false, isAdded: false },
};
const vault = { ...place, path: '/home/ada/Documents/Brain', kind: 'notes' as const, program: 'Obsidian' };
const mail = { ...place, path: '/home/ada/Mail', kind: 'mail' as const, isAtLeast: true };

it('from the first start to a cited answer on one’s own files, by keyboard alone', async () => {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'quipu-start-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const documents = join(dir, 'home', 'Documents');
  await mkdir(documents, { recursive: true });
  await writeFile(
    join(documents, 'bicycle.md'),
    '# Bicycle\n\nThe bicycle is insured with Helvetia for 48 euros.\n',
  );
  vi.stubEnv('HOME', join(dir, 'home'));
  vi.stubEnv('USERPROFILE', join(dir, 'home'));
  vi.stubEnv('XDG_CONFIG_HOME', join(dir, 'home', '.config'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const { page, problems, close } = await openInBrowser(join(dir, 'quipu'));
  onTestFinished(close);

  await page.getByRole('heading', { name: 'What may Quipu read?' }).waitFor();
  await page.getByText('Documents · 1 file').waitFor();
  await page.getByRole('button', { name: 'Add Documents' }).press('Enter');
  await page.getByText('Added', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('heading', { name: 'What stays out of the index' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('heading', { name: 'Who puts answers into words?' }).waitFor();
  await page.getByRole('button', { name: 'Ask a question' }).press('Enter');
  await page.getByText('1 file at hand').waitFor();
  await page.getByLabel('Your question').fill('What is the bicycle insured for?');
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByText('48 euros').first().waitFor();
  await page
    .getByRole('button', { name: /^Citation 1/ })
    .first()
    .press('Enter');
  await page.getByRole('dialog').locator('mark', { hasText: '48 euros' }).waitFor();
  expect(problems).toEqual([]);
});

it('nothing is added before it is clicked, and a click can be taken back', async () => {
  const { page, engine } = await stage({ suggested: [place, vault, mail] }, { firstVisit: true });
  await page.getByText('Documents · 1,240 files, 810 MB').waitFor();
  await page.getByText('Mail · more than 1,240 files').waitFor();
  expect(engine.state.sources).toEqual([]);
  await page.getByRole('button', { name: 'Add Documents' }).click();
  // The vault lies in it.
  await expect.poll(() => page.getByText('Added', { exact: true }).count(), patient).toBe(2);
  expect(engine.state.sources.map(({ path }) => path)).toEqual([place.path]);
  await page.getByRole('button', { name: 'Take Documents out again' }).click();
  await expect.poll(() => engine.state.sources, patient).toEqual([]);
  await page.getByRole('button', { name: 'Add Documents' }).waitFor();
});

it('steps are passed over and found again, and nobody is greeted twice', async () => {
  const { page, go } = await stage({ models: sampleModels }, { firstVisit: true });
  await page.getByRole('heading', { name: 'What may Quipu read?' }).waitFor();
  await page.getByText('Nothing was found at the usual places.').waitFor();
  await page.getByRole('button', { name: 'Skip to the question' }).click();
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  await page.getByRole('link', { name: 'First steps' }).click();
  await page.getByRole('link', { name: 'Which model' }).click();
  await page.getByRole('heading', { name: 'Who puts answers into words?' }).waitFor();
  await go('#/ask');
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
});
