import type { Sentence } from '#main/contract/ask.ts';
import { looksInFiles } from '#main/contract/ask-words.ts';
import type { ComparedSide, CompareEvent, CompareInput, Comparison } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { type CitationList, createCitations } from '../compose/citations.ts';
import type { Comparisons, KeptComparison } from '../conversations/comparisons.ts';
import { findEvidence, type Sources } from '../find-evidence.ts';
import { type WritingEvent, writeAnswer } from '../generate/generate-answer.ts';
import { isComputed, type Understanding } from '../plan/plan-question.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';

export interface CompareSources extends Sources {
  /** A chat model by its id. Throws Fault `model-missing`, `model-unknown`, and what loading it throws. */
  readonly chat: (modelId: string) => Promise<ChatModel>;
  readonly comparisons: Comparisons;
}

/** A side while its model writes. */
interface Writing {
  readonly sentences: Sentence[];
  firstTokenMs: number | null;
  tokensPerSecond: number | null;
}

/**
 * Has the models answer one after the other from the same passages. Leaving the iteration, or aborting, stops them, and
 * nothing is kept. Throws Fault `nothing-to-compare` where no model would write.
 */
export async function* compareModels(
  understanding: Understanding,
  input: CompareInput,
  sources: CompareSources,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent> {
  const passages = await passagesFor(understanding, sources, signal);
  yield { type: 'passages', count: passages.length };
  const citations = createCitations();
  const models = input.blind ? shuffled(input.models) : input.models;
  const sides: ComparedSide[] = [];
  for (const [side, modelId] of models.entries()) {
    yield { type: 'turn', side, of: models.length };
    sides.push(yield* turnOf(side, modelId, understanding, passages, citations, sources, signal));
  }
  const { question, blind } = input;
  const askedAt = new Date().toISOString();
  const made = { question, askedAt, blind, sides, citations: citations.all() };
  const wrote = sides.filter(({ failed }) => failed === null).length;
  yield {
    type: 'done',
    comparison:
      wrote < 2 ? { ...made, comparisonId: null, vote: null } : unnamed(sources.comparisons.add(made)),
  };
}

async function passagesFor(
  understanding: Understanding,
  sources: CompareSources,
  signal: AbortSignal,
): Promise<readonly AnswerPassage[]> {
  const { plan, howMany } = understanding;
  if (isComputed(plan) || howMany || !looksInFiles(plan.intent))
    throw new Fault('nothing-to-compare', {
      why: 'this is worked out exactly, and no model is asked for it',
    });
  const { instant } = await findEvidence(understanding, true, sources, signal);
  if (instant.extracts.length === 0)
    throw new Fault('nothing-to-compare', {
      why: 'nothing that answers this was found in your files, so no model would write',
    });
  return instant.passages;
}

async function* turnOf(
  side: number,
  modelId: string,
  understanding: Understanding,
  passages: readonly AnswerPassage[],
  citations: CitationList,
  sources: CompareSources,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, ComparedSide> {
  const writing: Writing = { sentences: [], firstTokenMs: null, tokensPerSecond: null };
  let name = modelId;
  let failed: string | null = null;
  try {
    const chat = await sources.chat(modelId);
    ({ name } = chat);
    for await (const event of write(chat, understanding.standalone, passages, citations, writing, signal))
      yield event.type === 'draft' ? { ...event, side } : { ...event, side, citations: [...event.citations] };
  } catch (error) {
    if (signal.aborted || !(error instanceof Fault)) throw error;
    failed = error.message;
  }
  return { model: modelId, name, ...writing, failed };
}

type Written = Extract<WritingEvent, { type: 'draft' | 'sentence' }>;

async function* write(
  chat: ChatModel,
  question: string,
  passages: readonly AnswerPassage[],
  citations: CitationList,
  writing: Writing,
  signal: AbortSignal,
): AsyncGenerator<Written> {
  const started = performance.now();
  for await (const event of writeAnswer(chat, { question, passages, history: [] }, citations, signal)) {
    if (event.type === 'thought') continue;
    const elapsedMs = performance.now() - started;
    if (event.type === 'end') {
      const writingMs = elapsedMs - (writing.firstTokenMs ?? elapsedMs);
      // The first token is there when the clock begins.
      if (event.newTokens > 1 && writingMs > 0)
        writing.tokensPerSecond = (1000 * (event.newTokens - 1)) / writingMs;
      continue;
    }
    writing.firstTokenMs ??= elapsedMs;
    if (event.type === 'sentence') writing.sentences.push(event.sentence);
    yield event;
  }
}

/** As a front end may see it: of a blind one nobody learns the models before the vote. */
export function unnamed(comparison: KeptComparison): Comparison {
  if (!comparison.blind || comparison.vote !== null) return comparison;
  return { ...comparison, sides: comparison.sides.map((side) => ({ ...side, model: null, name: null })) };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
