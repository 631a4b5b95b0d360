import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { OpenApp } from './open-app.ts';
import { ask } from './stage.ts';

const mail = (day: number, subject: string, body: string) =>
  [
    'From: Marta Vidal <marta@vidal.example>',
    'To: Ada Winter <ada@winter.example>',
    `Date: Tue, ${day} Feb 2025 17:42:00 +0100`,
    `Subject: ${subject}`,
    `Message-ID: <${day}@vidal.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ].join('\r\n');

const files: Readonly<Record<string, string>> = {
  'mail/rent.eml': mail(
    11,
    'Rent from March',
    'Dear Ada,\r\n\r\nas agreed, the rent goes up to 965 euros from March on.\r\n\r\nMarta\r\n',
  ),
  'mail/boiler.eml': mail(
    18,
    'The boiler',
    'Dear Ada,\r\n\r\nJoan repairs the boiler on Friday.\r\n\r\nMarta\r\n',
  ),
  'notes/bicycle.md':
    '# Bicycle\n\nBought in 2023.\n\n## Insurance\n\nThe bicycle is insured with Helvetia for 48 euros a year.\n',
  'notes/garden.txt': 'The tomatoes were planted on the second of May.\n',
  'page.html': '<h1>Recipe</h1><p>The soup needs forty minutes.</p><script>document.title = "ran"</script>',
  'empty.md': '',
  'picture.xyz': 'not something that is read',
};

async function writeFolder(dir: string): Promise<string> {
  const folder = join(dir, 'Things');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

async function addFolder(page: Page, folder: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByLabel('Add a folder or file').fill(folder);
  await page.keyboard.press('Enter');
  const count = Object.keys(files).length;
  await page.getByRole('article', { name: 'Things' }).getByText(`${count} of ${count} files`).waitFor();
  await page.getByRole('heading', { name: 'Up to date' }).waitFor();
}

/** Asks on the ask screen, and gives the newest answer once it is whole. */
async function askFor(page: Page, question: string) {
  await page.getByRole('link', { name: 'Ask', exact: true }).click();
  const before = await page.getByRole('button', { name: 'Copy with citations' }).count();
  await ask(page, question);
  await page.getByRole('button', { name: 'Copy with citations' }).nth(before).waitFor();
  return page.getByRole('article').last();
}

/** Asks again until the answer says it: the index follows the disk, within seconds. */
async function askUntil(page: Page, question: string, says: string): Promise<void> {
  await expect
    .poll(async () => (await askFor(page, question)).textContent(), { timeout: 60_000, interval: 500 })
    .toContain(says);
}

/** What a person does from an empty library to an opened citation, with real files, on whatever host shows the page. */
export function testWholeApp(host: string, openApp: OpenApp): void {
  it(`${host}: a folder is added, asked, cited at its place, and followed when it changes`, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'quipu-app-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const folder = await writeFolder(dir);
    const { page, problems, close } = await openApp(join(dir, 'quipu'));
    onTestFinished(close);

    await page.getByRole('heading', { name: 'Ask your own files' }).waitFor();
    await page.getByRole('button', { name: 'Skip to the question' }).click();
    await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
    await addFolder(page, folder);
    await page.getByRole('rowheader', { name: /empty\.md.*The file is empty\./s }).waitFor();
    await page.getByRole('rowheader', { name: /picture\.xyz.*does not read this kind/s }).waitFor();
    await page.getByText(`1 to ${Object.keys(files).length} of`).waitFor();

    const rent = await askFor(page, 'How much is the rent from March?');
    await rent.getByText('965 euros').first().waitFor();
    await rent
      .getByRole('button', { name: /^Citation \d+: Rent from March/ })
      .first()
      .click();
    const viewer = page.getByRole('dialog', { name: /Rent from March/ });
    await viewer.getByText('From Marta Vidal').waitFor();
    expect(await viewer.locator('mark').textContent()).toContain('the rent goes up to 965 euros');
    expect(await viewer.locator('mark').isVisible()).toBe(true);
    await page.keyboard.press('Escape');

    const insured = await askFor(page, 'What is the bicycle insured for?');
    await insured
      .getByRole('button', { name: /^Citation \d+: .*line 7/ })
      .first()
      .click();
    await page.getByRole('dialog').locator('mark', { hasText: '48 euros' }).waitFor();
    await page.keyboard.press('Escape');

    await writeFile(
      join(folder, 'notes/bicycle.md'),
      '# Bicycle\n\n## Insurance\n\nThe bicycle is insured with Allianz for 52 euros a year.\n',
    );
    await askUntil(page, 'What is the bicycle insured for?', '52 euros');

    await insured.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('group', { name: 'Versions of this answer' }).getByText('2 of 2').waitFor();
    await page.getByRole('button', { name: 'Edit this question' }).first().click();
    await page.getByLabel('The question, worded anew').fill('How much is the rent?');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Versions of this question' }).getByText('2 of 2').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByLabel('Search questions and answers').fill('hélvetia');
    await page.getByRole('link').filter({ hasText: '48 euros' }).first().click();
    await page.getByRole('article').nth(1).getByText('48 euros').first().waitFor();
    await page.getByLabel('Search questions and answers').fill('');

    await rm(join(folder, 'notes/garden.txt'));
    await askUntil(page, 'When were the tomatoes planted?', 'Not found in your files');
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('button', { name: 'Rescan Things' }).click();
    await page.getByRole('rowheader', { name: /garden\.txt/ }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Forget Things' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByRole('heading', { name: 'Begin with a folder' }).waitFor();
    expect(await page.title()).toBe('Quipu');
    expect(problems).toEqual([]);
  });

  it(`${host}: what was asked is still there when the app is opened again`, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'quipu-app-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const folder = await writeFolder(dir);
    const first = await openApp(join(dir, 'quipu'));
    try {
      await addFolder(first.page, folder);
      await askFor(first.page, 'How many mails did Marta Vidal send?');
    } finally {
      await first.close();
    }
    const { page, close } = await openApp(join(dir, 'quipu'));
    onTestFinished(close);
    await page.getByRole('link', { name: /How many mails did Marta Vidal send/ }).click();
    const counted = page.getByRole('region', { name: 'Counted in the index' });
    await counted.getByText('2', { exact: true }).waitFor();
    await counted.getByRole('button', { name: /The boiler/ }).click();
    await page
      .getByRole('dialog', { name: /The boiler/ })
      .getByText('Joan repairs the boiler')
      .waitFor();
  });
}
