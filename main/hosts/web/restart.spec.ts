import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printed, testPlace } from '#main/hosts/cli/testing/run-cli.ts';
import { launchBrowser, openPage } from '../../../renderer/testing/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('an engine that is killed under the page is started again, and the page goes on with it', async () => {
  const place = testPlace();
  place.write('Garden.md', '# Garden\n\nThe apple tree was planted by Marta in 2019.\n');
  await place.quipu('add', place.files);
  await place.quipu('index');
  const host = place.start('page', '--json');
  const { url } = JSON.parse(await printed(host, '}')) as { url: string };
  const { page, problems } = await openPage(browser, url);
  await page.getByText('1 file, up to date').waitFor();

  const starts = (): number => place.log('engine').filter(({ event }) => event === 'engine-ready').length;
  const before = starts();
  const engine = place.services().findLast(({ service }) => service === 'engine');
  process.kill(engine?.pid ?? 0, 'SIGKILL');
  await expect.poll(starts, { timeout: 30_000 }).toBe(before + 1);
  await page.getByLabel('Your question').fill('Who planted the apple tree?');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Citation 1: Garden/ }).waitFor();
  expect(problems).toEqual([]);
});
