import { expect, it } from 'vitest';
import { Fault } from '#main/contract/fault.ts';
import { sampleModels } from '../testing/sample-data.ts';
import { openStages } from '../testing/stage.ts';

const stage = openStages();

it('the recommended choice is got with its progress, kept over a change of screen, and then used', async () => {
  const { promise: halfway, resolve: goOn } = Promise.withResolvers<void>();
  const { page, go, engine, problems } = await stage({ duringDownload: () => halfway });
  await go('#/models');
  const recommended = page.getByRole('region', { name: 'Recommended' });
  await recommended.getByText('The most capable of those that run well here: it takes 3.5 GB').waitFor();
  await recommended.getByRole('button', { name: 'Get Qwen3 4B' }).click();
  await recommended.getByRole('progressbar', { name: 'Getting Qwen3 4B' }).waitFor();
  await recommended.getByText('1.2 GB of 2.5 GB').waitFor();
  await go('#/library');
  await go('#/models');
  await recommended.getByRole('progressbar', { name: 'Getting Qwen3 4B' }).waitFor();
  goOn();
  await page.getByText('1 model here').waitFor();
  await recommended.getByRole('button', { name: 'Use Qwen3 4B' }).click();
  await page.getByRole('region', { name: 'On this computer' }).getByText('In use').waitFor();
  await page.getByRole('button', { name: 'Stop using Qwen3 4B' }).waitFor();
  expect(engine.state.models).toContainEqual(expect.objectContaining({ id: 'qwen3-4b', inUse: true }));
  expect(problems).toEqual([]);
});

it('a download is cancelled, and one that fails says what to do and is tried again', async () => {
  let tries = 0;
  const { page, go } = await stage({
    duringDownload: async () => {
      tries += 1;
      if (tries === 1) await new Promise(() => undefined);
      if (tries === 2) throw new Fault('download-failed', { model: 'qwen3-4b', what: 'the network is away' });
    },
  });
  await go('#/models');
  const recommended = page.getByRole('region', { name: 'Recommended' });
  await recommended.getByRole('button', { name: 'Get Qwen3 4B' }).click();
  await recommended.getByText('1.2 GB of 2.5 GB').waitFor();
  await recommended.getByRole('button', { name: 'Cancel getting Qwen3 4B' }).click();
  await recommended.getByRole('button', { name: 'Get Qwen3 4B' }).click();
  await recommended.getByRole('alert').getByText('try again to go on from there').waitFor();
  await recommended.getByRole('button', { name: 'Try again to get Qwen3 4B' }).click();
  await recommended.getByRole('button', { name: 'Use Qwen3 4B' }).waitFor();
});

it('what is on offer says how it runs here and why, and is narrowed', async () => {
  const { page, go } = await stage();
  await go('#/models');
  const offers = page.getByRole('region', { name: 'On offer' });
  await offers.getByText('7 of 7').waitFor();
  const large = offers.getByRole('listitem').filter({ hasText: 'Llama 3.3 70B Instruct' });
  await large.getByText('Does not run here').waitFor();
  await large.getByText('Needs 44 GB of memory; this computer has 16 GB.').waitFor();
  await large.getByText('Free for everybody and every use.').waitFor();
  expect(await offers.getByRole('button', { name: 'Get BGE Reranker v2 M3' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Get Qwen3 4B' }).count(), 'each is got at one place').toBe(
    1,
  );
  await offers.getByLabel('Only what runs well here').check();
  await offers.getByText('4 of 7').waitFor();
  await offers.getByLabel('Family').selectOption('Qwen');
  await offers.getByText('1 of 7').waitFor();
  await offers.getByLabel('Only what runs well here').uncheck();
  await offers.getByText('2 of 7').waitFor();
  await offers.getByLabel('Name, maker or language contains').fill('nowhere');
  await offers.getByText('No model on offer is of that kind.').waitFor();
});

it('a model is removed after a question, by the keyboard', async () => {
  const { page, go, engine } = await stage({ models: sampleModels });
  await go('#/models');
  const remove = page.getByRole('button', { name: 'Remove all-MiniLM-L6-v2' });
  await remove.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Remove all-MiniLM-L6-v2?' });
  await dialog.getByText('Nothing then finds by meaning.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(engine.calls).not.toContain('models.remove');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('None on this computer yet').waitFor();
});

it('another embedder is used only after it was said what that means', async () => {
  const { page, go, engine } = await stage({ models: sampleModels });
  await go('#/models');
  const e5 = page.getByRole('region', { name: 'Recommended' });
  await e5.getByRole('button', { name: 'Get Multilingual E5 small' }).click();
  await e5.getByRole('button', { name: 'Use Multilingual E5 small' }).click();
  await page.getByRole('dialog').getByText('embedded anew').waitFor();
  expect(engine.calls).not.toContain('models.use');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.getByRole('button', { name: 'Stop using Multilingual E5 small' }).waitFor();
});

it('files of other programs are looked for on request alone, and used where they lie', async () => {
  const file = {
    ...{ path: '/home/ada/.ollama/models/blobs/sha256-x', program: 'Ollama', role: 'chat' as const },
    ...{ name: 'tiny:1b', licence: 'mit', sizeBytes: 700_000_000 },
  };
  const { page, go, engine } = await stage({ foundModels: [file] });
  await go('#/models');
  await page.getByText('None on this computer yet').waitFor();
  expect(engine.calls).not.toContain('models.found');
  await page.getByRole('button', { name: 'Look for models of other programs' }).click();
  await page.getByText('Ollama · 700 MB').waitFor();
  await page.getByRole('button', { name: 'Use tiny:1b of Ollama' }).click();
  await page.getByRole('button', { name: 'Stop using tiny:1b' }).waitFor();
  await page.getByText('keep no other models here').waitFor();
});
