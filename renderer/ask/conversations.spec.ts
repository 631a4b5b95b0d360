import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Answer, AskInput } from '#main/contract/ask.ts';
import type { Conversation } from '#main/contract/conversations.ts';
import { conversationOf, countAnswer, lease, rentAnswer, reply } from '../testing/sample-data.ts';
import { streamOf } from '../testing/sample-engine.ts';
import { ask, openStages, patient } from '../testing/stage.ts';

const stage = openStages();
const documents = [lease, reply];

/** Two answers of the first question; behind the first a follow-up of which there are two wordings. */
function branches(): readonly Conversation[] {
  const whole = conversationOf(1, rentAnswer, { ...countAnswer, question: 'Since when?' });
  const [first, second] = whole.branch;
  if (first === undefined || second === undefined) throw new Error('no turns');
  const both = { answers: [100, 110] };
  const wordings = { questions: [101, 121] };
  const other: Answer = { ...rentAnswer, question: 'Until when?' };
  return [
    {
      ...whole,
      branch: [
        { ...first, ...both },
        { ...second, ...wordings },
      ],
    },
    {
      ...whole,
      branch: [
        { ...first, ...both },
        { ...second, ...wordings, questionId: 121, answerId: 121, answers: [121], answer: other },
      ],
    },
    { ...whole, branch: [{ ...first, ...both, answerId: 110 }] },
  ];
}

it('arrows walk through the versions of a question and of an answer, by keys too', async () => {
  const all = branches();
  const { page, go, problems } = await stage({ documents, conversations: all.slice(0, 1), branches: all });
  await go('#/ask/1');
  await page.getByRole('heading', { name: 'Since when?' }).waitFor();
  const wordings = page.getByRole('group', { name: 'Versions of this question' });
  await wordings.getByText('1 of 2').waitFor();
  await wordings.getByRole('button', { name: 'Later question' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Until when?' }).waitFor();
  await wordings.getByText('2 of 2').waitFor();
  await page.keyboard.press('Enter');
  await wordings.getByText('2 of 2').waitFor();
  const answers = page.getByRole('group', { name: 'Versions of this answer' });
  await answers.getByRole('button', { name: 'Later answer' }).click();
  await page.getByRole('heading', { name: 'Until when?' }).waitFor({ state: 'detached' });
  await answers.getByText('2 of 2').waitFor();
  await answers.getByRole('button', { name: 'Earlier answer' }).click();
  await page.getByRole('heading', { name: 'Since when?' }).waitFor();
  expect(problems).toEqual([]);
});

it('“Try again” and an edited question take the place of their turn and of what followed it', async () => {
  const asked: AskInput[] = [];
  const { page, go } = await stage({
    documents,
    conversations: [conversationOf(1, rentAnswer, countAnswer)],
    ask: (input) => {
      asked.push(input);
      return streamOf({ ...rentAnswer, question: input.question });
    },
  });
  await go('#/ask/1');
  await page.getByRole('heading', { name: countAnswer.question }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('heading', { name: countAnswer.question }).waitFor({ state: 'detached' });
  expect(asked[0]).toMatchObject({ question: rentAnswer.question, place: { as: 'again', questionId: 100 } });

  await page.getByText('Model: SmolLM2').waitFor();
  await page.getByRole('button', { name: 'Edit this question' }).click();
  const field = page.getByLabel('The question, worded anew');
  expect(await field.inputValue()).toBe(rentAnswer.question);
  await field.press('Escape');
  await page.locator('button[aria-label="Edit this question"]:focus').waitFor();
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe(rentAnswer.question);
  await field.fill('What about the deposit?');
  await field.press('Enter');
  await page.getByRole('heading', { name: 'What about the deposit?' }).waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  expect(asked[1]).toMatchObject({
    question: 'What about the deposit?',
    conversationId: 1,
    place: { as: 'edit', questionId: 90 },
  });
});

it('an answer that was stopped in the place of another leads back to it', async () => {
  const { page, go } = await stage({
    documents,
    conversations: [conversationOf(1, rentAnswer)],
    ask: async function* (_input, signal) {
      yield { type: 'started', conversationId: 1, questionId: 100 };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  });
  await go('#/ask/1');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Looking through your files').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show what was here' }).click();
  await page.getByText('Model: SmolLM2').waitFor();
});

it('a conversation is renamed in place, pinned, archived, deleted, and taken back', async () => {
  const { page, engine, problems } = await stage({
    documents,
    conversations: [conversationOf(1, rentAnswer), conversationOf(2, countAnswer)],
  });
  const earlier = page.getByRole('navigation', { name: 'Earlier questions' });
  const titles = () => earlier.getByRole('listitem').locator('strong').allInnerTexts();
  const choose = async (title: string, what: string) => {
    await earlier.getByRole('link', { name: title }).hover();
    await earlier.getByRole('button', { name: `More for “${title}”` }).click();
    await earlier.getByRole('menuitem', { name: what, exact: true }).click();
  };
  await choose(countAnswer.question, 'Rename');
  await page.keyboard.type('Mails from Marta');
  await page.keyboard.press('Enter');
  await earlier.getByRole('link', { name: 'Mails from Marta' }).waitFor();
  await choose('Mails from Marta', 'Pin');
  await expect.poll(titles, patient).toEqual(['Mails from Marta', rentAnswer.question]);

  await choose('Mails from Marta', 'Archive');
  await expect.poll(titles, patient).toEqual([rentAnswer.question]);
  await earlier.getByRole('button', { name: 'Archived' }).click();
  await expect.poll(titles, patient).toEqual(['Mails from Marta']);
  await choose('Mails from Marta', 'Take out of the archive');
  await earlier.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(titles, patient).toHaveLength(2);

  await earlier.getByRole('link', { name: rentAnswer.question }).focus();
  await page.keyboard.press('Delete');
  await page.getByText(`Deleted “${rentAnswer.question}”`).waitFor();
  await page.locator('a:focus', { hasText: 'Mails from Marta' }).waitFor();
  await expect.poll(titles, patient).toEqual(['Mails from Marta']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(titles, patient).toHaveLength(2);

  await choose(rentAnswer.question, 'Delete');
  await earlier.getByRole('button', { name: 'Deleted' }).click();
  await earlier.getByText(/goes for good on/).waitFor();
  await choose(rentAnswer.question, 'Delete for good');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await earlier.getByText('What you delete stays here for 30 days').waitFor();
  expect(engine.state.conversations).toHaveLength(1);
  expect(problems).toEqual([]);
});

it('a menu and a name are worked with keys alone', async () => {
  const { page } = await stage({
    conversations: [conversationOf(1, rentAnswer), conversationOf(2, countAnswer)],
  });
  const first = page.getByRole('link', { name: rentAnswer.question });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  const name = page.getByLabel(`New name of “${countAnswer.question}”`);
  await name.fill('Never mind');
  await name.press('Escape');
  await page.locator('a:focus', { hasText: countAnswer.question }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.locator('a:focus', { hasText: rentAnswer.question }).waitFor();
  const more = page.getByRole('button', { name: `More for “${rentAnswer.question}”` });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.locator('[role="menuitem"]:focus', { hasText: 'Rename' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.locator('[role="menuitem"]:focus', { hasText: 'Delete' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => more.evaluate((node) => node === document.activeElement), patient).toBe(true);
  expect(await page.getByRole('menu').count()).toBe(0);
});

it('a search shows turns with what was found marked, and opens one at its place', async () => {
  const long = conversationOf(3, countAnswer, countAnswer, countAnswer, rentAnswer);
  const { page, engine } = await stage({ documents, conversations: [long, conversationOf(2, countAnswer)] });
  await page.getByLabel('Search questions and answers').fill('965');
  const found = page.getByRole('navigation', { name: 'Earlier questions' }).getByRole('link');
  await found.filter({ has: page.locator('mark', { hasText: '965' }) }).click();
  const heading = page.getByRole('heading', { name: rentAnswer.question });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((node) => node === document.activeElement), patient).toBe(true);
  expect(await heading.evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(200);
  await expect.poll(() => page.evaluate(() => location.hash), patient).toBe('#/ask/3');
  expect(engine.calls).toContain('conversations.show');
});

it('what is typed is there again after a reload, for each conversation, also where the engine is away', async () => {
  const { page, go, host, engine } = await stage({
    conversations: [conversationOf(1, rentAnswer), conversationOf(2, countAnswer)],
  });
  const box = page.getByLabel('Your question');
  await box.fill('Not yet asked');
  await expect.poll(() => engine.state.drafts.get(null), patient).toBe('Not yet asked');
  await go('#/ask/1');
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor();
  expect(await box.inputValue()).toBe('');
  await box.fill('And in');
  await go('#/ask/2');
  await page.getByRole('heading', { name: countAnswer.question }).waitFor();
  await expect.poll(() => engine.state.drafts.get(1), patient).toBe('And in');
  await page.evaluate(() => sessionStorage.removeItem('quipu.draft.1'));
  await go('#/ask/1');
  await expect.poll(() => box.inputValue(), patient).toBe('And in');

  await page.getByRole('button', { name: 'Edit this question' }).click();
  await page.getByLabel('The question, worded anew').fill('How much rent, and');
  await page.reload();
  await page.getByRole('button', { name: 'Edit this question' }).click();
  expect(await page.getByLabel('The question, worded anew').inputValue()).toBe('How much rent, and');

  await host.stopEngine();
  await page.getByText('Quipu’s engine does not answer.').waitFor();
  await box.fill('And in March, typed while nobody was there');
  await page.reload();
  await expect.poll(() => box.inputValue(), patient).toBe('And in March, typed while nobody was there');
  await host.startEngine();
  await expect
    .poll(() => engine.state.drafts.get(1), patient)
    .toBe('And in March, typed while nobody was there');
});

it('a question that was asked is a draft no more, and what is typed meanwhile goes with the conversation', async () => {
  const gate = Promise.withResolvers<void>();
  const { page, engine } = await stage({
    documents,
    ask: async function* (input) {
      await gate.promise;
      yield* streamOf({ ...rentAnswer, question: input.question }, 5);
    },
  });
  engine.state.conversations = [conversationOf(5, rentAnswer)];
  await ask(page, rentAnswer.question);
  await page.getByLabel('Your question').fill('and then?');
  await expect.poll(() => engine.state.drafts.get(null), patient).toBe(`${rentAnswer.question}\n\nand then?`);
  gate.resolve();
  await page.getByText('Model: SmolLM2').waitFor();
  await expect.poll(() => engine.state.drafts.get(5), patient).toBe('and then?');
  await expect.poll(() => engine.state.drafts.get(null), patient).toBe('');
  expect(await page.getByLabel('Your question').inputValue()).toBe('and then?');
});

it('a conversation is exported to a file, and an export is imported and opened', async () => {
  const { page, go, problems } = await stage({ documents, conversations: [conversationOf(1, rentAnswer)] });
  await go('#/ask/1');
  await page.getByRole('button', { name: 'Export or print this conversation' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('conversations.md');
  expect(await readFile(await download.path(), 'utf8')).toBe(rentAnswer.question);

  const files = page.getByLabel('A JSON export of conversations');
  await files.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('nothing') });
  await page.getByRole('alert').getByText('That is no export of conversations').waitFor();
  await files.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByRole('link', { name: 'Imported' }).waitFor();
  await expect.poll(() => page.evaluate(() => location.hash), patient).toBe('#/ask/900');
  expect(problems).toEqual([]);
});

it('a printed conversation has its answers with path and quote, and nothing to click', async () => {
  const { page, go } = await stage({ documents, conversations: [conversationOf(1, rentAnswer)] });
  await go('#/ask/1');
  await page.getByText('Model: SmolLM2').waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByText('/home/ada/Documents/Flat/rental-agreement.pdf').isVisible()).toBe(true);
  for (const hidden of ['Your question', 'Earlier questions', 'Edit this question', 'Screens'])
    expect(await page.getByLabel(hidden).first().isVisible(), hidden).toBe(false);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).toBe('rgb(255, 255, 255)');
});

it('an imported and a deleted conversation say so, and the deleted one is taken back', async () => {
  const kept = conversationOf(1, rentAnswer);
  const goesAt = '2027-01-12T10:00:00.000Z';
  const { page, go, engine } = await stage({
    conversations: [{ ...kept, importedAt: '2026-10-02T10:00:00.000Z', shelf: 'deleted', goesAt }],
  });
  await go('#/ask/1');
  await page.getByText('Imported on 2 Oct 2026. Its answers were checked where they were given').waitFor();
  await page.getByText('goes for good on 12 Jan 2027').waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('goes for good on 12 Jan 2027').waitFor({ state: 'detached' });
  expect(engine.state.conversations[0]?.shelf).toBe('current');
});
