import { expect, it } from 'vitest';
import type { AskInput } from '#main/contract/ask.ts';
import type { Persona } from '#main/contract/personas.ts';
import { conversationOf, rentAnswer, sampleModels } from '../testing/sample-data.ts';
import { ask, openStages } from '../testing/stage.ts';

const stage = openStages();
const pirate: Persona = {
  ...{ personaId: 7, name: 'Pirate', instructions: 'Answer like a pirate.' },
  ...{ chat: null, length: 'usual' as const, thorough: false },
};

it('a persona is made, changed, deleted and taken back', async () => {
  const { page, go, engine, problems } = await stage({ models: sampleModels });
  await go('#/settings/personas');
  const part = page.getByRole('region', { name: 'Personas' });
  await part.getByRole('button', { name: 'New persona' }).click();
  const dialog = page.getByRole('dialog', { name: 'New persona' });
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Name').fill('Pirate');
  await dialog.getByLabel('What every answer is to be like').fill('Answer like a pirate.');
  await dialog.getByLabel('Length').selectOption('Short: one sentence');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await part.getByText('Answer like a pirate. · short answers').waitFor();
  await part.getByRole('button', { name: 'Change Pirate' }).click();
  await page.getByLabel('Always thorough').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await part.getByText('short answers · thorough').waitFor();
  expect(engine.state.personas).toHaveLength(1);
  await part.getByRole('button', { name: 'Delete Pirate' }).click();
  await page.getByText('Pirate is deleted. Its conversations are answered as usual.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await part.getByRole('button', { name: 'Change Pirate' }).waitFor();
  expect(problems).toEqual([]);
});

it('a question is asked as a persona, and an opened conversation shows its own', async () => {
  const seen: AskInput[] = [];
  const { page, go } = await stage({
    ...{ personas: [pirate], conversations: [{ ...conversationOf(1, rentAnswer), personaId: 7 }] },
    async *ask(input) {
      seen.push(input);
      yield { type: 'started', conversationId: 1, questionId: 1 };
    },
  });
  const choice = page.getByLabel('Persona', { exact: true });
  await choice.selectOption('Pirate');
  await ask(page, 'What is the rent?');
  await expect.poll(() => seen[0]?.personaId).toBe(7);
  await go('#/ask/1');
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor();
  await expect.poll(() => choice.inputValue()).toBe('7');
  await choice.selectOption('As usual');
  await ask(page, 'And the deposit?');
  await expect.poll(() => seen[1]?.personaId).toBeNull();
});

it('without personas nothing is to be chosen', async () => {
  const { page } = await stage({});
  await page.getByLabel('Your question').waitFor();
  expect(await page.getByLabel('Persona', { exact: true }).count()).toBe(0);
});
