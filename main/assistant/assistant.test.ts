import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#main/contract/ask.ts';
import { askEvent } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatEvent, ChatModel } from '#models/chat/chat-model.ts';
import { household, withAttachment } from './testing/household.ts';
import { type Opened, openHousehold } from './testing/open-household.ts';

let house: Opened;
beforeAll(async () => {
  house = await openHousehold();
});
afterAll(() => house.close());

function quotesStand(answer: Answer): boolean {
  return answer.citations.every(
    ({ documentId, start, end, quote }) =>
      house.library.documents.read(documentId)?.text.slice(start, end) === quote,
  );
}

/** Asks to the end; returns the conversation that the answer is kept in. */
async function conversationOf(input: Parameters<Opened['events']>[0]): Promise<number> {
  const [first] = await house.events(input);
  if (first?.type !== 'started') throw new Error('the first event is not started');
  return first.conversationId;
}

describe('the instant answer', () => {
  it('is a cited sentence of the file, letter for letter, at its place', async () => {
    const answer = await house.answer('What is the excess for water damage?');
    expect(answer.answer).toBe('The excess for water damage is 500 euros. [1]');
    const [{ text, asked } = { text: '', asked: undefined }] = answer.sentences;
    expect(text.slice(asked?.start, asked?.end)).toBe('500 euros');
    expect(answer.citations).toMatchObject([
      {
        n: 1,
        path: '/home/ina/Notes/House insurance.md',
        title: 'House insurance',
        kind: 'note',
        place: { line: 10 },
      },
    ]);
    expect(quotesStand(answer)).toBe(true);
    expect(answer).toMatchObject({ outcome: 'answered', model: null, unsupported: [] });
  });

  it('gives the figure that a later mail of the thread put in place of the first', async () => {
    const answer = await house.answer('How much does the new roof cost?');
    expect(answer.answer).toContain('12,900 euros');
    expect(answer.answer).not.toContain('14,300');
  });

  it('names who wrote a sentence in the first person', async () => {
    const answer = await house.answer('Who recommends the ferry?');
    expect(answer.answer).toMatch(/^Greta Lund: .*I recommend the ferry from Gothenburg/);
  });

  it.each([
    ['What is the policy number of the house insurance?', 'HV-2041-77'],
    ['When is the cabin ours?', '12 July'],
    ['What did we decide about the oven?', 'keep the old oven'],
    ['Wann wurde die Heizung gewartet?', '11. März 2025'],
    ['What is the door code of the cabin?', '4471-B'],
  ])('%s', async (question, expected) => {
    const answer = await house.answer(question);
    expect(answer.answer).toContain(expected);
    expect(quotesStand(answer)).toBe(true);
  });

  it('says that nothing was found, and what was searched, rather than guess', async () => {
    for (const question of [
      'What is the capital of Mongolia?',
      'Who won the chess tournament?',
      'How do I bake bread?',
    ]) {
      const answer = await house.answer(question);
      expect(answer).toMatchObject({ outcome: 'not-found', citations: [] });
      expect(answer.answer).toContain('Nothing that answers this was found in your files.');
      expect(answer.answer).toContain('8 documents were searched.');
    }
  });

  it('shows what lies nearest where nothing answers, each document once, and takes none of it for the answer', async () => {
    const answer = await house.answer('Who won the chess tournament at the cabin?');
    expect(answer).toMatchObject({ outcome: 'not-found', citations: [] });
    const titles = answer.nearest?.map(({ title }) => title) ?? [];
    expect(titles.length).toBeGreaterThan(0);
    expect(new Set(titles).size).toBe(titles.length);
    expect(answer.nearest?.[0]?.quote).toMatch(/cabin/i);
    expect((await house.answer('When is the cabin ours?')).nearest).toBeUndefined();
  });

  it('does not count what is no document, and says so', async () => {
    const answer = await house.answer('How many handles for the kitchen?');
    expect(answer.answer).toContain('14 pieces');
    expect(answer.answer).toContain('This was not counted');
    expect(answer.computed).toBeNull();
  });
});

describe('counts and lists are computed', () => {
  it('counts exactly and states the condition', async () => {
    const answer = await house.answer('How many mails did Rolf Becker send in 2025?');
    expect(answer.computed).toMatchObject({ count: 2, filter: 'mails from Rolf Becker dated 2025' });
    expect(answer.answer).toMatch(/^There are 2 mails from Rolf Becker dated 2025 in your library\.\n“Re/);
    expect(answer.citations.map(({ documentId }) => documentId)).toEqual(
      answer.computed?.items.map(({ documentId }) => documentId),
    );
  });

  it('lists with a citation for each document', async () => {
    const answer = await house.answer('List all mails in March 2025');
    expect(answer.computed?.count).toBe(4);
    expect(answer.citations.map((citation) => citation.title)).toEqual([
      'Roof lottery',
      'Cabin in July',
      'Re: Your new roof',
      'Your new roof',
    ]);
    expect(quotesStand(answer)).toBe(true);
  });

  it('gives the newest or oldest alone where one is asked for', async () => {
    const newest = await house.answer('When was the last mail from Rolf Becker?');
    expect(newest.answer).toMatch(
      /^The newest of 2 mails from Rolf Becker:\n“Re: Your new roof”, 10 April 2025 \[1\]$/,
    );
    expect(quotesStand(newest)).toBe(true);
    const oldest = await house.answer('What was the first mail from Rolf Becker about?');
    expect(oldest.answer).toMatch(/\n“Your new roof”, 3 March 2025 \[1\]$/);
    const any = await house.answer('Who sent the last mail?');
    expect(any.answer).toMatch(/\n“Re: Your new roof” from Rolf Becker, 10 April 2025 \[1\]$/);
  });

  it('counts those that hold a word', async () => {
    const answer = await house.answer('How many mails mention the scaffolding?');
    expect(answer.computed).toMatchObject({ count: 1, filter: 'mail holding the word “scaffolding”' });
  });

  it('tells what was sent to someone from what came from them', async () => {
    const answer = await house.answer('How many mails to Rolf Becker?');
    expect(answer.computed).toMatchObject({ count: 1, filter: 'mail to Rolf Becker' });
  });

  it('takes the one whom nearly all mails are from or to for the person who asks, and says so', async () => {
    const sent = await house.answer('How many mails did I send in 2025?');
    expect(sent.answer).toMatch(
      /^There is 1 mail from Ina Holm \(taken to be you\) dated 2025 in your library\./,
    );
    const got = await house.answer('How many mails did I get in 2025?');
    expect(got.computed).toMatchObject({
      count: 4,
      filter: 'mails to Ina Holm (taken to be you) dated 2025',
    });
  });

  it('says that it does not know who asks where two people share the mails', async () => {
    const alone = Object.entries(household).filter(([path]) => path.startsWith('Mail/roof'));
    const shared = await openHousehold({ files: Object.fromEntries(alone) });
    const answer = await shared.answer('How many mails did I send in 2025?');
    expect(answer.computed?.count).toBe(3);
    expect(answer.answer).toContain('Quipu does not know which address is yours');
    shared.close();
  });

  it('tells where else a cited passage stands, and what was searched for where a word was misspelt', async () => {
    const note =
      '# Hedge\n\nThe beech hedge along the lane was planted by Kofi Mensah for 780 euros in autumn.\n';
    const twice = await openHousehold({
      files: {
        ...household,
        'Notes/Hedge.md': note,
        'Old/Hedge copy.md': note.replace('# Hedge', '# Garden'),
      },
    });
    const answer = await twice.answer('Who planted the beech hedge?');
    expect(answer.citations[0]?.also).toHaveLength(1);
    const events = await twice.events({ question: 'Who planted the beehc hedge?' });
    expect(events).toContainEqual({
      type: 'notice',
      message: 'Searched for “Who planted the beech hedge?”.',
    });
    twice.close();
  });

  it('says how many of the files are attached to mails', async () => {
    const attached = await openHousehold({ files: { ...household, 'Mail/floor.eml': withAttachment } });
    const answer = await attached.answer('How many notes do I have?');
    expect(answer.answer).toMatch(/^There are 4 notes in your library, 1 of them attached to a mail\./);
    expect((await attached.answer('How many mails have an attachment?')).computed).toMatchObject({
      count: 1,
      filter: 'mail with an attachment',
    });
    attached.close();
  });

  it('says that there are none', async () => {
    const answer = await house.answer('How many mails did Greta Lund send in May 2025?');
    expect(answer.computed?.count).toBe(0);
    expect(answer.answer).toContain('There are no mails from Greta Lund dated May 2025');
  });
});

describe('the plan', () => {
  it('is tried without its conditions where they give nothing, and that is said', async () => {
    const answer = await house.answer('What is the excess for water damage in mails from Rolf?');
    expect(answer.answer).toMatch(
      /^Nothing that answers this was found in mails from Rolf Becker; .* 500 euros/,
    );
  });

  it('as the person corrected it replaces what the rules understood', async () => {
    const plan = { query: 'cabin', intent: 'fact', filter: { kinds: ['note'] } } as const;
    const answer = await house.answer('When is the cabin ours?', {
      plan: { ...plan, filter: { kinds: ['note'] } },
    });
    expect(answer).toMatchObject({ plan, outcome: 'not-found' });
  });

  it('goes on from the turn before', async () => {
    const question = 'How many mails did Rolf Becker send in March 2025?';
    const conversationId = await conversationOf({ question });
    const answer = await house.answer('and in April?', { conversationId });
    expect(answer.computed).toMatchObject({ count: 1, filter: 'mail from Rolf Becker dated April 2025' });
    expect(house.conversations.read(conversationId).branch).toHaveLength(2);
  });
});

describe('a conversation with branches', () => {
  it('a follow-up goes on from the branch that is shown, or from the answer it names', async () => {
    const conversationId = await conversationOf({
      question: 'How many mails did Rolf Becker send in March 2025?',
    });
    const [first] = house.conversations.read(conversationId).branch;
    if (first === undefined) throw new Error('the first turn is not kept');
    const place = { as: 'edit', questionId: first.questionId } as const;
    await house.answer('How many PDFs do I have?', { conversationId, place });
    expect(house.conversations.read(conversationId).branch[0]?.questions).toHaveLength(2);
    const onPdfs = await house.answer('and in 2025?', { conversationId });
    expect(onPdfs.computed).toMatchObject({ filter: 'PDF documents dated 2025' });
    const behind = { as: 'follow-up', answerId: first.answerId } as const;
    const onMails = await house.answer('and in April?', { conversationId, place: behind });
    expect(onMails.computed).toMatchObject({ filter: 'mail from Rolf Becker dated April 2025' });
    expect(house.conversations.read(conversationId).branch.map(({ answer }) => answer.question)).toEqual([
      'How many mails did Rolf Becker send in March 2025?',
      'and in April?',
    ]);
  });
});

describe('a conversation about a count', () => {
  it('keeps the person who asks and the kind through every turn', async () => {
    const ask = async (...questions: string[]) => {
      let conversationId: number | undefined;
      const filters: (string | undefined)[] = [];
      for (const question of questions) {
        const events = await house.events({
          question,
          ...(conversationId === undefined ? {} : { conversationId }),
        });
        for (const event of events) {
          if (event.type === 'started') conversationId = event.conversationId;
          if (event.type === 'done') filters.push(event.answer.computed?.filter);
        }
      }
      return filters;
    };
    expect(await ask('How many mails did I send in 2024?', 'and in 2025?', 'and in March?')).toEqual([
      'mails from Ina Holm (taken to be you) dated 2024',
      'mail from Ina Holm (taken to be you) dated 2025',
      'mail from Ina Holm (taken to be you) dated March 2025',
    ]);
    expect(await ask('How many PDFs do I have?', 'and in 2025?', 'and in March?')).toEqual([
      'PDF documents',
      'PDF documents dated 2025',
      'PDF documents dated March 2025',
    ]);
  });
});

describe('the stream', () => {
  it('has the contract’s events in order', async () => {
    const events = await house.events({ question: 'How much does the new roof cost?' });
    for (const event of events) askEvent.parse(event);
    expect(events.map((event) => event.type)).toEqual(['started', 'plan', 'hits', 'instant', 'done']);
  });

  it('that is left after the instant answer keeps it in the conversation', async () => {
    let id = 0;
    for await (const event of house.assistant.ask(
      { question: 'What is the door code of the cabin?', noModel: false },
      new AbortController().signal,
    )) {
      if (event.type === 'started') id = event.conversationId;
      if (event.type === 'instant') break;
    }
    expect(house.conversations.read(id).branch).toMatchObject([{ answer: { outcome: 'answered' } }]);
  });

  it('that is left before there is an answer leaves nothing behind', async () => {
    const before = house.conversations.list().length;
    for await (const event of house.assistant.ask(
      { question: 'left at once', noModel: false },
      new AbortController().signal,
    )) {
      if (event.type === 'plan') break;
    }
    expect(house.conversations.list()).toHaveLength(before);
  });

  it('ends with the reason of an abort', async () => {
    const signal = AbortSignal.abort(new Error('stopped by the test'));
    await expect(
      Array.fromAsync(house.assistant.ask({ question: 'roof', noModel: false }, signal)),
    ).rejects.toThrow('stopped by the test');
  });

  it('begins a new conversation where its own was removed', async () => {
    const question = 'What is the door code of the cabin?';
    const removed = await conversationOf({ question });
    house.conversations.remove(removed);
    const conversationId = await conversationOf({ question, conversationId: removed });
    expect(conversationId).not.toBe(removed);
    expect(house.conversations.read(conversationId).branch).toHaveLength(1);
  });
});

describe('what is missing is said', () => {
  it('an empty library', async () => {
    const empty = await openHousehold({ files: {} });
    expect(await empty.answer('How much is the roof?')).toMatchObject({
      outcome: 'empty-library',
      answer: 'Your library is empty. Add a folder with your mail, notes or documents first.',
    });
    empty.close();
  });

  it('files that wait to be read', async () => {
    const waiting = await openHousehold({ files: {}, pendingFiles: 3 });
    expect((await waiting.answer('How much is the roof?')).answer).toBe(
      'Nothing is indexed yet: your files are still being read. Ask again in a moment. 3 files still wait to be read.',
    );
    waiting.close();
  });

  it('an embedder whose service stopped: keywords answer, with a notice', async () => {
    const stopped = new Fault('service-stopped', { service: 'model service' });
    const opened = await openHousehold({
      embedder: async () => ({ modelId: 'gone', dimensions: 3, embed: () => Promise.reject(stopped) }),
    });
    const events = await opened.events({ question: 'What is the excess for water damage?' });
    expect(events).toContainEqual({ type: 'notice', message: stopped.message });
    expect(events.at(-1)).toMatchObject({
      answer: { answer: 'The excess for water damage is 500 euros. [1]' },
    });
    opened.close();
  });

  it('small talk is answered as such', async () => {
    expect(await house.answer('hello!')).toMatchObject({ outcome: 'talk', citations: [] });
  });

  it('the model reads a conversation that was answered, and one that is looked at, for the next question', async () => {
    const read: string[] = [];
    const chat: ChatModel = {
      ...{ modelId: 'scripted', name: 'Scripted', contextTokens: 2048, thinks: false },
      async *generate(): AsyncGenerator<ChatEvent> {
        yield { type: 'end', stop: 'finished', promptTokens: 1, cachedTokens: 0, newTokens: 0 };
      },
      async prepare(messages) {
        read.push(messages.map(({ text }) => text).join('\n'));
        return { promptTokens: 1, cachedTokens: 0 };
      },
    };
    const opened = await openHousehold({ chat: async () => chat });
    const asked = 'What is new about the roof?';
    const [started] = await opened.events({ question: asked });
    await expect.poll(() => read.length).toBe(1);
    await opened.answer('How much does the new roof cost?');
    await expect.poll(() => read.length).toBe(2);
    expect(read[1]).not.toContain(asked);
    opened.assistant.lookedAt(started?.type === 'started' ? started.conversationId : 0);
    await expect.poll(() => read.length).toBe(3);
    expect(read[2]).toBe(read[0]);
    expect(read[0]).toContain(asked);
    opened.close();
  });

  it('a calculation is worked out, and searched for where the person says it is none', async () => {
    const answer = await house.answer('How many days until 12 July?');
    expect(answer).toMatchObject({
      ...{ outcome: 'answered', answer: '24 days from today to Saturday 12 July 2025', citations: [] },
      plan: { intent: 'reckon' },
    });
    const plan = { ...answer.plan, intent: 'fact' } as const;
    const looked = await house.answer('How many days until 12 July?', { plan });
    expect(looked.plan.intent).toBe('fact');
    expect(looked.answer).not.toContain('24 days');
    const opened = await openHousehold({ files: {} });
    expect((await opened.answer('12 * 12')).answer).toBe('12 × 12 = 144');
    opened.close();
  });
});
