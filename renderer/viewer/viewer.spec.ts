import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { conversationOf } from '../testing/sample-data.ts';
import { sampleSourceStage } from '../testing/sample-sources.ts';
import { openStages } from '../testing/stage.ts';
import { violations } from '../testing/violations.ts';

const stage = openStages();

async function openStage(options?: Parameters<typeof stage>[1]) {
  const { answer, ...sample } = await sampleSourceStage();
  const opened = await stage({ ...sample, conversations: [conversationOf(1, answer)] }, options);
  await opened.go('#/ask/1');
  await opened.page.getByRole('heading', { name: answer.question, exact: true }).waitFor();
  return opened;
}

/** What shows that each source stands there, in the order of the citations. */
const signs = ['[data-page="2"] mark', 'strong mark', 'tr mark', 'code mark', 'dd mark'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    it(`names, roles and contrast hold in each view in ${colorScheme}, ${width} wide`, async () => {
      const { page, problems } = await openStage({ colorScheme, viewport: { width, height: 800 } });
      await page.getByRole('button', { name: /^\[1\]/ }).click();
      for (const [index, sign] of signs.entries()) {
        await page.locator(`dialog ${sign}`).first().waitFor();
        expect({ sign, found: await violations(page) }).toEqual({ sign, found: [] });
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ sign, widest }).toEqual({ sign, widest: width });
        if (index < signs.length - 1) await page.getByRole('button', { name: /^Next source/ }).click();
      }
      expect(problems).toEqual([]);
    });
  }
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: active } = document;
    return active === null || active === document.body
      ? 'nothing'
      : (active.getAttribute('aria-label') ?? active.textContent);
  });
}

it('by keyboard alone: the focus goes to the source, stays in it from one to the next, and comes back', async () => {
  const { page } = await openStage();
  const cited = page.getByRole('button', { name: /^\[2\]/ });
  await cited.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog strong mark').first().waitFor();
  expect(await focused(page)).toBe('[2] Walnuts');
  await page.getByRole('button', { name: 'recipe.md' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'schedule.ts' }).waitFor();
  await expect.poll(() => focused(page)).toBe('schedule.ts');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('dialog', { name: 'Walnuts' }).waitFor();
  await page.getByRole('button', { name: 'our list' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'This link leads to orchard.example' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('our list');
  await page.keyboard.press('ArrowLeft');
  const pages = page.getByRole('region', { name: 'Pages' });
  await pages.locator('mark').first().waitFor();
  await pages.focus();
  const top = () => pages.evaluate((element) => element.scrollTop);
  const before = await top();
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(before);
  await page.keyboard.press('+');
  await page.getByText('125 %').waitFor();
  await page.keyboard.press('0');
  await page.getByText('100 %').waitFor();
  await page.getByRole('button', { name: 'Next page' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Page 3 of 3').waitFor();
  await pages.focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('+');
  await page.getByText('200 %').waitFor();
  const third = page.getByRole('figure', { name: 'Page 3' });
  await expect
    .poll(() => third.evaluate((box) => box.getBoundingClientRect().top < window.innerHeight))
    .toBe(true);
  await page.getByText('Page 3 of 3').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toContain('[2]');
});

it('a PDF that cannot be drawn is shown as the text that was read of it', async () => {
  const { answer, ...sample } = await sampleSourceStage();
  sample.originals.set(1, { bytes: new TextEncoder().encode('%PDF-1.7 and nothing more') });
  const { page, go } = await stage({ ...sample, conversations: [conversationOf(1, answer)] });
  await go('#/ask/1');
  await page.getByRole('button', { name: /^\[1\]/ }).click();
  await page.getByText('The pages cannot be drawn').waitFor();
  expect(await page.locator('dialog mark').textContent()).toBe('1,880 euros');
});

it('of a large PDF only those stretches are read that are looked at', async () => {
  const { answer, ...sample } = await sampleSourceStage();
  const small = sample.originals.get(1)?.bytes ?? new Uint8Array();
  // The file, what is on none of its pages, and its end once more.
  const large = new Uint8Array(40_000_000).fill(0x20);
  const head = new TextDecoder('latin1').decode(small).lastIndexOf('startxref');
  large.set(small);
  large.set(small.subarray(head), large.length - (small.length - head));
  sample.originals.set(1, { bytes: large });
  const { page, go, engine } = await stage({ ...sample, conversations: [conversationOf(1, answer)] });
  await go('#/ask/1');
  await page.getByRole('button', { name: /^\[1\]/ }).click();
  await page.locator('dialog [data-page="2"] mark').first().waitFor();
  const stretches = engine.calls.filter((call) => call === 'documents.stretch').length;
  expect(stretches).toBeLessThan(8);
});
