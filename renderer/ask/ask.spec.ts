import { expect, it } from 'vitest';
import type { AskEvent, AskInput } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import {
  conversationOf,
  countAnswer,
  lease,
  notFoundAnswer,
  plainAnswer,
  rentAnswer,
  reply,
} from '../testing/sample-data.ts';
import { streamOf } from '../testing/sample-engine.ts';
import { ask, openStages, patient } from '../testing/stage.ts';

const stage = openStages();
const documents = [lease, reply];

/** An answer whose next event is sent when the test says so. */
function gatedAnswer(given?: readonly AskEvent[]) {
  const gates: (() => void)[] = [];
  let aborted = false;
  const events: readonly AskEvent[] = given ?? [
    { type: 'plan', plan: rentAnswer.plan },
    {
      type: 'instant',
      sentences: [{ text: 'From March the rent is 965 euros.', citations: [1], verified: true }],
      citations: rentAnswer.citations.slice(0, 1),
      computed: null,
    },
    { type: 'draft', text: 'The rental agreement set it at ' },
    { type: 'done', answer: rentAnswer, kept: null },
  ];
  const stream = async function* (_input: AskInput, signal: AbortSignal): AsyncGenerator<AskEvent> {
    yield { type: 'started', conversationId: 5, questionId: 1 };
    for (const event of events) {
      await new Promise<void>((resolve) => {
        gates.push(resolve);
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve();
        });
      });
      if (aborted) return;
      yield event;
    }
  };
  const next = async () => {
    await expect.poll(() => gates.length, patient).toBeGreaterThan(0);
    gates.shift()?.();
  };
  return { stream, next, wasAborted: () => aborted };
}

it('a thorough answer is asked for with a switch, and thoughts stay folded and out of it', async () => {
  const seen: AskInput[] = [];
  const gated = gatedAnswer([
    { type: 'plan', plan: rentAnswer.plan },
    { type: 'thought', text: 'The lease says one thing, the mail another. ' },
    { type: 'done', answer: rentAnswer, kept: null },
  ]);
  const { page, problems } = await stage({
    documents,
    ask: (input, signal) => {
      seen.push(input);
      return gated.stream(input, signal);
    },
  });
  const thorough = page.getByRole('button', { name: 'Thorough' });
  await thorough.click();
  expect(await thorough.getAttribute('aria-pressed')).toBe('true');
  await ask(page, rentAnswer.question);
  await gated.next();
  await gated.next();
  await page.getByText('Thinking it over').waitFor();
  const thoughts = page.getByText('The lease says one thing');
  expect(await thoughts.isVisible()).toBe(false);
  await page.getByText('What the model thinks').click();
  await thoughts.waitFor();
  await gated.next();
  await page.getByRole('article').getByText('Model: SmolLM2').waitFor();
  expect(await page.getByText('The lease says one thing').count()).toBe(0);
  expect(seen).toMatchObject([{ thorough: true }]);
  expect(problems).toEqual([]);
});

it('an answer comes in stages: plan, instant answer, draft, whole answer', async () => {
  const gated = gatedAnswer();
  const { page, problems } = await stage({ documents, ask: gated.stream });
  await ask(page, rentAnswer.question);
  await page.getByText('Looking through your files').waitFor();
  await gated.next();
  await page.getByText('with Marta Vidal').waitFor();
  await gated.next();
  await page.getByText('From March the rent is 965 euros.').first().waitFor();
  await gated.next();
  await page.getByText('The rental agreement set it at').waitFor();
  await gated.next();
  const article = page.getByRole('article');
  await article.getByText('Model: SmolLM2').waitFor();
  expect(await article.getByText('(Checked: it stands in the cited source.)').count()).toBe(2);
  const unsupported = article.getByRole('region', { name: 'Unsupported sentences' });
  await unsupported.getByText('The model also wrote 1 sentence not found in your files').click();
  await unsupported.getByText('first of each month').waitFor();
  expect(await page.evaluate(() => location.hash)).toBe('#/ask/5');
  expect(problems).toEqual([]);
});

it('a question that is asked below others comes to the top, and stays there while its answer grows', async () => {
  const gated = gatedAnswer();
  const long = conversationOf(5, rentAnswer, countAnswer, rentAnswer);
  const { page, go } = await stage({ documents, conversations: [long], ask: gated.stream });
  await go('#/ask/5');
  await page.getByRole('article').nth(2).waitFor();
  await ask(page, 'And now?');
  const top = () =>
    page.getByRole('heading', { name: 'And now?' }).evaluate((node) => node.getBoundingClientRect().top);
  await expect.poll(top, patient).toBeLessThan(120);
  const before = await top();
  for (let events = 0; events < 4; events += 1) await gated.next();
  await page.getByRole('article').last().getByText('Model: SmolLM2').waitFor();
  expect(await top()).toBeCloseTo(before, 0);
});

it('Escape stops the answer all the way down, and what was found stays', async () => {
  const gated = gatedAnswer();
  const { page } = await stage({ documents, ask: gated.stream });
  await ask(page, rentAnswer.question);
  await gated.next();
  await gated.next();
  await page.getByText('From March the rent is 965 euros.').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('What was found until then stands above.').waitFor();
  await expect.poll(gated.wasAborted, patient).toBe(true);
  await page.getByRole('article').getByText('From March the rent is 965 euros.').waitFor();
});

it('a citation opens its source at the quote, and Escape gives the focus back', async () => {
  const { page } = await stage({ documents, conversations: [conversationOf(1, rentAnswer)] });
  await page.getByRole('link', { name: /How much rent/ }).click();
  const citation = page.getByRole('button', { name: 'Citation 2: Rental agreement, page 1' });
  await citation.focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '[2] Rental agreement' });
  await viewer.getByText('page 2').waitFor();
  const mark = viewer.locator('mark');
  expect(await mark.textContent()).toBe('The monthly rent is 940 euros');
  expect(await mark.evaluate((node) => node.getBoundingClientRect().top < window.innerHeight)).toBe(true);

  await viewer.getByRole('button', { name: 'Previous source (←)' }).click();
  await page.getByRole('dialog', { name: '[1] Re: Rent from March' }).locator('mark').waitFor();
  expect(await page.locator('mark').textContent()).toBe('the rent goes up to 965 euros from March on');
  expect(await page.getByText('From Marta Vidal', { exact: true }).count()).toBe(1);
  expect(await page.getByText('Tags: Inbox, Flat', { exact: true }).count()).toBe(1);

  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: '[2] Rental agreement' }).locator('mark').waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => citation.evaluate((node) => node === document.activeElement), patient).toBe(true);
});

it('a source that is not as it was cited says so, and never marks other words', async () => {
  const changed = { ...lease, text: lease.text.replace('940 euros', '1,940 euros') };
  const moved = { ...reply, text: `A new first line.\n\n${reply.text}`, missing: true };
  const { page, go, engine } = await stage({
    documents: [changed, moved],
    conversations: [conversationOf(1, rentAnswer)],
  });
  await go('#/ask/1');
  await page.getByRole('button', { name: /^Citation 2/ }).click();
  const viewer = page.getByRole('dialog');
  await viewer.getByText('The file has changed since this answer').waitFor();
  expect(await viewer.locator('mark').count()).toBe(0);
  await page.keyboard.press('ArrowLeft');
  await viewer.getByText('The file is not there any more.').waitFor();
  expect(await viewer.locator('mark').textContent()).toBe('the rent goes up to 965 euros from March on');
  engine.state.documents = [];
  await page.keyboard.press('ArrowRight');
  await viewer.getByText('This document is no longer in the library').waitFor();
});

it('a question that is stopped at once leaves nothing that later ones stumble over', async () => {
  const asked: AskInput[] = [];
  const { page, go } = await stage({
    documents,
    conversations: [conversationOf(1, rentAnswer)],
    ask: async function* (input, signal) {
      asked.push(input);
      if (asked.length > 1) return yield* streamOf(rentAnswer, 8);
      yield { type: 'started', conversationId: 7, questionId: 1 };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  });
  await ask(page, rentAnswer.question);
  await expect.poll(() => asked.length, patient).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page
    .getByRole('button', { name: /^Citation 1/ })
    .first()
    .waitFor();
  expect(asked[1]?.conversationId).toBeUndefined();
  await expect.poll(() => page.evaluate(() => location.hash), patient).toBe('#/ask/8');
  await go('#/ask/9999');
  await page.getByText('This conversation was not found.').waitFor();
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor({ state: 'detached' });
});

it('on a small screen the source covers the page and holds the focus', async () => {
  const { page, go } = await stage(
    { documents, conversations: [conversationOf(1, rentAnswer)] },
    { viewport: { width: 390, height: 800 } },
  );
  await go('#/ask/1');
  await page.getByRole('button', { name: /Citation 2/ }).click();
  await page.getByRole('dialog').locator('mark').waitFor();
  for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#question') === null)).toBe(true);
  await page.getByRole('button', { name: 'Close (Escape)' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('a long document opens at the quote without being drawn whole', async () => {
  const filler = 'All work and no play makes a long document. '.repeat(20_000);
  const text = `${filler}The quote stands here.${filler}`;
  const long = { ...lease, text, places: [{ start: 0, end: text.length, place: { page: 1 } }] };
  const citation = { ...rentAnswer.citations[1], n: 1, documentId: 1, quote: 'The quote stands here.' };
  const answer = {
    ...rentAnswer,
    sentences: [{ text: 'Here.', citations: [1], verified: true }],
    citations: [{ ...lease, ...citation, place: { page: 1 }, start: filler.length, end: filler.length + 22 }],
  };
  const { page, go } = await stage({ documents: [long], conversations: [conversationOf(1, answer)] });
  await go('#/ask/1');
  await page.getByRole('button', { name: /Citation 1/ }).click();
  await page.locator('mark').waitFor();
  expect(await page.locator('mark').textContent()).toBe('The quote stands here.');
  expect(await page.getByRole('dialog').evaluate((node) => (node.textContent ?? '').length)).toBeLessThan(
    40_000,
  );
  await page.getByRole('button', { name: 'Show more below' }).click();
  expect(await page.getByRole('dialog').evaluate((node) => (node.textContent ?? '').length)).toBeGreaterThan(
    40_000,
  );
});

it('a count shows its number, its condition and its list, and a list entry opens', async () => {
  const unembedded = { ...countAnswer, coverage: { ...countAnswer.coverage, embeddedShare: 0 } };
  const { page, go } = await stage({ documents, conversations: [conversationOf(2, unembedded)] });
  await go('#/ask/2');
  const result = page.getByRole('region', { name: 'Counted in the index' });
  await result.getByText('mails from Marta Vidal, 1 January to 31 December 2025').waitFor();
  expect(await result.getByRole('listitem').count()).toBe(6);
  await result.getByRole('button', { name: 'Show 3 more' }).click();
  expect(await result.getByRole('listitem').count()).toBe(9);
  await result.getByRole('button', { name: /Re: Rent from March/ }).click();
  await page.getByRole('dialog', { name: '[1] Re: Rent from March' }).locator('mark').waitFor();
  expect(await page.getByText('By meaning').count(), 'a count is not a search').toBe(0);
});

it('a condition that is wrong is taken away by asking again without it', async () => {
  const asked: AskInput[] = [];
  const { page } = await stage({
    ask: (input) => {
      asked.push(input);
      return streamOf(countAnswer, 3);
    },
  });
  await ask(page, countAnswer.question);
  await page.getByRole('button', { name: 'Ask again without “from Marta Vidal”' }).click();
  await expect.poll(() => asked.length, patient).toBe(2);
  expect(asked[1]).toMatchObject({ question: countAnswer.question, conversationId: 3 });
  expect(asked[1]?.plan?.filter).toEqual({ kinds: ['mail'], after: '2025-01-01', before: '2026-01-01' });
});

it('a condition that is wrong is changed in its place, and asks again', async () => {
  const asked: AskInput[] = [];
  const { page } = await stage({
    ask: (input) => {
      asked.push(input);
      return streamOf(countAnswer, 3);
    },
  });
  await ask(page, countAnswer.question);
  await page.getByRole('button', { name: 'Change “from Marta Vidal”' }).click();
  const field = page.getByRole('textbox', { name: 'Change “from Marta Vidal”' });
  await field.fill('Ada Winter, Bo');
  await field.press('Enter');
  await expect.poll(() => asked.length, patient).toBe(2);
  expect(asked[1]?.plan?.filter.from).toEqual(['Ada Winter', 'Bo']);
  await page.getByRole('article').last().getByRole('button', { name: 'Change “Counting”' }).click();
  const choice = page.getByRole('combobox', { name: 'Change “Counting”' });
  await choice.selectOption('Listing');
  await choice.press('Escape');
  expect(asked.length).toBe(2);
});

it('figures that were put together are a table, and how they were computed is said', async () => {
  const computed = {
    ...{ count: 9, filter: 'mails dated 2025', exactFilter: {}, items: [] },
    groups: [
      { label: 'January 2025', count: 6 },
      { label: 'March 2025', count: 3 },
    ],
    groupedBy: 'month' as const,
    method: 'Which documents they are is exact.',
  };
  const { page, go } = await stage({ conversations: [conversationOf(1, { ...countAnswer, computed })] });
  await go('#/ask/1');
  const table = page.getByRole('table');
  await table.getByRole('columnheader', { name: 'Month' }).waitFor();
  await table.getByRole('row', { name: 'January 2025 6' }).waitFor();
  await page.getByText('Which documents they are is exact.').waitFor();
});

it('an operator is completed as it is typed, by keys alone', async () => {
  const asked: AskInput[] = [];
  const { page } = await stage({
    ask: (input) => {
      asked.push(input);
      return streamOf(plainAnswer, 3);
    },
  });
  const field = page.getByRole('textbox', { name: 'Your question' });
  await field.pressSequentially('rent from:mar');
  await page.getByRole('option', { name: 'Marta Vidal' }).waitFor();
  await page.getByText('2 suggestions. Arrow keys choose, Enter takes.').waitFor({ state: 'attached' });
  await field.press('ArrowDown');
  const second = await page.getByRole('option', { name: 'Martin Weber' }).getAttribute('id');
  expect(await field.getAttribute('aria-activedescendant')).toBe(second);
  await field.press('Enter');
  expect(await field.inputValue()).toBe('rent from:"Martin Weber" ');
  await field.press('Enter');
  await expect.poll(() => asked.length, patient).toBe(1);
  expect(asked[0]?.question).toBe('rent from:"Martin Weber"');
});

it('“not found” says what was searched and what was not, and leads to it', async () => {
  const { page, go } = await stage({ conversations: [conversationOf(1, notFoundAnswer)] });
  await go('#/ask/1');
  await page.getByRole('heading', { name: 'Not found in your files' }).waitFor();
  await page.getByText('1,284 documents searched; not searched: 12 files still waiting').waitFor();
  const nearest = page.getByRole('region', { name: 'Nearest in your files' }).getByRole('button');
  expect(await nearest.allInnerTexts()).toEqual([
    expect.stringContaining(notFoundAnswer.nearest?.[0]?.quote ?? ''),
  ]);
  expect(await nearest.textContent()).not.toContain('[1]');
  await page.getByRole('link', { name: 'See which files' }).click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
});

it('an empty library leads to the first folder, before and after a question', async () => {
  const answer = { ...plainAnswer, outcome: 'empty-library' as const };
  const { page } = await stage({ ask: () => streamOf(answer) });
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  await ask(page, 'Anything?');
  await page.getByRole('article').getByRole('link', { name: 'Add a folder' }).click();
  await page.getByRole('heading', { name: 'Begin with a folder' }).waitFor();
});

it('a failure says what to do, and asking again works', async () => {
  let times = 0;
  const { page } = await stage({
    ask: async function* () {
      times += 1;
      if (times === 1) throw new Fault('disk-full', { path: '/home/ada' });
      yield* streamOf(rentAnswer);
    },
  });
  await ask(page, rentAnswer.question);
  await page.getByText('The disk that holds /home/ada is full.').first().waitFor();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByText('Model: SmolLM2').waitFor();
});

it('an engine that stops is told, and the page goes on by itself when it is back', async () => {
  const gated = gatedAnswer();
  const { page, host } = await stage({ documents, ask: gated.stream });
  await ask(page, rentAnswer.question);
  await gated.next();
  await page.getByText('with Marta Vidal').waitFor();
  await host.stopEngine();
  await page.getByRole('alert').getByText('The engine stopped unexpectedly').waitFor();
  await page.getByText('Quipu’s engine does not answer.').waitFor();
  await host.startEngine();
  await page.getByText('Quipu’s engine does not answer.').waitFor({ state: 'detached' });
  await ask(page, rentAnswer.question);
  await page.getByText('Looking through your files').waitFor();
});

it('a question that is asked while the engine is away waits for it, and can be stopped meanwhile', async () => {
  const { page, host } = await stage({ documents, ask: () => streamOf(rentAnswer) });
  await host.stopEngine();
  await page.getByText('Quipu’s engine does not answer.').waitFor();
  await ask(page, 'Which one was that again?');
  await page.keyboard.press('Escape');
  await page.getByText('Stopped.').first().waitFor();
  await ask(page, rentAnswer.question);
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor();
  await host.startEngine();
  await page
    .getByRole('button', { name: /^Citation 1/ })
    .first()
    .waitFor();
  expect(await page.getByText('Stopped.').count()).toBe(1);
});

it('a conversation is found again by its address, and goes on', async () => {
  const asked: AskInput[] = [];
  const { page, go } = await stage({
    documents,
    conversations: [conversationOf(1, rentAnswer), conversationOf(2, countAnswer)],
    ask: (input) => {
      asked.push(input);
      return streamOf({ ...rentAnswer, question: input.question }, 1);
    },
  });
  await go('#/ask/1');
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: rentAnswer.question }).waitFor();
  await ask(page, 'And the deposit?');
  await page.getByRole('heading', { name: 'And the deposit?' }).waitFor();
  expect(asked[0]).toMatchObject({ conversationId: 1, place: { as: 'follow-up', answerId: 100 } });

  await page.getByRole('button', { name: 'New question' }).click();
  await page
    .getByRole('heading', { name: 'Ask your files' })
    .or(page.getByText('Nothing to ask yet'))
    .waitFor();
  expect(await page.evaluate(() => location.hash)).toBe('#/ask');
});

it('an answer is copied with its citations', async () => {
  const { page, go } = await stage(
    { conversations: [conversationOf(1, rentAnswer)] },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await go('#/ask/1');
  await page.getByRole('button', { name: 'Copy with citations' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('[2] Rental agreement — /home/ada/Documents/Flat/rental-agreement.pdf, page 1');
});

it('“/” leads to the question from anywhere, and Shift Enter makes a line', async () => {
  const { page, go } = await stage();
  await go('#/library');
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await page.keyboard.press('/');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two/three');
  expect(await page.getByLabel('Your question').inputValue()).toBe('one\ntwo/three');
});

it('a summary tells how far it is, and can be stopped', async () => {
  const at = (phase: 'reading' | 'noting', done: number): AskEvent => ({
    type: 'progress',
    progress: { phase, done, total: 212, unit: phase === 'reading' ? 'mails' : 'parts' },
  });
  const gated = gatedAnswer([
    { type: 'plan', plan: { ...rentAnswer.plan, intent: 'summarise' } },
    at('reading', 60),
    at('reading', 212),
    {
      type: 'instant',
      sentences: [{ text: 'Read 212 of 212 mails.', citations: [], verified: false }],
      citations: [],
      computed: null,
    },
    at('noting', 3),
    { type: 'done', answer: rentAnswer, kept: null },
  ]);
  const { page, problems } = await stage({ documents, ask: gated.stream });
  await ask(page, 'Summarise everything with the landlord');
  await gated.next();
  await gated.next();
  await page.getByText('Read 60 of 212 mails', { exact: true }).waitFor();
  await gated.next();
  await gated.next();
  await gated.next();
  await page.getByRole('listitem').filter({ hasText: 'Read 212 of 212 mails.' }).waitFor();
  await page.getByText('The model took notes of 3 of 212 parts', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped. What was found until then stands above.').waitFor();
  await expect.poll(() => gated.wasAborted(), patient).toBe(true);
  expect(problems).toEqual([]);
});
