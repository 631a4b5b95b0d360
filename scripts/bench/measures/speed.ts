import { catalogued, starterChat } from '#models/catalog/catalog.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { createModelClient } from '#models/client.ts';
import { expectedSpeed, usualPromptTokens } from '#models/hardware/speed.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { chunkTexts } from '../corpus/chunks.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';
import { starterPath } from './embed.ts';

const { signal } = new AbortController();
const writtenTokens = 120;

/**
 * What the catalogue foretells of the starter model on this computer, from models that are made up, against what the
 * starter model then does. The ratio is foretold to measured in writing; 1 is a true prediction.
 */
export async function measureSpeed(bench: Bench): Promise<Measurement> {
  const service = await forkService();
  bench.atEnd(() => service.kill());
  const client = createModelClient(service.port);
  const model = catalogued(starterChat);
  if (model?.role !== 'chat') throw new Error('the catalogue has no starter model');
  let wasBusy = false;
  let speed: Awaited<ReturnType<typeof client.measure>>['speed'] | undefined;
  const measuringSeconds = await secondsOf(async () => {
    ({ speed, wasBusy } = await client.measure(signal));
  });
  if (speed === undefined) throw new Error('nothing was measured');
  const expected = expectedSpeed({ ...model, activeParameters: model.parameters }, speed);
  const chat = await client.chat(starterPath(starterChat), signal);
  await write(chat, 'Hello.', 4);
  const measured = await write(
    chat,
    chunkTexts(8)
      .join('\n')
      .slice(0, usualPromptTokens * 3),
    writtenTokens,
  );
  return {
    name: 'speed',
    figures: {
      measuringSeconds,
      wasBusy: Number(wasBusy),
      foretoldTokensPerSecond: expected.tokensPerSecond,
      foretoldPromptTokensPerSecond: expected.promptTokensPerSecond,
    },
    baseline: measured,
    ratio: expected.tokensPerSecond / measured.tokensPerSecond,
  };
}

async function write(chat: ChatModel, text: string, maxTokens: number) {
  const request = { messages: [{ role: 'user' as const, text }], maxTokens, temperature: 0.8 };
  const startMs = performance.now();
  let firstMs = startMs;
  let written = { promptTokens: 0, cachedTokens: 0, newTokens: 0 };
  for await (const event of chat.generate(request, signal)) {
    if (event.type === 'end') written = event;
    else if (firstMs === startMs) firstMs = performance.now();
  }
  const writingSeconds = (performance.now() - firstMs) / 1000;
  return {
    promptTokens: written.promptTokens,
    newTokens: written.newTokens,
    tokensPerSecond: Math.max(0, written.newTokens - 1) / writingSeconds,
    promptTokensPerSecond: (1000 * (written.promptTokens - written.cachedTokens)) / (firstMs - startMs),
  };
}
