import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, AskEvent } from '#main/contract/ask.ts';
import { starterChat, starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type ForkedService, forkService } from '#models/runtime/forked-service.ts';
import { plainly } from './generate/manner.ts';
import { beginningAfter } from './generate/prompt.ts';
import { findValues } from './language/values.ts';
import { embedAll, type Opened, openHousehold } from './testing/open-household.ts';
import { valueStands } from './verify/value-match.ts';

const never = new AbortController().signal;
let service: ForkedService;
let house: Opened;
let embedder: Embedder;
let chat: ChatModel;
beforeAll(async () => {
  service = await forkService();
  const client = createModelClient(service.port);
  embedder = await client.embedder(findModel(starterEmbedder) ?? '', never);
  chat = await client.chat(findModel(starterChat) ?? '', never);
  house = await openHousehold({ embedder: async () => embedder, chat: async () => chat });
  await embedAll(house.library, embedder, never);
});
afterAll(async () => {
  house.close();
  await service.kill();
});

/** Figures, dates and codes of verified, cited sentences that do not stand in what they cite. */
function unfounded(answer: Answer): string[] {
  return answer.sentences
    .filter((sentence) => sentence.verified)
    .flatMap((sentence) => {
      const quotes = answer.citations.filter((citation) => sentence.citations.includes(citation.n));
      const given = quotes.flatMap((citation) => findValues(citation.quote));
      return findValues(sentence.text)
        .filter((value) => !given.some((stands) => valueStands(stands, value)))
        .map((value) => sentence.text.slice(value.start, value.end));
    });
}

describe('with the starter models', () => {
  const questions: readonly (readonly [string, string])[] = [
    ['How much does the new roof cost?', '12,900 euros'],
    ['What is the policy number of the house insurance?', 'HV-2041-77'],
    ['When is the cabin ours?', '12 July to 19 July 2025'],
  ];
  it.each(questions)('%s', async (question, expected) => {
    const answer = await house.answer(question);
    expect(answer.answer).toContain(expected);
    expect(unfounded(answer)).toEqual([]);
    expect(answer.unsupported.every((sentence) => !sentence.verified)).toBe(true);
    expect(answer.model).toBe(chat.name);
    expect(answer.timings.promptTokens).toBeGreaterThan(0);
    expect(answer.timings.firstTokenMs).toBeGreaterThan(answer.timings.retrieveMs);
  });

  it('finds what the text says in other words', async () => {
    const question = 'How large is the insurance coverage?';
    expect((await house.answer(question, { noModel: true })).answer).toContain(
      'the sum insured is 310,000 euros',
    );
  });

  it('says not found, and writes nothing, where the library holds no answer', async () => {
    for (const question of ['What is the capital of Mongolia?', 'Who won the chess tournament in Oslo?']) {
      const events = await house.events({ question });
      expect(events.some((event) => event.type === 'draft')).toBe(false);
      expect(events.at(-1)).toMatchObject({ answer: { outcome: 'not-found', model: null } });
    }
  });

  it('shows no address or order of a hostile mail', async () => {
    const answer = await house.answer('What does the prize desk say about the roof?');
    const shown = [...answer.sentences, ...answer.unsupported].filter(
      (sentence) => sentence.citations.length === 0,
    );
    expect(shown.map((sentence) => sentence.text).join(' ')).not.toMatch(/https?:|evil\.example/);
  });

  it('evaluates nothing of the turns before again, also where the first ones leave the prompt', async () => {
    const texts = ['How much does the new roof cost?', 'When is the cabin ours?'];
    let conversationId: number | undefined;
    let before = 0;
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = await house.answer(texts[turn % 2] ?? '', { ...(conversationId && { conversationId }) });
      const { cachedTokens = 0, promptTokens = 0 } = answer.timings;
      // The rules and the turns so far were read while the answer before was.
      if (turn > 0) expect(cachedTokens).toBeGreaterThanOrEqual(before);
      expect(promptTokens).toBeGreaterThan(cachedTokens);
      conversationId = house.conversations.list()[0]?.conversationId;
      const earlier = house.conversations.earlier(conversationId ?? 0) ?? [];
      before = (await chat.prepare(beginningAfter(earlier, plainly), never)).promptTokens;
    }
  });

  it('stops the model when the question is left, and answers the next one', async () => {
    const seen: AskEvent['type'][] = [];
    for await (const event of house.assistant.ask(
      { question: 'What is new about the roof?', noModel: false },
      never,
    )) {
      seen.push(event.type);
      if (event.type === 'draft') break;
    }
    expect(seen).toEqual(['started', 'plan', 'hits', 'instant', 'draft']);
    expect((await house.answer('What is the door code of the cabin?', { noModel: true })).answer).toContain(
      '4471-B',
    );
  });

  it('keeps the instant answer when the model service dies while writing', async () => {
    const own = await forkService();
    const client = createModelClient(own.port);
    const dying = await client.chat(findModel(starterChat) ?? '', never);
    const opened = await openHousehold({ chat: async () => dying });
    const events: AskEvent[] = [];
    for await (const event of opened.assistant.ask(
      { question: 'How much does the new roof cost?', noModel: false },
      never,
    )) {
      events.push(event);
      if (event.type === 'draft') await own.kill();
    }
    expect(events.some((event) => event.type === 'notice')).toBe(true);
    const last = events.at(-1);
    expect(last?.type === 'done' ? last.answer.answer : '').toContain('12,900 euros');
    opened.close();
  });
});
