import { afterEach, expect, it } from 'vitest';
import { Fault } from '#main/contract/fault.ts';
import type { PersonaInput } from '#main/contract/personas.ts';
import type { ChatRequest } from '#models/chat/chat-model.ts';
import { type Opened, type OpenOptions, openHousehold } from './testing/open-household.ts';
import { scriptedChat } from './testing/scripted-chat.ts';

let opened: Opened;
afterEach(() => opened.close());

const files = {
  'Notes/Boiler.md': '# Boiler\n\nThe plumber says that the boiler is old and wants a new valve.\n',
  'Notes/Roof.md': '# Roof\n\nThe roofer says that the roof is dry and wants no repair.\n',
};
const questions = ['What does the plumber say of the boiler?', 'What does the roofer say of the roof?'];
const pirate = 'Answer like a pirate.';

function persona(given: Partial<PersonaInput>): Omit<PersonaInput, 'personaId'> {
  return { name: 'Pirate', instructions: pirate, chat: null, length: 'usual', thorough: false, ...given };
}

async function open(options: OpenOptions = {}): Promise<ChatRequest['messages'][]> {
  const seen: ChatRequest['messages'][] = [];
  const chat = scriptedChat('Usual', 'The boiler is old. [1]', seen);
  opened = await openHousehold({ files, chat: async () => chat, ...options });
  return seen;
}

/** Asks questions behind one another; gives the id of their conversation. */
async function converse(asked: readonly string[], personaId?: number): Promise<number> {
  let conversationId: number | undefined;
  for (const question of asked) {
    const going = conversationId === undefined ? { ...(personaId && { personaId }) } : { conversationId };
    for (const event of await opened.events({ question, ...going }))
      if (event.type === 'started') conversationId = event.conversationId;
  }
  return conversationId ?? 0;
}

it('what a persona wants stands in every turn that the model sees, and each prompt goes on from the one before', async () => {
  const seen = await open();
  const { personaId } = opened.conversations.personas.add(persona({}));
  const conversationId = await converse([...questions, ...questions], personaId);
  expect(seen).toHaveLength(4);
  for (const messages of seen) {
    const told = messages.filter(({ role }) => role !== 'assistant');
    expect(told.every(({ text }) => text.includes(pirate))).toBe(true);
  }
  const [second = [], third = []] = [seen[1], seen[2]];
  expect(third.slice(0, second.length - 1)).toEqual(second.slice(0, -1));
  expect(opened.conversations.read(conversationId).personaId).toBe(personaId);
});

it('without one a prompt holds nothing of it', async () => {
  const seen = await open();
  opened.conversations.personas.add(persona({}));
  await converse(questions);
  expect(JSON.stringify(seen)).not.toContain('pirate');
});

it('a persona is deleted: its conversation goes on as usual, until it is taken back', async () => {
  const seen = await open();
  const { personas } = opened.conversations;
  const { personaId } = personas.add(persona({}));
  const conversationId = await converse([questions[0] ?? ''], personaId);
  const pirates = async (): Promise<boolean> => {
    await opened.answer(questions[1] ?? '', { conversationId });
    return JSON.stringify(seen.at(-1)).includes('pirate');
  };
  expect(await pirates()).toBe(true);
  expect(personas.remove(personaId)).toBe(true);
  expect(personas.list()).toEqual([]);
  expect(await pirates()).toBe(false);
  personas.restore(personaId);
  expect(await pirates()).toBe(true);
  personas.change({ personaId, ...persona({ instructions: 'Answer in verse.' }) });
  expect(await pirates()).toBe(false);
  await opened.answer(questions[1] ?? '', { conversationId, personaId: null });
  expect(JSON.stringify(seen.at(-1))).not.toContain('verse');
  expect(opened.conversations.read(conversationId).personaId).toBeNull();
});

it('a persona has its own model; where that is missing, the answer found at once stands and says so', async () => {
  const own = scriptedChat('Own', 'The boiler is old. [1]');
  await open({ models: { own } });
  const { personas } = opened.conversations;
  const withOwn = personas.add(persona({ chat: 'own' }));
  const [question = ''] = questions;
  expect((await opened.answer(question, { personaId: withOwn.personaId })).model).toBe('Own');
  const withNone = personas.add(persona({ chat: 'gone' }));
  const events = await opened.events({ question, personaId: withNone.personaId });
  expect(events).toContainEqual({
    ...{ type: 'notice', message: new Fault('model-unknown', { model: 'gone' }).message },
  });
  expect(events.at(-1)).toMatchObject({ type: 'done', answer: { model: null, outcome: 'answered' } });
});

it('a short one asks for one sentence, a detailed one reads more', async () => {
  const seen = await open();
  const { personas } = opened.conversations;
  const short = personas.add(persona({ length: 'short' }));
  const detailed = personas.add(persona({ length: 'detailed' }));
  await opened.answer(questions[0] ?? '', { personaId: short.personaId });
  await opened.answer(questions[0] ?? '', { personaId: detailed.personaId });
  expect(seen[0]?.at(-1)?.text).toContain('one short sentence');
  expect(seen[1]?.at(-1)?.text).toContain('up to eight sentences');
});
