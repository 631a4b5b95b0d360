import type { Llama, LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import type { ChatEvent, ChatMessage, ChatRequest, Prepared } from '../chat/chat-model.ts';
import type { TurnShape } from '../chat/templates/template.ts';
import { usableCores } from '../hardware/cores.ts';
import type { Foreground } from './foreground.ts';
import { openModel } from './llama.ts';
import { openContext } from './open-context.ts';
import {
  beginningOf,
  evaluateAllButLastStep,
  evaluateInSteps,
  keepCommonBeginning,
  promptOf,
  templateOf,
} from './prompt.ts';
import { matchThreads, type ThreadMatch } from './thread-match.ts';
import { writeReply } from './write-reply.ts';

export interface ChatWriter {
  readonly modelId: string;
  readonly name: string;
  readonly contextTokens: number;
  readonly thinks: boolean;
  /** See `ChatModel.generate`. Throws Fault `bad-input` where the messages do not fit the context. */
  generate(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent>;
  /** See `ChatModel.prepare`. */
  prepare(messages: readonly ChatMessage[], signal: AbortSignal): Promise<Prepared>;
  dispose(): Promise<void>;
}

/** Of a model that thinks though it was not asked to: then it is told to reply. */
const unasked = { maxTokens: 256, maxMs: 10_000 };

/** Loads a chat model with one sequence, whose cache keeps the prompts' common beginning between calls. */
export async function loadChatWriter(
  llama: Llama,
  path: string,
  foreground: Foreground,
): Promise<ChatWriter> {
  const { file, model } = await openModel(llama, path, 'chat');
  const template = templateOf(model, file);
  const context = await openContext(model, file.name, {
    threads: { ideal: usableCores(llama.cpuMathCores), min: 1 },
  });
  const contextTokens = context.contextSize;
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
    thinks: template.thoughts !== undefined,
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
  const thinks = request.thinking !== undefined && template.thoughts !== undefined;
  const prompt = promptOf(model, template, request.messages, thinks);
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
  const tail = await evaluateAllButLastStep(sequence, prompt.slice(cachedTokens), step);
  const replyTokens = Math.min(request.maxTokens, room);
  const thinking = request.thinking ?? unasked;
  const reply = writeReply(writing, {
    ...{ tail, thinks, replyTokens, temperature: request.temperature, step },
    thoughtTokens: Math.min(thinking.maxTokens, room - replyTokens),
    thoughtMs: thinking.maxMs,
  });
  const { said, thought } = yield* reply;
  const stop = said < replyTokens ? 'finished' : 'max-tokens';
  yield { type: 'end', stop, promptTokens: prompt.length, cachedTokens, newTokens: said + thought };
}
