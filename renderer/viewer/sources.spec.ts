import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openInBrowser } from '../testing/open-app.ts';
import { writeSourceFiles } from '../testing/source-files.ts';
import { ask } from '../testing/stage.ts';

interface Opened {
  readonly page: Page;
  readonly folder: string;
  readonly problems: readonly string[];
  /** Addresses outside of the page’s own. */
  readonly requests: readonly string[];
}

async function openLibrary(): Promise<Opened> {
  const dir = await mkdtemp(join(tmpdir(), 'quipu-sources-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const folder = join(dir, 'Things');
  const count = await writeSourceFiles(folder);
  const { page, problems, close } = await openInBrowser(join(dir, 'quipu'));
  onTestFinished(close);
  const requests: string[] = [];
  const own = new URL(page.url()).origin;
  page.on('request', (request) => {
    if (!request.url().startsWith(`${own}/`)) requests.push(request.url());
  });
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByLabel('Add a folder or file').fill(folder);
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'Things' }).getByText(`${count} of ${count} files`).waitFor();
  await page.getByRole('heading', { name: 'Up to date' }).waitFor();
  return { page, folder, problems, requests };
}

/** Asks, and opens the citation of a document; what was open before is closed. */
async function open(page: Page, question: string, title: RegExp): Promise<Locator> {
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Ask', exact: true }).click();
  const before = await page.getByRole('button', { name: 'Copy with citations' }).count();
  await ask(page, question);
  await page.getByRole('button', { name: 'Copy with citations' }).nth(before).waitFor();
  const answer = page.getByRole('article').last();
  await answer.locator('li button').filter({ hasText: title }).first().click();
  const viewer = page.getByRole('dialog', { name: title });
  await viewer.waitFor();
  return viewer;
}

async function isInView(place: Locator): Promise<boolean> {
  return place.first().evaluate((element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && top >= 0 && bottom <= window.innerHeight;
  });
}

it('each kind of source opens at its place, as it looks', async () => {
  const { page, problems, requests } = await openLibrary();

  const lease = await open(page, 'How much is the deposit of the lease?', /lease|Rental/i);
  const second = lease.getByRole('figure', { name: 'Page 2' });
  await second.locator('mark').first().waitFor();
  expect((await second.locator('mark').allTextContents()).join(' ')).toContain(
    'two monthly rents, 1,880 euros',
  );
  await expect.poll(() => isInView(second.locator('mark'))).toBe(true);
  const paint = () =>
    second.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value, index) => index % 4 === 0 && value < 100);
    });
  await expect.poll(paint).toBe(true);
  await lease.getByRole('button', { name: /^Larger/ }).click();
  await lease.getByText('125 %').waitFor();
  await lease.getByRole('button', { name: 'Next page' }).click();
  await lease.getByText('Page 3 of 3').waitFor();
  await lease.getByRole('button', { name: 'Text', exact: true }).click();
  expect(await lease.locator('mark').first().textContent()).toContain('1,880 euros');
  await lease.getByRole('button', { name: 'Pages', exact: true }).click();

  const walnuts = await open(page, 'How many baskets do the walnuts fill?', /Walnuts from/);
  await walnuts.locator('mark').first().waitFor();
  await walnuts.locator('strong', { hasText: 'walnuts' }).waitFor();
  await walnuts.getByText('picture not loaded').waitFor();
  expect(await walnuts.textContent()).not.toContain('Ignore all');
  await walnuts.getByRole('button', { name: 'our list' }).click();
  const link = page.getByRole('dialog', { name: 'This link leads to orchard.example' });
  await link.getByText('https://orchard.example/list?to=ada').waitFor();
  await page.keyboard.press('Escape');
  await link.waitFor({ state: 'detached' });
  await walnuts.getByText('Mail 1 of 2 in this thread').waitFor();
  await walnuts.getByRole('button', { name: /Later mail/ }).click();
  const answer = page.getByRole('dialog', { name: /Re: Walnuts/ });
  await answer.getByText('we fetch the baskets on Sunday').waitFor();
  await answer.getByRole('button', { name: /Earlier mail/ }).click();
  await page
    .getByRole('dialog', { name: /^Walnuts/ })
    .getByRole('button', { name: 'recipe.md' })
    .click();
  const recipe = page.getByRole('dialog', { name: /Walnut cake|recipe/ });
  await recipe.getByRole('heading', { name: 'Walnut cake', level: 3 }).waitFor();
  await recipe.getByRole('button', { name: /In: Walnuts/ }).waitFor();

  const bicycle = await open(page, 'Who insures the bicycle?', /Bicycle/);
  await bicycle.locator('mark').first().waitFor();
  expect((await bicycle.locator('mark').allTextContents()).join('')).toContain(
    'Helvetia insures the bicycle',
  );
  await bicycle.locator('em', { hasText: 'bicycle' }).waitFor();

  const heating = await open(page, 'Who replaced the boiler?', /Heating/i);
  await heating.locator('strong', { hasText: 'Joan Ferrer' }).waitFor();
  expect((await heating.locator('mark').allTextContents()).join('')).toContain('Joan Ferrer');
  await heating.getByRole('cell', { name: 'two small ones' }).waitFor();

  const budget = await open(page, 'How much are the zinc shelves in the pantry?', /budget/i);
  const row = budget.getByRole('row').filter({ hasText: 'zinc shelves' });
  await row.locator('mark').first().waitFor();
  expect(await isInView(row)).toBe(true);
  expect(await budget.getByRole('row').count()).toBeLessThan(150);

  const expenses = await open(page, 'How much was the xylophone repair?', /expenses/i);
  await expenses.getByRole('row').filter({ hasText: 'Xylophone repair' }).locator('mark').first().waitFor();
  await expect.poll(() => isInView(expenses.locator('mark'))).toBe(true);

  const code = await open(page, 'When is the ferry timetable fetched?', /schedule\.ts/);
  await code.locator('mark', { hasText: 'fetched at midnight' }).waitFor();
  await code.getByText('line 701', { exact: true }).waitFor();
  await expect.poll(() => isInView(code.locator('mark'))).toBe(true);

  const choir = await open(page, 'Where is the choir rehearsal?', /Choir/);
  await choir.locator('dt', { hasText: 'Where' }).waitFor();
  await choir.locator('dd', { hasText: 'Parish hall' }).waitFor();

  const badgers = await open(page, 'How many setts did the badgers dig?', /Badgers/);
  await badgers.getByText('old.zip › garden/badgers.md').waitFor();
  await badgers.locator('strong', { hasText: 'seven' }).waitFor();
  await badgers.locator('mark').first().waitFor();

  expect(await page.title()).toBe('Quipu');
  expect({ requests, problems }).toEqual({ requests: [], problems: [] });
});

it('a file that changed since it was cited keeps its quote, and says so', async () => {
  const { page, folder } = await openLibrary();
  const bicycle = await open(page, 'Who insures the bicycle?', /Bicycle/);
  await bicycle.locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await writeFile(join(folder, 'bicycle.md'), '# Bicycle\n\nIt was sold.\n');
  const cited = page.getByRole('article').last().locator('li button').filter({ hasText: 'Bicycle' }).first();
  await expect
    .poll(
      async () => {
        await cited.click();
        const viewer = page.getByRole('dialog', { name: /Bicycle/ });
        await viewer.getByText('It was sold.').or(viewer.locator('mark')).first().waitFor();
        const words = await viewer.textContent();
        await page.keyboard.press('Escape');
        return words;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toContain('The file has changed since this answer');
  await cited.click();
  const viewer = page.getByRole('dialog', { name: /Bicycle/ });
  await viewer.getByText('As it was cited:').waitFor();
  expect(await viewer.locator('blockquote').first().textContent()).toContain('Helvetia insures');
  expect(await viewer.locator('mark').count()).toBe(0);
});
