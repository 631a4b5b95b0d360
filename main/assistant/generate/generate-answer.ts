import type { Answer, Citation, Sentence } from '#main/contract/ask.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { CitationList } from '../compose/citations.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import { withoutLinks } from './citation-marks.ts';
import { type Manner, plainly } from './manner.ts';
import { buildRequest, choosePassages, type NumberedPassage } from './prompt.ts';
import { createSentenceStream } from './sentence-stream.ts';
import { createSentenceReader, type Support } from './support.ts';

/** What happens while a model writes, in order. */
export type WritingEvent =
  | { readonly type: 'thought'; readonly text: string }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'sentence'; readonly sentence: Sentence; readonly citations: readonly Citation[] }
  | {
      readonly type: 'end';
      readonly promptTokens: number;
      readonly cachedTokens: number;
      readonly newTokens: number;
    };

export interface WritingInput {
  readonly question: string;
  /** Best first. */
  readonly passages: readonly AnswerPassage[];
  readonly history: readonly Answer[];
  /** Absent: quickly, and as the rules say alone. */
  readonly manner?: Manner;
}

const gaveUp =
  /^(?:not found|i (?:do not|don[’']t) know|no answer|unknown|nicht gefunden|no encontrado|pas trouvé)\b/i;
/** A small model repeats the prompt's own labels: such a line is no sentence of an answer. */
const echo = /^(?:question|passages?|end of passages|the passages? (?:is|are))\s*[:.]/i;

/**
 * Lets the model answer from the passages and checks each sentence as soon as it is whole. Leaving the iteration stops
 * the model. Throws Fault `service-stopped`.
 */
export async function* writeAnswer(
  chat: ChatModel,
  input: WritingInput,
  citations: CitationList,
  signal: AbortSignal,
): AsyncGenerator<WritingEvent> {
  const { manner = plainly } = input;
  const numbered = choosePassages(input.passages, chat.contextTokens, manner.effort);
  const request = buildRequest(input.question, numbered, input.history, manner);
  const stream = createSentenceStream();
  const check = createCheck(numbered, citations, manner.effort.mostSentences);
  for await (const event of chat.generate(request, signal)) {
    if (event.type === 'end') {
      yield* stream.rest().flatMap(check.read);
      const { promptTokens, cachedTokens, newTokens } = event;
      yield { type: 'end', promptTokens, cachedTokens, newTokens };
      return;
    }
    if (event.type === 'thought') {
      yield event;
      continue;
    }
    yield { type: 'draft', text: event.text };
    yield* stream.add(event.text).flatMap(check.read);
    if (check.done()) return;
  }
}

function createCheck(numbered: readonly NumberedPassage[], citations: CitationList, mostSentences: number) {
  const said = new Set<string>();
  const reader = createSentenceReader(numbered);
  let repeated = false;
  return {
    /** True once the model repeats itself or goes on too long. */
    done: (): boolean => repeated || said.size >= mostSentences,
    read(raw: string): WritingEvent[] {
      const sentence = reader.read(raw);
      const { text } = sentence;
      if (text === '' || gaveUp.test(text) || echo.test(text) || !/\p{L}{2}/u.test(text)) return [];
      if (said.has(text)) {
        repeated = true;
        return [];
      }
      said.add(text);
      return [checked(text, reader.supportOf(sentence), citations)];
    },
  };
}

function checked(text: string, support: Support | null, citations: CitationList): WritingEvent {
  if (support === null) {
    // What stands in no source carries no address either, not one that a passage holds.
    const plain = withoutLinks(text, []);
    return { type: 'sentence', sentence: { text: plain, citations: [], verified: false }, citations: [] };
  }
  const citation = citations.cite(support.passage.document, support.start, support.end);
  return {
    type: 'sentence',
    sentence: { text, citations: [citation.n], verified: true },
    citations: [citation],
  };
}
