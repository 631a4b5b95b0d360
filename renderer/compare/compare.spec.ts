import { expect, it } from 'vitest';
import type { ComparedSide, Standing } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ModelInfo } from '#main/contract/models.ts';
import { openStages } from '../testing/stage.ts';

const stage = openStages();

function chatModel(id: string, name: string): ModelInfo {
  return {
    ...{ id, name, role: 'chat' as const, licence: 'Apache-2.0', sizeBytes: 98_000_000 },
    ...{ languages: 'English', path: `/models/${id}.gguf`, inUse: false, own: false },
  };
}

function side(model: string, name: string, text: string, verified: boolean): ComparedSide {
  return {
    ...{ model, name, sentences: [{ text, citations: [], verified }] },
    ...{ firstTokenMs: 840, tokensPerSecond: 41.6, failed: null },
  };
}

const models = [
  chatModel('able', 'Able 1B'),
  chatModel('busy', 'Busy 3B'),
  chatModel('calm', 'Calm 7B'),
  chatModel('deft', 'Deft 9B'),
];
const sides = [
  side('able', 'Able 1B', 'The boiler costs 900 euros.', true),
  side('busy', 'Busy 3B', 'The boiler costs 450 euros.', false),
];
const standing: Standing = {
  ...{
    model: 'able',
    name: 'Able 1B',
    voted: 4,
    wins: 3,
    ties: 1,
    comparisons: 5,
    sentences: 8,
    verified: 6,
  },
  ...{ tokensPerSecond: 41.6, firstTokenMs: 840 },
};

it('a blind comparison shows both answers, names them with the vote, and adds to the table', async () => {
  const { page, go, engine, problems } = await stage({ models, sides });
  await go('#/models');
  await page.getByRole('link', { name: 'Compare chat models on your own questions' }).click();
  await page.getByText('adds up here to a table of your own').waitFor();
  await page.getByLabel('Question').fill('What does the boiler cost?');
  await page.keyboard.press('Enter');
  const answers = page.getByRole('region', { name: 'Answers' });
  await answers.getByRole('heading', { name: 'Answer 1' }).waitFor();
  await answers.getByText('The boiler costs 900 euros.').waitFor();
  await answers.getByText('The model also wrote 1 sentence not found in your files').waitFor();
  await answers.getByText('0 of 1 verified · first word after 840 ms · 42 tokens/s').waitFor();
  expect(await page.getByText('Able 1B').count(), 'named in the form alone').toBe(1);
  engine.state.standings = [standing];
  await answers.getByRole('button', { name: 'Answer 1 is better' }).click();
  await answers.getByText('You found Able 1B better.').waitFor();
  await answers.getByRole('heading', { name: 'Busy 3B' }).waitFor();
  const table = page.getByRole('table');
  await table.getByRole('row', { name: 'Able 1B 3 of 4, 1 tied 75% 840 ms 42' }).waitFor();
  expect(problems).toEqual([]);
});

it('no more than three models are chosen, and no fewer than two', async () => {
  const { page, go } = await stage({ models, sides });
  await go('#/compare');
  await page.getByLabel('Question').fill('What does the boiler cost?');
  const run = page.getByRole('button', { name: 'Compare', exact: true });
  await page.getByLabel('Calm 7B').check();
  expect(await page.getByLabel('Deft 9B').isDisabled()).toBe(true);
  await page.getByLabel('Able 1B').uncheck();
  await page.getByLabel('Busy 3B').uncheck();
  expect(await run.isDisabled()).toBe(true);
  await page.getByLabel('Deft 9B').check();
  expect(await run.isEnabled()).toBe(true);
});

it('a comparison is stopped, and one without anything to compare says why', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { page, go, engine } = await stage({
    ...{ models, sides },
    beforeSide: async (_, signal) => {
      begin();
      await new Promise((_resolve, reject) => signal?.addEventListener('abort', reject));
    },
  });
  await go('#/compare');
  await page.getByLabel('Question').fill('What does the boiler cost?');
  await page.keyboard.press('Enter');
  await begun;
  await page.getByText('Reads and writes…').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Stopped').first().waitFor();
  expect(engine.state.comparisons).toEqual([]);
  engine.state.beforeSide = async () => {
    throw new Fault('nothing-to-compare', {
      why: 'this is worked out exactly, and no model is asked for it',
    });
  };
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('alert').getByText('this is worked out exactly').waitFor();
});

it('all comparisons are forgotten after a question', async () => {
  const { page, go } = await stage({ models, standings: [standing] });
  await go('#/compare');
  await page.getByRole('button', { name: 'Forget all comparisons' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await page.getByText('adds up here to a table of your own').waitFor();
});

it('with one model it says what is needed', async () => {
  const { page, go } = await stage({ models: models.slice(0, 1) });
  await go('#/compare');
  await page.getByText('Two chat models on this computer are needed for this.').waitFor();
  await page.getByRole('link', { name: 'See what is on offer' }).click();
  await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
});
