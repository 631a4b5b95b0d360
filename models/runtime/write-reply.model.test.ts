import type { LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { starterChat } from '../catalog/catalog.ts';
import { findModel } from '../catalog/installed.ts';
import type { ChatEvent } from '../chat/chat-model.ts';
import type { TurnShape } from '../chat/templates/template.ts';
import { startLlama } from './llama.ts';
import { checkModelFile } from './model-file.ts';
import { promptOf, templateOf } from './prompt.ts';
import { writeReply } from './write-reply.ts';

const path = findModel(starterChat) ?? '';
let model: LlamaModel;
let sequence: LlamaContextSequence;
let template: TurnShape;
beforeAll(async () => {
  const llama = await startLlama(() => undefined);
  model = await llama.loadModel({ modelPath: path });
  const context = await model.createContext({ sequences: 1, contextSize: 1024, threads: 1 });
  sequence = context.getSequence();
  const plain = templateOf(model, await checkModelFile(path));
  // The starter model was not taught to think; prompted so, it goes on writing, as one that never comes to an end.
  template = {
    ...plain,
    thoughts: { begin: '<|im_start|>assistant\n<think>\n', end: '</think>', after: '\n\n' },
  };
});
afterAll(() => model.dispose());

async function write(thinks: boolean, thoughtTokens: number, thoughtMs = 600_000) {
  await sequence.clearHistory();
  const said = { thought: '', text: '' };
  const tail = promptOf(
    model,
    template,
    [{ role: 'user', text: 'The roof costs 12,900 euros. What does the roof cost?' }],
    thinks,
  );
  const wanted = { tail, thinks, thoughtTokens, thoughtMs, replyTokens: 30, temperature: 0 };
  const writing = writeReply({ model, sequence, template }, { ...wanted, step: () => undefined });
  let step: IteratorResult<ChatEvent, { said: number; thought: number }> = await writing.next();
  for (; !step.done; step = await writing.next())
    if (step.value.type !== 'end') said[step.value.type] += step.value.text;
  return { ...said, count: step.value };
}

it('thoughts that find no end are ended, and the reply follows', async () => {
  const { thought, text, count } = await write(true, 12);
  expect(count.thought).toBe(12);
  expect(thought.length).toBeGreaterThan(10);
  expect(text.length).toBeGreaterThan(10);
  expect(thought + text).not.toMatch(/<\/?think>/);
});

it('they are ended in time too', async () => {
  const { count, text } = await write(true, 500, 1);
  expect(count.thought).toBeLessThan(12);
  expect(text).not.toBe('');
});

it('a model that is not to think replies at once', async () => {
  const { thought, text, count } = await write(false, 12);
  expect({ thought, thoughts: count.thought }).toEqual({ thought: '', thoughts: 0 });
  expect(text).toContain('12,900');
});
