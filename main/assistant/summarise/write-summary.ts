import type { Progress, Sentence } from '#main/contract/ask.ts';
import type { ChatModel, ChatRequest } from '#models/chat/chat-model.ts';
import type { CitationList } from '../compose/citations.ts';
import { quick } from '../generate/effort.ts';
import { plainly } from '../generate/manner.ts';
import { buildRequest, choosePassages, type NumberedPassage } from '../generate/prompt.ts';
import { createSentenceStream } from '../generate/sentence-stream.ts';
import { createSentenceReader, type Support } from '../generate/support.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';

/** A sentence of a model that stands in the source, and where. */
interface Note extends Support {
  readonly text: string;
}

export type SummaryEvent =
  | { readonly type: 'progress'; readonly progress: Progress }
  /** Where all is too much for the model: how many parts it is given. */
  | { readonly type: 'chosen'; readonly parts: number; readonly of: number }
  | { readonly type: 'sentence'; readonly sentence: Sentence };

export interface SummaryInput {
  readonly question: string;
  /** In their order. */
  readonly passages: readonly AnswerPassage[];
  /** Those that say most, which are read where all are too many. */
  readonly central: ReadonlySet<AnswerPassage>;
}

/** A small model reads a part in some seconds: so many are worth waiting for. */
const mostParts = 16;
const sentencesPerPart = 2;
const summarySentences = 5;
const noteTokens = 110;

/** The passages in parts that fit the model's context, in order. */
function partsOf(passages: readonly AnswerPassage[], contextTokens: number): NumberedPassage[][] {
  const parts: NumberedPassage[][] = [];
  let rest = [...passages];
  while (rest.length > 0) {
    const fits = choosePassages(rest, contextTokens, quick);
    // What does not fit beside the first ones begins the next part: nothing is passed over.
    let count = 0;
    while (count < fits.length && fits[count]?.passage === rest[count]) count += 1;
    parts.push(fits.slice(0, Math.max(1, count)));
    rest = rest.slice(Math.max(1, count));
  }
  return parts;
}

/**
 * Lets a model take notes of each part and join them. Every sentence is compared with the source, notes and summary
 * alike, and only what stands there is kept: a note that was made up can be the ground of nothing. Leaving the iteration
 * stops the model at its next token. Throws Fault `service-stopped`.
 */
export async function* writeSummary(
  chat: ChatModel,
  { question, passages, central }: SummaryInput,
  citations: CitationList,
  signal: AbortSignal,
): AsyncGenerator<SummaryEvent> {
  const all = partsOf(passages, chat.contextTokens);
  const parts = all.length <= mostParts ? all : weightiest(all, central);
  if (parts.length < all.length) yield { type: 'chosen', parts: parts.length, of: all.length };
  const notes: Note[] = [];
  for (const [index, part] of parts.entries()) {
    yield {
      type: 'progress',
      progress: { phase: 'noting', done: index, total: parts.length, unit: 'parts' },
    };
    const request = { ...buildRequest(question, part, [], plainly), maxTokens: noteTokens };
    notes.push(...(await verifiedOf(chat, request, part, sentencesPerPart, signal)));
  }
  yield {
    type: 'progress',
    progress: { phase: 'noting', done: parts.length, total: parts.length, unit: 'parts' },
  };
  const joined = parts.length > 1 ? await join(chat, question, notes, signal) : notes;
  for (const note of (joined.length > 0 ? joined : notes).slice(0, summarySentences)) {
    const citation = citations.cite(note.passage.document, note.start, note.end);
    yield { type: 'sentence', sentence: { text: note.text, citations: [citation.n], verified: true } };
  }
}

function weightiest(parts: NumberedPassage[][], central: ReadonlySet<AnswerPassage>): NumberedPassage[][] {
  const weight = (part: NumberedPassage[]): number =>
    part.filter(({ passage }) => central.has(passage)).length;
  const chosen = new Set(parts.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostParts));
  return parts.filter((part) => chosen.has(part));
}

/** The notes told as one, each sentence compared with the passages that the notes stand in. */
async function join(
  chat: ChatModel,
  question: string,
  notes: readonly Note[],
  signal: AbortSignal,
): Promise<Note[]> {
  const sources = [...new Set(notes.map(({ passage }) => passage))].map((passage, index) => ({
    n: index + 1,
    passage,
  }));
  if (sources.length === 0) return [];
  const data = notes.map(({ text }, index) => `[${index + 1}] ${text.replace(/\[(\d{1,3})\]/g, '($1)')}`);
  const base = buildRequest(question, [], [], plainly);
  const system = base.messages.filter(({ role }) => role === 'system');
  const user = `Passages:\n\n${data.join('\n')}\n\nEnd of passages.\n\nQuestion: ${question}`;
  const request: ChatRequest = { ...base, messages: [...system, { role: 'user', text: user }] };
  return verifiedOf(chat, request, sources, summarySentences, signal);
}

async function verifiedOf(
  chat: ChatModel,
  request: ChatRequest,
  sources: readonly NumberedPassage[],
  most: number,
  signal: AbortSignal,
): Promise<Note[]> {
  const reader = createSentenceReader(sources);
  const stream = createSentenceStream();
  const notes: Note[] = [];
  const read = (raw: string): void => {
    const sentence = reader.read(raw);
    const { text } = sentence;
    const support = isStatement(text) ? reader.supportOf(sentence) : null;
    if (support !== null && !notes.some((other) => other.text === text)) notes.push({ text, ...support });
  };
  for await (const event of chat.generate(request, signal)) {
    if (event.type === 'end') stream.rest().forEach(read);
    else stream.add(event.text).forEach(read);
    if (notes.length >= most) break;
  }
  return notes.slice(0, most);
}

/** A small model repeats headings and signatures too. */
const leastWords = 5;

function isStatement(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= leastWords && !/[:?]\s*$|\|/.test(text);
}
