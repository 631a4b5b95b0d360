import { afterEach, expect, it } from 'vitest';
import type { CompareEvent, CompareInput, Comparison } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel, ChatRequest } from '#models/chat/chat-model.ts';
import { type Opened, openHousehold } from '../testing/open-household.ts';
import { scriptedChat } from '../testing/scripted-chat.ts';
import { unnamed } from './compare-models.ts';
import { standingsOf } from './standings.ts';

const failing: ChatModel = {
  ...scriptedChat('failing', ''),
  // biome-ignore lint/correctness/useYield: it fails before it says anything.
  async *generate() {
    throw new Fault('service-stopped', { service: 'model service' });
  },
};

let opened: Opened;
afterEach(() => opened.close());

const question = 'How much does the repair of the boiler cost?';
const right = 'The repair of the boiler costs 900 euros. [1]';
const wrong = 'The repair of the boiler costs 450 euros. [1]';
const note = {
  'Notes/Boiler.md': '# Boiler\n\nThe repair of the boiler costs 900 euros, says the plumber.\n',
};

async function compare(
  models: Readonly<Record<string, ChatModel>>,
  input: Partial<CompareInput> = {},
): Promise<CompareEvent[]> {
  opened = await openHousehold({ files: note, models });
  return again(input, Object.keys(models));
}

function again(input: Partial<CompareInput>, models: readonly string[]): Promise<CompareEvent[]> {
  const asked = { question, models: [...models], blind: false, ...input };
  return Array.fromAsync(opened.assistant.compare(asked, new AbortController().signal));
}

function madeBy(events: readonly CompareEvent[]): Comparison {
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error('the last event is not done');
  return last.comparison;
}

it('models answer from the same passages, and each sentence is checked', async () => {
  const prompts: ChatRequest['messages'][] = [];
  const events = await compare({
    a: scriptedChat('Able', right, prompts),
    b: scriptedChat('Busy', wrong, prompts),
  });
  expect(prompts[0]?.at(-1)?.text).toContain('The repair of the boiler costs 900 euros');
  expect(prompts[1]).toEqual(prompts[0]);
  const { sides, citations } = madeBy(events);
  expect(sides.map(({ name, sentences }) => [name, sentences.map(({ verified }) => verified)])).toEqual([
    ['Able', [true]],
    ['Busy', [false]],
  ]);
  expect(citations.map(({ quote }) => quote)).toEqual([expect.stringContaining('900 euros')]);
  expect(events.map(({ type }) => type).filter((type) => type !== 'draft')).toEqual([
    ...['passages', 'turn', 'sentence', 'turn', 'sentence', 'done'],
  ]);
});

it('a blind comparison names its models only after the vote', async () => {
  const models = { a: scriptedChat('Able', right), b: scriptedChat('Busy', wrong) };
  const made = madeBy(await compare(models, { blind: true }));
  expect(made.sides.map(({ model, name }) => [model, name])).toEqual([
    [null, null],
    [null, null],
  ]);
  const { comparisons } = opened.conversations;
  expect(comparisons.list(5).map(unnamed)[0]).toEqual(made);
  const voted = comparisons.vote(made.comparisonId ?? 0, 1);
  expect(voted.sides.map(({ name }) => name).toSorted()).toEqual(['Able', 'Busy']);
});

it('the sides of a blind one stand in either order', async () => {
  const models = { a: scriptedChat('Able', right), b: scriptedChat('Busy', wrong) };
  await compare(models, { blind: true });
  for (let turn = 0; turn < 30; turn++) await again({ blind: true }, ['a', 'b']);
  const firsts = opened.conversations.comparisons.list(31).map(({ sides }) => sides[0]?.name);
  expect(new Set(firsts)).toEqual(new Set(['Able', 'Busy']));
});

it('a model that fails is told, and nothing is kept to be voted on', async () => {
  const { comparisonId, sides } = madeBy(await compare({ a: scriptedChat('Able', right), failing }));
  expect(comparisonId).toBeNull();
  expect(sides[1]?.failed).toContain('model service');
  expect(sides[0]?.failed).toBeNull();
  expect(opened.conversations.comparisons.list(5)).toEqual([]);
});

it('where no model would write, none is asked', async () => {
  const prompts: ChatRequest['messages'][] = [];
  const models = { a: scriptedChat('Able', right, prompts), b: scriptedChat('Busy', wrong, prompts) };
  await expect(compare(models, { question: 'How many notes are there?' })).rejects.toThrow(
    'worked out exactly',
  );
  await expect(again({ question: 'When was the moon landing?' }, ['a', 'b'])).rejects.toThrow(
    'nothing that answers',
  );
  expect(prompts).toEqual([]);
});

it('the table counts votes, and what was verified', async () => {
  const models = { a: scriptedChat('Able', right), b: scriptedChat('Busy', wrong) };
  const first = madeBy(await compare(models));
  const second = madeBy(await again({}, ['b', 'a']));
  const third = madeBy(await again({}, ['a', 'b']));
  await again({}, ['a', 'b']);
  const comparisons = opened.conversations.comparisons;
  comparisons.vote(first.comparisonId ?? 0, 0);
  comparisons.vote(second.comparisonId ?? 0, 1);
  comparisons.vote(third.comparisonId ?? 0, 'tie');
  const standings = standingsOf(comparisons.all());
  expect(standings).toMatchObject([
    { model: 'a', name: 'Able', voted: 3, wins: 2, ties: 1, comparisons: 4, sentences: 4, verified: 4 },
    { model: 'b', name: 'Busy', voted: 3, wins: 0, ties: 1, comparisons: 4, sentences: 4, verified: 0 },
  ]);
  expect(comparisons.clear()).toBe(4);
  expect(standingsOf(comparisons.all())).toEqual([]);
});
