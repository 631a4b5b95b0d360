import { expect, it } from 'vitest';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { checkedInstructions } from './instructions.ts';
import { evalPersonas } from './personas.ts';

const { signal } = new AbortController();

/** Ends its answers as it is told, where the question itself says so. */
const shortOfMemory: ChatModel = {
  ...{ modelId: 'm', name: 'Short of memory', contextTokens: 4096, thinks: false },
  prepare: async () => ({ promptTokens: 0, cachedTokens: 0 }),
  async *generate({ messages }) {
    const isTold = messages.at(-1)?.text.includes('Amen') === true;
    yield { type: 'text', text: `It is so. [1]${isTold ? ' Amen.' : ''}` };
    yield { type: 'end', stop: 'finished', promptTokens: 1, cachedTokens: 0, newTokens: 1 };
  },
};

it('tells what is kept in every turn from what is kept in the system message alone', async () => {
  const { kept } = await evalPersonas({ chat: shortOfMemory, conversations: 2, turns: 6, signal });
  const amen = kept.filter(({ instruction }) => instruction.includes('Amen'));
  expect(amen.map(({ way, first, last }) => [way, first, last])).toEqual([
    ['everyTurn', 1, 1],
    ['systemAlone', 0, 0],
  ]);
  expect(kept.filter(({ instruction }) => instruction.includes('capital')).map(({ all }) => all)).toEqual([
    0, 0,
  ]);
});

it.each([
  ['capital', 'THE ROOF IS DRY. [1]', 'The ROOF is dry.'],
  ['Amen', 'The roof is dry. Amen. [1]', 'Amen, the roof is dry.'],
  ['Well', 'Well, the roof is dry.', 'The roof is well.'],
])('checks “%s” by the reply', (word, kept, broken) => {
  const instruction = checkedInstructions.find(({ text }) => text.includes(word));
  expect(instruction?.isKept(kept)).toBe(true);
  expect(instruction?.isKept(broken)).toBe(false);
});
