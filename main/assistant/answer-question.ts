import type { Search } from '#indexer/search/search.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Answer, AskInput, Coverage } from '#main/contract/ask.ts';
import { looksInFiles } from '#main/contract/ask-words.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { addsSomething } from './compose/adds-something.ts';
import type { AnsweringEvent } from './compose/answering-event.ts';
import { composeComputed, composeFound, composeTimeline } from './compose/compose-answer.ts';
import { emptyLibraryStatements, statement, talkStatement } from './compose/statements.ts';
import { answerOf, openTurn, type Turn } from './compose/turn.ts';
import { compute } from './compute/compute.ts';
import type { Conversations } from './conversations/conversations.ts';
import { type Found, findEvidence } from './find-evidence.ts';
import { writeAnswer } from './generate/generate-answer.ts';
import { type Directory, knownNames } from './plan/directory.ts';
import { goesOn, planFollowUp } from './plan/follow-up.ts';
import { isComputed, type Understanding } from './plan/plan-question.ts';
import type { PreviousTurn } from './plan/previous-turn.ts';
import { answerSummary } from './summarise/answer-summary.ts';
import { chooseMaterial, type Material } from './summarise/choose-material.ts';
import { timelineOf } from './timeline/timeline.ts';
import type { Voice } from './voice.ts';

export interface AssistantOptions {
  readonly library: Library;
  readonly search: Search;
  /** Null where none is installed: keywords alone. */
  readonly embedder: () => Promise<Embedder | null>;
  /** Null where none is installed: the instant answer alone. */
  readonly chat: () => Promise<ChatModel | null>;
  /** A chat model by its id, to be compared with another. Throws Fault `model-missing`, `model-unknown`. */
  readonly chatOf: (modelId: string) => Promise<ChatModel>;
  /** Whether that costs little; absent for never. */
  readonly isChatLoaded?: () => boolean;
  readonly conversations: Conversations;
  readonly pendingFiles: () => number;
  readonly today: () => Date;
}

export interface AnsweringOptions extends AssistantOptions {
  readonly directory: () => Directory;
}

/** The work on one question: its events, and at any time the answer as far as it stands. */
export interface Answering {
  readonly events: AsyncGenerator<AnsweringEvent>;
  /** Null until there is something to show. */
  current(): Answer | null;
}

export function answerQuestion(
  options: AnsweringOptions,
  input: AskInput,
  voice: Voice,
  earlier: readonly Answer[],
  signal: AbortSignal,
): Answering {
  const progress: { turn: Turn | null; shown: boolean } = { turn: null, shown: false };
  return {
    events: run(options, input, voice, earlier, progress, signal),
    current: () =>
      progress.turn === null || !progress.shown ? null : answerOf(input.question, progress.turn),
  };
}

async function* run(
  options: AnsweringOptions,
  input: AskInput,
  voice: Voice,
  earlier: readonly Answer[],
  progress: { turn: Turn | null; shown: boolean },
  signal: AbortSignal,
): AsyncGenerator<AnsweringEvent> {
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  signal.throwIfAborted();
  const understanding = understand(options, input, earlier);
  yield { type: 'plan', plan: understanding.plan };
  const notices: string[] = [];
  // A count, a list and a greeting search nothing by meaning, so they do not wait for a model to load.
  const bySearch =
    understanding.tentative || (!isComputed(understanding.plan) && looksInFiles(understanding.plan.intent));
  const embedder = bySearch ? await orNotice(options.embedder, notices) : null;
  const turn = openTurn(understanding.plan, coverageOf(options, embedder));
  progress.turn = turn;
  const material = await materialOf(options, input, understanding, embedder, earlier, signal);
  if (material !== null) {
    const chat = input.noModel ? async () => null : voice.chat;
    const sources = { library: options.library, chat };
    for await (const event of answerSummary(
      turn,
      understanding.standalone,
      material,
      sources,
      elapsed,
      signal,
    )) {
      progress.shown ||= event.type === 'instant';
      yield event;
    }
    for (const message of notices) yield { type: 'notice', message };
    turn.timings = { ...turn.timings, totalMs: elapsed() };
    yield { type: 'done', answer: answerOf(input.question, turn) };
    return;
  }
  const searching = performance.now();
  const found = await answerAtOnce(options, input, understanding, turn, embedder, notices, signal);
  turn.timings = { ...turn.timings, retrieveMs: performance.now() - searching, totalMs: elapsed() };
  progress.shown = true;
  yield { type: 'hits', hits: [...(found?.hits ?? [])] };
  yield {
    type: 'instant',
    sentences: turn.sentences,
    citations: turn.citations.all(),
    computed: turn.computed,
  };
  for (const message of notices) yield { type: 'notice', message };
  if (found !== null && mayWrite(input, understanding, found)) {
    yield* write(voice, understanding, found, earlier, turn, elapsed, signal);
  }
  turn.timings = { ...turn.timings, totalMs: elapsed() };
  yield { type: 'done', answer: answerOf(input.question, turn) };
}

/** What a question for a summary is about; a search for it goes by words alone where the embedder dies. */
async function materialOf(
  { library, search, directory }: AnsweringOptions,
  { question }: AskInput,
  understanding: Understanding,
  embedder: Embedder | null,
  earlier: readonly Answer[],
  signal: AbortSignal,
): Promise<Material | null> {
  const sources = { library, search, directory: directory(), previous: earlier.at(-1) ?? null };
  try {
    return await chooseMaterial(understanding, question, { ...sources, embedder }, signal);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'service-stopped') throw error;
    return chooseMaterial(understanding, question, { ...sources, embedder: null }, signal);
  }
}

function understand(options: AnsweringOptions, input: AskInput, earlier: readonly Answer[]): Understanding {
  const last = earlier.at(-1);
  const previous: PreviousTurn | null =
    last === undefined
      ? null
      : {
          question: last.plan.standalone ?? last.question,
          opening: earlier.findLast(({ question }) => !goesOn(question))?.question ?? last.question,
          plan: last.plan,
          people: sendersCited(options, last),
          answer: last.sentences.find(({ citations }) => citations.length > 0)?.text ?? '',
          documents: documentsShown(last),
          lists: earlier.slice(0, -1).reverse().map(documentsShown),
        };
  const ruled = planFollowUp(input.question, previous, options.directory(), options.today());
  return input.plan === undefined ? ruled : { ...ruled, plan: input.plan, caveats: [], tentative: false };
}

/** In the order in which they are shown. */
function documentsShown({ computed, citations }: Answer): number[] {
  const shown = computed?.items ?? citations;
  return [...new Set(shown.map(({ documentId }) => documentId))];
}

function sendersCited({ library }: AssistantOptions, answer: Answer): string[] {
  return answer.citations.flatMap(({ documentId }) =>
    (library.documents.summary(documentId)?.people ?? [])
      .filter((person) => person.role === 'from' || person.role === 'author')
      .map((person) => person.name || (person.address ?? '')),
  );
}

function coverageOf({ library, pendingFiles }: AssistantOptions, embedder: Embedder | null): Coverage {
  const { embedded, total } =
    embedder === null ? { embedded: 0, total: 0 } : library.embeddings.progress(embedder.modelId);
  const files = library.files.counts();
  return {
    documents: library.documents.totals().documents,
    pendingFiles: pendingFiles(),
    unreadFiles: files.skipped + files.failed,
    embeddedShare: total === 0 ? 0 : embedded / total,
  };
}

/** A model that cannot be had is told, never fatal. */
async function orNotice<Model>(load: () => Promise<Model | null>, notices: string[]): Promise<Model | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    notices.push(error.message);
    return null;
  }
}

/** Everything that needs no chat model. Returns what was found, or null where nothing was searched. */
async function answerAtOnce(
  options: AnsweringOptions,
  input: AskInput,
  understanding: Understanding,
  turn: Turn,
  embedder: Embedder | null,
  notices: string[],
  signal: AbortSignal,
): Promise<Found | null> {
  const { library, search } = options;
  const { intent } = understanding.plan;
  if (intent === 'talk') {
    turn.outcome = 'talk';
    turn.sentences = [talkStatement()];
    return null;
  }
  if (intent === 'reckon' && understanding.reckoned !== undefined) {
    turn.outcome = 'answered';
    turn.sentences = [statement(understanding.reckoned)];
    return null;
  }
  if (turn.coverage.documents === 0) {
    turn.outcome = 'empty-library';
    turn.sentences = emptyLibraryStatements(turn.coverage);
    return null;
  }
  if (isComputed(understanding.plan)) {
    const computation = compute(understanding, library, signal);
    if (!computation.isEmpty || !understanding.tentative) {
      composeComputed(turn, computation, library);
      return null;
    }
  }
  if (intent === 'timeline') {
    const timeline = await timelineOf(understanding, library, search, embedder, signal);
    if (composeTimeline(turn, timeline)) return null;
  }
  const mayWiden = input.plan === undefined;
  const sources = { library, search, embedder, people: knownNames(options.directory()) };
  const compose = (found: Found): Found => {
    turn.citations.found(found.hits);
    composeFound(turn, found, understanding);
    tellCorrection(found, understanding, search, notices);
    return found;
  };
  try {
    return compose(await findEvidence(understanding, mayWiden, sources, signal));
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'service-stopped' || embedder === null) throw error;
    notices.push(error.message);
    return compose(await findEvidence(understanding, mayWiden, { ...sources, embedder: null }, signal));
  }
}

/** An answer to words that were put right says so; where it found nothing, "not found" says enough. */
function tellCorrection(
  found: Found,
  { plan, standalone }: Understanding,
  search: AnsweringOptions['search'],
  notices: string[],
): void {
  const corrected = search.corrected(plan.query || standalone);
  if (corrected !== null && found.hits.length > 0) notices.push(`Searched for “${corrected}”.`);
}

/** A number that was asked for is never a model's; and where nothing was found there is nothing to write from. */
function mayWrite(input: AskInput, understanding: Understanding, found: Found): boolean {
  return !input.noModel && !understanding.howMany && found.instant.extracts.length > 0;
}

async function* write(
  { chat: load, manner }: Voice,
  understanding: Understanding,
  found: Found,
  history: readonly Answer[],
  turn: Turn,
  elapsed: () => number,
  signal: AbortSignal,
): AsyncGenerator<AnsweringEvent> {
  try {
    const chat = await load();
    if (chat === null) return;
    turn.model = chat.name;
    const input = { question: understanding.standalone, passages: found.instant.passages, history, manner };
    for await (const event of writeAnswer(chat, input, turn.citations, signal)) {
      if (event.type === 'end') {
        const { promptTokens, cachedTokens, newTokens } = event;
        turn.timings = { ...turn.timings, promptTokens, cachedTokens, newTokens };
        continue;
      }
      turn.timings = {
        ...turn.timings,
        firstTokenMs: turn.timings.firstTokenMs ?? elapsed(),
        totalMs: elapsed(),
      };
      if (event.type === 'sentence') keep(turn, event.sentence, understanding, found);
      yield event.type !== 'sentence' ? event : { ...event, citations: [...event.citations] };
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof Fault)) throw error;
    yield { type: 'notice', message: error.message };
  }
}

/** A model's sentence joins the answer only where it stands in a source and the extract does not settle the question. */
function keep(
  turn: Turn,
  sentence: Turn['sentences'][number],
  understanding: Understanding,
  { instant }: Found,
): void {
  if (!sentence.verified) turn.unsupported.push(sentence);
  else if (
    instant.type === 'open' &&
    addsSomething(sentence, understanding.plan.query, [...turn.sentences, ...turn.added])
  ) {
    turn.added.push(sentence);
  }
}
