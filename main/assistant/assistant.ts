import type { Answer, AskEvent, AskInput } from '#main/contract/ask.ts';
import type { CompareEvent, CompareInput } from '#main/contract/comparisons.ts';
import type { Completion } from '#main/contract/complete.ts';
import type { ExampleQuestion } from '#main/contract/examples.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Plan, SearchInput } from '#main/contract/search.ts';
import { type AnsweringOptions, type AssistantOptions, answerQuestion } from './answer-question.ts';
import { compareModels } from './compare/compare-models.ts';
import { exampleQuestions } from './examples.ts';
import { beginningAfter } from './generate/prompt.ts';
import { keepAnswer } from './keep-answer.ts';
import { complete } from './operators/complete.ts';
import { readOperators } from './operators/read-operators.ts';
import { type Directory, followDirectory, knownNames } from './plan/directory.ts';
import { planQuestion } from './plan/plan-question.ts';
import { personaFor, type Voice, voiceOf } from './voice.ts';

export type { AssistantOptions };

/** Answers questions from the library, each claim with the place it came from. */
export interface Assistant {
  /**
   * The events of one question in the contract's order. Leaving the iteration, or aborting, stops the work down to the
   * model's next token; what was already answered is kept in the conversation, at its place. A conversation that was removed meanwhile
   * is followed by a new one, as `started` says. Where nothing can be kept, on a full disk, nothing is `started`: the
   * answer is given all the same, and a `notice` says so. A model that fails is a `notice`, and the instant answer stands.
   */
  ask(input: AskInput, signal: AbortSignal): AsyncIterable<AskEvent>;
  /** The instant answer to a question asked alone; nothing of it is kept. */
  preview(question: string, signal: AbortSignal): AsyncIterable<AskEvent>;
  /** What the rules understand of a question asked alone: the rewritten query and the filter that would run. */
  plan(question: string, signal: AbortSignal): Promise<Plan>;
  /** A search with its operators taken out and put into its filter. Throws Fault `operator-wrong`. */
  readSearch(input: SearchInput): SearchInput;
  /** Several chat models answer from the same passages; see `compareModels`. */
  compare(input: CompareInput, signal: AbortSignal): AsyncIterable<CompareEvent>;
  /** The conversation is looked at: the model, where it is at hand, reads it while nobody waits. */
  lookedAt(conversationId: number): void;
  /** What may complete the operator that a text ends in. */
  complete(text: string): Completion[];
  /** What this library can be asked, made from what it holds. */
  examples(): ExampleQuestion[];
}

export function createAssistant(options: AssistantOptions): Assistant {
  const directory = followDirectory(options.library);
  return {
    ask: (input, signal) => ask({ ...options, directory }, input, signal),
    async *preview(question, signal) {
      const input = { question, noModel: true };
      for await (const event of answerQuestion(
        { ...options, directory },
        input,
        voiceOf(options, null),
        [],
        signal,
      ).events)
        yield event.type === 'done' ? { ...event, kept: null } : event;
    },
    async plan(question, signal) {
      signal.throwIfAborted();
      return planQuestion(question, directory(), options.today()).plan;
    },
    readSearch(input) {
      const read = readOperators(input.query, directory(), options.today(), 'always');
      // What stands in a phrase is looked for as words too, so that its own place comes first.
      const query = [read.text, ...(read.filter.phrases ?? [])].filter((part) => part !== '').join(' ');
      return { ...input, query, filter: { ...input.filter, ...read.filter } };
    },
    compare: (input, signal) => compare(options, directory(), input, signal),
    lookedAt(conversationId) {
      if (options.isChatLoaded?.() === true)
        prepareNext(
          voiceOf(options, personaFor(options.conversations, { conversationId })),
          options.conversations.earlier(conversationId) ?? [],
        );
    },
    complete: (text) => complete(text, directory()),
    examples: () => exampleQuestions(options.library, directory()),
  };
}

async function* ask(
  options: AnsweringOptions,
  input: AskInput,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const { conversations } = options;
  const { conversationId, place, question } = input;
  const earlier = conversationId === undefined ? null : conversations.earlier(conversationId, place);
  const keeping = keepAnswer(
    conversations,
    earlier === null ? null : (conversationId ?? null),
    question,
    place,
    input.personaId,
  );
  const leaving = new AbortController();
  const whileAsked = AbortSignal.any([signal, leaving.signal]);
  const voice = voiceOf(options, personaFor(conversations, input), input.thorough);
  const answering = answerQuestion(options, input, voice, earlier ?? [], whileAsked);
  try {
    if (keeping.asked !== null) yield { type: 'started', ...keeping.asked };
    for await (const event of answering.events) {
      if (event.type !== 'done') {
        yield event;
        continue;
      }
      const kept = keeping.keep(event.answer);
      const isUnkept = kept instanceof Fault;
      if (isUnkept) yield { type: 'notice', message: kept.message };
      prepareNext(voice, [...(earlier ?? []), event.answer]);
      yield { ...event, kept: isUnkept ? null : kept };
    }
  } finally {
    leaving.abort();
    keeping.leave(answering.current());
  }
}

async function* compare(
  options: AssistantOptions,
  directory: Directory,
  input: CompareInput,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent> {
  const { library, search, conversations, chatOf } = options;
  const understanding = planQuestion(input.question, directory, options.today());
  const sources = { library, search, people: knownNames(directory), embedder: await options.embedder() };
  const { comparisons } = conversations;
  yield* compareModels(understanding, input, { ...sources, comparisons, chat: chatOf }, signal);
}

/** The model reads the turns so far while the person reads the answer: the next question has only itself to evaluate. */
function prepareNext({ chat, manner }: Voice, history: readonly Answer[]): void {
  if (!history.some(({ model }) => model !== null)) return;
  const prepare = async () =>
    (await chat())?.prepare(beginningAfter(history, manner), new AbortController().signal);
  // What is not prepared is evaluated with the question.
  prepare().catch(() => undefined);
}
