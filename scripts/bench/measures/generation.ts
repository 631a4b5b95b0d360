import { setTimeout as rest } from 'node:timers/promises';
import { getLlama, type LlamaContextSequence, type LlamaModel, type Token } from 'node-llama-cpp';
import { starterChat, starterEmbedder } from '#models/catalog/catalog.ts';
import type { ChatMessage, ChatModel } from '#models/chat/chat-model.ts';
import { createModelClient, type ModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { usableCores } from '#models/hardware/cores.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { percentile } from '#scripts/percentile.ts';
import { chunkTexts } from '../corpus/chunks.ts';
import type { Bench, Measurement } from '../measurement.ts';
import { starterPath } from './embed.ts';

const { signal } = new AbortController();
const rounds = 7;
const replyTokens = 100;
/** Of the usual length of a question with its passages. */
const promptChars = 3_000;

/**
 * Between the two sides: the service computes on the cores that other programs leave, and of the bare loop it knows for a
 * moment longer than that runs.
 */
const settleMs = 800;

/** How one reply went, on either side. */
interface Written {
  readonly tokensPerSecond: number;
  readonly firstTokenMs: number;
  readonly promptTokens: number;
  readonly cachedTokens: number;
}

/**
 * The starter model's replies through the model service, against a bare loop of node-llama-cpp over prompts of the same
 * length, in turns; the same while texts are embedded; and what a follow-up's first token takes beyond evaluating its
 * new tokens.
 */
export async function measureGeneration(bench: Bench): Promise<Measurement> {
  const service = await forkService();
  bench.atEnd(() => service.kill());
  const client = createModelClient(service.port);
  const chat = await client.chat(starterPath(starterChat), signal);
  const bare = await openBare(bench);
  const texts = chunkTexts(4 * rounds + 40);
  const prompt = (at: number): string =>
    texts
      .slice(4 * at, 4 * at + 6)
      .join('\n')
      .slice(0, promptChars);
  await reply(chat, [{ role: 'user', text: 'Hello.' }]);
  const alone: Written[] = [];
  const followUps: Written[] = [];
  const bareAlone: Written[] = [];
  const bareFollowUps: Written[] = [];
  for (let round = 0; round < rounds; round++) {
    const messages: ChatMessage[] = [{ role: 'user', text: prompt(round) }];
    await rest(settleMs);
    const first = await reply(chat, messages);
    alone.push(first);
    bareAlone.push(await bare.reply(0, first.promptTokens));
    messages.push({ role: 'assistant', text: first.text }, { role: 'user', text: 'And what else is said?' });
    await rest(settleMs);
    const second = await reply(chat, messages);
    followUps.push(second);
    bareFollowUps.push(await bare.reply(second.cachedTokens, second.promptTokens));
  }
  const busy = await whileEmbedding(client, texts, async () => {
    const written: Written[] = [];
    for (let round = 0; round < rounds; round++)
      written.push(await reply(chat, [{ role: 'user', text: prompt(round) }]));
    return written;
  });
  const rate = (of: readonly Written[]): number => median(of.map(({ tokensPerSecond }) => tokensPerSecond));
  const wait = (of: readonly Written[]): number => median(of.map(({ firstTokenMs }) => firstTokenMs));
  return {
    name: 'generation',
    figures: {
      tokensPerSecond: rate(alone),
      whileEmbeddingTokensPerSecond: rate(busy),
      firstTokenMs: wait(alone),
      followUpNewTokens: median(
        followUps.map(({ promptTokens, cachedTokens }) => promptTokens - cachedTokens),
      ),
      followUpFirstTokenMs: wait(followUps),
    },
    baseline: {
      bareTokensPerSecond: rate(bareAlone),
      bareFirstTokenMs: wait(bareAlone),
      bareFollowUpFirstTokenMs: wait(bareFollowUps),
    },
    ratio: rate(alone) / rate(bareAlone),
  };
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

async function reply(
  chat: ChatModel,
  messages: readonly ChatMessage[],
): Promise<Written & { readonly text: string }> {
  const startMs = performance.now();
  let firstMs = startMs;
  let text = '';
  for await (const event of chat.generate({ messages, maxTokens: replyTokens, temperature: 0 }, signal)) {
    if (event.type === 'end') return { ...writtenFrom(startMs, firstMs, event.newTokens), ...event, text };
    if (text === '') firstMs = performance.now();
    text += event.text;
  }
  throw new Error('the reply did not end');
}

function writtenFrom(startMs: number, firstMs: number, newTokens: number) {
  const writingSeconds = (performance.now() - firstMs) / 1000;
  // The first token is there when the clock begins.
  return { tokensPerSecond: (newTokens - 1) / writingSeconds, firstTokenMs: firstMs - startMs };
}

interface Bare {
  /** Writes after a prompt of so many tokens, of which so many were evaluated before. */
  reply(cachedTokens: number, promptTokens: number): Promise<Written>;
}

async function openBare(bench: Bench): Promise<Bare> {
  const llama = await getLlama({ build: 'never', skipDownload: true, maxThreads: 0 });
  bench.atEnd(() => llama.dispose());
  const model = await llama.loadModel({ modelPath: starterPath(starterChat) });
  const threads = usableCores(llama.cpuMathCores);
  const context = await model.createContext({ contextSize: 4096, threads });
  const sequence = context.getSequence();
  const tokens = model.tokenize(chunkTexts(20).join('\n'));
  return {
    reply: (cached, all) => replyBare(model, sequence, tokens.slice(0, cached), tokens.slice(cached, all)),
  };
}

async function replyBare(
  model: LlamaModel,
  sequence: LlamaContextSequence,
  before: Token[],
  fresh: Token[],
): Promise<Written> {
  await sequence.clearHistory();
  if (before.length > 0) await sequence.evaluateWithoutGeneratingNewTokens(before);
  const startMs = performance.now();
  let firstMs = startMs;
  let newTokens = 0;
  for await (const token of sequence.evaluate(fresh, { temperature: 0 })) {
    model.detokenize([token]);
    if (newTokens === 0) firstMs = performance.now();
    newTokens += 1;
    if (newTokens === replyTokens) break;
  }
  const cachedTokens = before.length;
  return {
    ...writtenFrom(startMs, firstMs, newTokens),
    ...{ promptTokens: cachedTokens + fresh.length, cachedTokens },
  };
}

/** Acts while the service is given texts to embed without end, as by an indexer. */
async function whileEmbedding<Result>(
  client: ModelClient,
  texts: readonly string[],
  act: () => Promise<Result>,
): Promise<Result> {
  const embedder = await client.embedder(starterPath(starterEmbedder), signal);
  let isOver = false;
  const embedOn = async (of: Embedder): Promise<void> => {
    while (!isOver) await of.embed(texts.slice(0, 32), 'passage', signal);
  };
  const embedding = [embedOn(embedder), embedOn(embedder)];
  const result = await act();
  isOver = true;
  await Promise.all(embedding);
  return result;
}
