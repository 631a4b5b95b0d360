import type { Llama, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import type { ChatEvent, ChatRequest } from '../chat/chat-model.ts';
import { type ChatTemplate, templates } from '../chat/templates.ts';
import { usableCores } from '../hardware/cores.ts';
import type { Foreground } from './foreground.ts';
import { openModel } from './llama.ts';
import { createTextStream } from './text-stream.ts';

export interface ChatWriter {
  readonly modelId: string;
  readonly name: string;
  readonly contextTokens: number;
  /** See `ChatModel.generate`. Throws Fault `bad-input` where the messages do not fit the context. */
  generate(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent>;
  dispose(): Promise<void>;
}

/** Longest conversation in tokens: 94 MB of cache for the starter model, 0.5 GB for one of 8B parameters. */
const contextLimitTokens = 4096;
/** Tokens of a prompt evaluated between two looks at the signal: fewer would slow the evaluation down. */
const promptStepTokens = 128;
/** Keeps small models from repeating one sentence for ever; only what they wrote counts, never the passages. */
const repeatPenalty = { penalty: 1.1, lastTokens: 64 };

/** Loads a chat model with one sequence, whose cache keeps the prompts' common beginning between calls. */
export async function loadChatWriter(
  llama: Llama,
  path: string,
  foreground: Foreground,
): Promise<ChatWriter> {
  const { file, model } = await openModel(llama, path, 'chat');
  const template = templateOf(model, file.name);
  const contextTokens = Math.min(contextLimitTokens, model.trainContextSize);
  const context = await model.createContext({
    sequences: 1,
    contextSize: contextTokens,
    threads: usableCores(llama.cpuMathCores),
  });
  const sequence = context.getSequence();
  let last: Promise<void> = Promise.resolve();
  return {
    modelId: file.catalogued?.id ?? file.name,
    name: file.catalogued?.name ?? file.name,
    contextTokens,
    generate: async function* (request, signal) {
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
      const before = last;
      last = before.then(() => finished);
      const leave = foreground.enter();
      try {
        await before;
        yield* write({ model, sequence, template, contextTokens }, request, signal);
      } finally {
        leave();
        finish();
      }
    },
    dispose: () => model.dispose(),
  };
}

interface Writing {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly template: ChatTemplate;
  readonly contextTokens: number;
}

async function* write(
  writing: Writing,
  { messages, maxTokens, temperature }: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const { model, sequence, template, contextTokens } = writing;
  const prompt = promptOf(model, template, messages);
  const room = contextTokens - prompt.length;
  if (room <= 0)
    throw new Fault('bad-input', {
      what: `the messages are ${prompt.length} tokens, the model reads ${contextTokens}`,
    });
  signal.throwIfAborted();
  const cachedTokens = await keepCommonBeginning(sequence, prompt);
  const tail = await evaluateAllButLast(sequence, prompt.slice(cachedTokens), signal);
  const stops = controlTokens(model, template);
  const limit = Math.min(maxTokens, room);
  const written: Token[] = [];
  const stream = createTextStream(model);
  const punishTokens = (): Token[] => written.slice(-repeatPenalty.lastTokens);
  const tokens = sequence.evaluate(tail, {
    temperature,
    repeatPenalty: { punishTokens, penalty: repeatPenalty.penalty },
  });
  let stop: 'finished' | 'max-tokens' = 'finished';
  for await (const token of tokens) {
    if (stops.has(token)) break;
    written.push(token);
    const text = stream.add(token);
    if (text !== '') yield { type: 'text', text };
    signal.throwIfAborted();
    if (written.length >= limit) {
      stop = 'max-tokens';
      break;
    }
  }
  const rest = stream.end();
  if (rest !== '') yield { type: 'text', text: rest };
  yield { type: 'end', stop, promptTokens: prompt.length, cachedTokens, newTokens: written.length };
}

function templateOf(model: LlamaModel, name: string): ChatTemplate {
  const found = templates.find((template) =>
    template.controlTokens.every((token) => model.tokenize(token, true).length === 1),
  );
  if (found === undefined) throw new Fault('bad-input', { what: `the chat format of ${name} is not known` });
  return found;
}

function promptOf(model: LlamaModel, template: ChatTemplate, messages: ChatRequest['messages']): Token[] {
  return template.render(messages).flatMap(({ kind, text }) => model.tokenize(text, kind === 'control'));
}

function controlTokens(model: LlamaModel, template: ChatTemplate): ReadonlySet<Token> {
  return new Set(template.controlTokens.flatMap((token) => model.tokenize(token, true)));
}

/** Drops from the cache what differs from the prompt; returns how many tokens need no evaluation. */
async function keepCommonBeginning(
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
): Promise<number> {
  // The last token is always evaluated again: its output is where writing starts.
  await sequence.adaptStateToTokens(prompt.slice(0, -1), false);
  return sequence.nextTokenIndex;
}

/** Evaluates in steps, so that leaving a long prompt takes no longer than one; returns the last token. */
async function evaluateAllButLast(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  signal: AbortSignal,
): Promise<Token[]> {
  for (let start = 0; start < tokens.length - 1; start += promptStepTokens) {
    const end = Math.min(start + promptStepTokens, tokens.length - 1);
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(start, end));
    signal.throwIfAborted();
  }
  return tokens.slice(-1);
}
