import type { Llama, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import type { ChatEvent, ChatMessage, ChatRequest, Prepared } from '../chat/chat-model.ts';
import type { TurnShape } from '../chat/templates/template.ts';
import { usableCores } from '../hardware/cores.ts';
import type { Foreground } from './foreground.ts';
import { openModel } from './llama.ts';
import {
  beginningOf,
  endsOf,
  evaluateAllButLast,
  evaluateInSteps,
  keepCommonBeginning,
  promptOf,
  templateOf,
} from './prompt.ts';
import { createReplyEnd } from './reply-end.ts';
import { createTextStream } from './text-stream.ts';
import { matchThreads, type ThreadMatch } from './thread-match.ts';

export interface ChatWriter {
  readonly modelId: string;
  readonly name: string;
  readonly contextTokens: number;
  /** See `ChatModel.generate`. Throws Fault `bad-input` where the messages do not fit the context. */
  generate(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent>;
  /** See `ChatModel.prepare`. */
  prepare(messages: readonly ChatMessage[], signal: AbortSignal): Promise<Prepared>;
  dispose(): Promise<void>;
}

/** Longest conversation in tokens: 94 MB of cache for the starter model, 0.5 GB for one of 8B parameters. */
const contextLimitTokens = 4096;
/** Keeps small models from repeating one sentence for ever; only what they wrote counts, never the passages. */
const repeatPenalty = { penalty: 1.1, lastTokens: 64 };

/** Loads a chat model with one sequence, whose cache keeps the prompts' common beginning between calls. */
export async function loadChatWriter(
  llama: Llama,
  path: string,
  foreground: Foreground,
): Promise<ChatWriter> {
  const { file, model } = await openModel(llama, path, 'chat');
  const template = templateOf(model, file);
  const contextTokens = Math.min(contextLimitTokens, model.trainContextSize);
  const context = await model.createContext({
    sequences: 1,
    contextSize: contextTokens,
    threads: { ideal: usableCores(llama.cpuMathCores), min: 1 },
  });
  const sequence = context.getSequence();
  const threads = matchThreads(llama);
  const writing: Writing = { model, sequence, template, contextTokens, threads };
  let last: Promise<void> = Promise.resolve();
  /** Who comes next takes the sequence over once the one before has left it. */
  const inTurn = (): { readonly before: Promise<void>; readonly leave: () => void } => {
    const { promise: finished, resolve: leave } = Promise.withResolvers<void>();
    const before = last;
    last = before.then(() => finished);
    return { before, leave };
  };
  let preparing = new AbortController();
  return {
    modelId: file.catalogued?.id ?? file.name,
    name: file.catalogued?.name ?? file.name,
    contextTokens,
    generate: async function* (request, signal) {
      preparing.abort();
      const turn = inTurn();
      const leave = foreground.enter();
      try {
        await turn.before;
        yield* write(writing, request, signal);
      } finally {
        threads.release();
        leave();
        turn.leave();
      }
    },
    async prepare(messages, signal) {
      preparing.abort();
      preparing = new AbortController();
      const { signal: wanted } = preparing;
      const turn = inTurn();
      try {
        await turn.before;
        return await evaluateBeginning(writing, messages, wanted, signal);
      } finally {
        threads.release();
        turn.leave();
      }
    },
    dispose: () => {
      threads.stop();
      return model.dispose();
    },
  };
}

interface Writing {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly template: TurnShape;
  readonly contextTokens: number;
  readonly threads: ThreadMatch;
}

/** Until the beginning is evaluated, or somebody wants an answer. */
async function evaluateBeginning(
  { model, sequence, template, contextTokens, threads }: Writing,
  messages: readonly ChatMessage[],
  wanted: AbortSignal,
  signal: AbortSignal,
): Promise<Prepared> {
  const prompt = beginningOf(model, template, messages).slice(0, contextTokens);
  if (wanted.aborted) return { promptTokens: 0, cachedTokens: 0 };
  await sequence.adaptStateToTokens(prompt, false);
  const cachedTokens = sequence.nextTokenIndex;
  const step = (): boolean => {
    signal.throwIfAborted();
    threads.match();
    return !wanted.aborted;
  };
  await evaluateInSteps(sequence, prompt.slice(cachedTokens), step);
  return { promptTokens: sequence.nextTokenIndex, cachedTokens };
}

async function* write(
  writing: Writing,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, undefined> {
  const { model, sequence, template, contextTokens, threads } = writing;
  const prompt = promptOf(model, template, request.messages);
  const room = contextTokens - prompt.length;
  if (room <= 0)
    throw new Fault('bad-input', {
      what: `the messages are ${prompt.length} tokens, the model reads ${contextTokens}`,
    });
  const step = (): true => {
    signal.throwIfAborted();
    threads.match();
    return true;
  };
  const cachedTokens = await keepCommonBeginning(sequence, prompt);
  const tail = await evaluateAllButLast(sequence, prompt.slice(cachedTokens), step);
  const limit = Math.min(request.maxTokens, room);
  const newTokens = yield* writeReply(writing, tail, limit, request.temperature, step);
  const stop = newTokens < limit ? 'finished' : 'max-tokens';
  yield { type: 'end', stop, promptTokens: prompt.length, cachedTokens, newTokens };
}

/** Writes until the model ends its turn or `limit` tokens are written; returns how many were. */
async function* writeReply(
  { model, sequence, template }: Writing,
  tail: Token[],
  limit: number,
  temperature: number,
  step: () => void,
): AsyncGenerator<ChatEvent, number, undefined> {
  const ends = endsOf(model, template);
  const stream = createTextStream(model);
  const reply = createReplyEnd(ends.texts);
  const written: Token[] = [];
  const punishTokens = (): Token[] => written.slice(-repeatPenalty.lastTokens);
  for await (const token of sequence.evaluate(tail, {
    temperature,
    repeatPenalty: { punishTokens, penalty: repeatPenalty.penalty },
  })) {
    if (ends.tokens.has(token)) break;
    written.push(token);
    const { text, isOver } = reply.add(stream.add(token));
    if (text !== '') yield { type: 'text', text };
    if (isOver) return written.length;
    step();
    if (written.length >= limit) break;
  }
  const { text, isOver } = reply.add(stream.end());
  const rest = isOver ? text : text + reply.rest();
  if (rest !== '') yield { type: 'text', text: rest };
  return written.length;
}
