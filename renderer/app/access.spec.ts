import { expect, it } from 'vitest';
import {
  conversationOf,
  countAnswer,
  lease,
  ledgerRows,
  notFoundAnswer,
  rentAnswer,
  reply,
  sampleModels,
  samplePeople,
  sampleSources,
} from '../testing/sample-data.ts';
import { idle } from '../testing/sample-engine.ts';
import { openStages } from '../testing/stage.ts';
import { violations } from '../testing/violations.ts';

const stage = openStages();
const place = {
  ...{ path: '/home/ada/Documents', kind: 'documents' as const, program: '', files: 12, bytes: 80_000 },
  ...{ isAtLeast: false, isAdded: false },
};
const privacy = {
  downloads: [
    {
      ...{ modelId: 'qwen3-4b', from: ['https://huggingface.co/Qwen/Qwen3-4B-GGUF'], bytes: 2_500_000_000 },
      ...{ startedAt: '2026-11-02T10:00:00.000Z', outcome: 'whole' as const },
    },
  ],
  places: [{ holds: 'index' as const, path: '/home/ada/.local/share/quipu/library/library.db', bytes: 81 }],
};
const full = {
  sources: sampleSources,
  rows: ledgerRows(60),
  documents: [lease, reply],
  suggested: [place],
  examples: [{ about: 'mails-of' as const, person: 'Marta Vidal', mails: 12 }],
  privacy,
  models: sampleModels,
  people: samplePeople,
  conversations: [
    conversationOf(1, rentAnswer),
    conversationOf(2, countAnswer),
    conversationOf(3, notFoundAnswer),
  ],
  progress: { ...idle, phase: 'reading' as const, filesDone: 9, filesTotal: 60, notice: 'No embedder.' },
};

const heading: Readonly<Record<string, string | RegExp>> = {
  '#/ask': 'Ask your files',
  '#/ask/1': rentAnswer.question,
  '#/ask/2': countAnswer.question,
  '#/ask/3': 'Not found in your files',
  '#/library': 'Files',
  '#/people': 'People',
  '#/models': 'Models',
  '#/compare': 'Compare models',
  '#/settings': 'Settings',
  '#/start/where': 'What may Quipu read?',
  '#/start/kept-out': 'What stays out of the index',
  '#/start/model': 'Who puts answers into words?',
  '#/quick': 'Quick ask',
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    it(`names, roles and contrast hold in ${colorScheme}, ${width} wide`, async () => {
      const { page, go } = await stage(full, { colorScheme, viewport: { width, height: 800 } });
      for (const [fragment, name] of Object.entries(heading)) {
        await go(fragment);
        await page.getByRole('heading', { name, exact: true }).waitFor();
        expect(await violations(page)).toEqual([]);
      }
      await go('#/ask/1');
      await page.getByRole('button', { name: /Citation 2/ }).click();
      await page.locator('mark').waitFor();
      expect(await violations(page)).toEqual([]);
      await go('#/library');
      for (const name of ['What is left out of Mail', 'file-000000.eml: why?']) {
        await page.getByRole('button', { name }).click();
        await page
          .getByRole('dialog')
          .getByText(/Left out by content|It is indexed/)
          .waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      for (const keys of ['Control+k', '?']) {
        await page.keyboard.press(keys);
        await page.getByRole('dialog').getByText('New question').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  }
}

it('nothing is cut off or runs over at 360 pixels', async () => {
  const { page, go } = await stage(full, { viewport: { width: 360, height: 700 } });
  for (const [fragment, name] of Object.entries(heading)) {
    await go(fragment);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ fragment, widest }).toEqual({ fragment, widest: 360 });
  }
});

it('everything is reached by keyboard, with a focus that shows', async () => {
  const { page, go } = await stage(full);
  await go('#/library');
  await page.reload();
  await page.getByRole('heading', { name: 'Files', exact: true }).waitFor();
  const reached: string[] = [];
  for (let presses = 0; presses < 24; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const node = document.activeElement ?? document.body;
        const shown = [node, node.closest('label')].some(
          (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
        );
        const name = node.getAttribute('aria-label') ?? node.textContent.slice(0, 60);
        return node === document.body ? 'the end' : `${shown ? 'seen' : 'unseen'} ${name}`;
      }),
    );
  }
  expect(reached[0]).toContain('Skip to what this screen shows');
  for (const name of ['Ask', 'Library', 'Pause Mail', 'Forget Notes', 'Resume Notes']) {
    expect(reached.find((each) => each.includes(name))).toBeDefined();
  }
  expect(reached.filter((each) => each.startsWith('unseen'))).toEqual([]);
});

it('the skip link leads past the bar', async () => {
  const { page, go } = await stage(full);
  await go('#/library');
  await page.reload();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(await page.evaluate(() => location.hash)).toBe('#/library');
});

for (const colorScheme of ['light', 'dark'] as const) {
  it(`names, roles and contrast hold in ${colorScheme} where conversations are worked with`, async () => {
    const [first, ...others] = full.conversations;
    if (first === undefined) throw new Error('no conversation');
    const branch = first.branch.map((turn) => ({ ...turn, questions: [100, 120], answers: [100, 110] }));
    const imported = { ...first, branch, pinned: true, importedAt: '2026-10-02T10:00:00.000Z' };
    const { page, go } = await stage({ ...full, conversations: [imported, ...others] }, { colorScheme });
    await go('#/ask/1');
    await page.getByRole('group', { name: 'Versions of this answer' }).waitFor();
    await page.getByRole('button', { name: 'Edit this question' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export or print this conversation' }).click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: countAnswer.question }).focus();
    await page.keyboard.press('F2');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('a:focus').waitFor();
    await page.keyboard.press('Delete');
    await page.getByText('Deleted “').waitFor();
    await page.getByLabel('Search questions and answers').fill('rent');
    await page.locator('nav mark').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Search questions and answers').fill('');
    await page.getByRole('button', { name: 'Deleted', exact: true }).click();
    await page.getByText('goes for good on').waitFor();
    await page.getByRole('link', { name: countAnswer.question }).click();
    await page.getByText('This conversation is deleted').waitFor();
    expect(await violations(page)).toEqual([]);
  });
}
