import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleWords } from '#main/contract/example-words.ts';
import { type Opened, openHousehold } from './testing/open-household.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openHousehold();
});
afterAll(() => opened.close());

it('each example names what the library holds, and is answered from it', async () => {
  const examples = opened.assistant.examples();
  expect(examples.length).toBeGreaterThanOrEqual(4);
  for (const example of examples) {
    const answer = await opened.answer(exampleWords(example));
    const counted = answer.computed === null ? 0 : answer.computed.count;
    expect({ example, isAnswered: counted > 0 || answer.citations.length > 0 }).toEqual({
      example,
      isAnswered: true,
    });
    if (example.about === 'mails-of') expect(counted).toBe(example.mails);
    if (example.about === 'year') expect(counted).toBe(example.documents);
  }
});

it('an empty library has none', async () => {
  const empty = await openHousehold({ files: {} });
  expect(empty.assistant.examples()).toEqual([]);
  empty.close();
});

it('a preview answers as asking does, and nothing of it is kept', async () => {
  const [example] = opened.assistant.examples();
  if (example === undefined) throw new Error('no example');
  const question = exampleWords(example);
  const before = opened.conversations.list().length;
  const events = await Array.fromAsync(opened.assistant.preview(question, new AbortController().signal));
  expect(opened.conversations.list()).toHaveLength(before);
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error('the last event is not done');
  expect(last.kept).toBeNull();
  expect(last.answer.sentences).toEqual((await opened.answer(question, { noModel: true })).sentences);
});
