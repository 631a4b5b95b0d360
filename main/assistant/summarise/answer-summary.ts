import type { Library } from '#indexer/store/library.ts';
import type { Progress, Sentence } from '#main/contract/ask.ts';
import { progressUnit } from '#main/contract/ask-words.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { AnsweringEvent } from '../compose/answering-event.ts';
import { coverageStatements, statement } from '../compose/statements.ts';
import type { Turn } from '../compose/turn.ts';
import type { Candidate } from '../instant/candidates.ts';
import { oneLine } from '../instant/one-line.ts';
import { contentWords } from '../language/words.ts';
import { dayInWords } from '../plan/describe-filter.ts';
import { sendersOf } from '../retrieve/passage.ts';
import { centralSentences } from './central.ts';
import type { Material } from './choose-material.ts';
import { type ReadMaterial, readMaterial } from './read-material.ts';
import { writeSummary } from './write-summary.ts';

export interface SummarySources {
  readonly library: Library;
  /** Null where none is installed or none is wanted. */
  readonly chat: () => Promise<ChatModel | null>;
}

/** A screen of them; more is the material itself. */
const shortest = 4;
const longest = 9;
/** So many documents or pages earn one more sentence. */
const perSentence = 6;
/** Sentences whose passages a model reads first where it cannot read all. */
const guiding = 60;

/**
 * Summarises material: reads all of it, shows its most central sentences at once, and lets a model tell it in its own
 * words where there is one. What was read and what was not is said.
 */
export async function* answerSummary(
  turn: Turn,
  question: string,
  material: Material,
  sources: SummarySources,
  elapsed: () => number,
  signal: AbortSignal,
): AsyncGenerator<AnsweringEvent> {
  const reading = readMaterial(sources.library, material, signal);
  let step = await reading.next();
  for (; step.done !== true; step = await reading.next()) yield progressEvent(step.value);
  const read = step.value;
  const count = Math.min(longest, shortest + Math.floor(read.read / perSentence));
  turn.outcome = read.candidates.length > 0 ? 'answered' : 'not-found';
  turn.sentences = [
    coverageStatement(read),
    ...centralSentences(read.candidates, count).map((candidate) =>
      extracted(turn, candidate, read.unit !== 'pages' && read.total > 1),
    ),
    ...coverageStatements({ ...turn.coverage, unreadFiles: 0 }),
  ];
  turn.timings = { ...turn.timings, retrieveMs: elapsed(), totalMs: elapsed() };
  yield { type: 'hits', hits: [] };
  yield { type: 'instant', sentences: turn.sentences, citations: turn.citations.all(), computed: null };
  yield* inOwnWords(turn, question, read, sources, elapsed, signal);
}

function progressEvent(progress: Progress): AnsweringEvent {
  return { type: 'progress', progress };
}

/** `told`: with who says it and when, where it is one of several mails or papers. */
function extracted(turn: Turn, { passage, start, end, text }: Candidate, told: boolean): Sentence {
  const { document } = passage;
  const when = document.date === null ? [] : [dayInWords(document.date)];
  const by = told ? [...when, ...sendersOf(document).slice(0, 1)].join(', ') : '';
  return {
    text: `${by}${by === '' ? '' : ': '}${oneLine(text)}`,
    citations: [turn.citations.cite(document, start, end).n],
    verified: true,
  };
}

/** "Read 212 of 212 mails, 3 March 2024 to 9 December 2024." */
function coverageStatement({ read, total, unit, dates }: ReadMaterial): Sentence {
  const [from, to] = (dates ?? []).map(dayInWords);
  const days = from === undefined ? '' : from === to ? `, ${from}` : `, ${from} to ${to}`;
  const left =
    read < total ? ` The oldest ${total - read} were not read: they are too much for one summary.` : '';
  return statement(`Read ${read} of ${total} ${progressUnit(unit, total)}${days}.${left}`);
}

async function* inOwnWords(
  turn: Turn,
  question: string,
  { passages, candidates }: ReadMaterial,
  { chat: load }: SummarySources,
  elapsed: () => number,
  signal: AbortSignal,
): AsyncGenerator<AnsweringEvent> {
  try {
    const chat = candidates.length === 0 ? null : await load();
    if (chat === null) return;
    turn.model = chat.name;
    const central = new Set(centralSentences(candidates, guiding).map(({ passage }) => passage));
    for await (const event of writeSummary(chat, { question, passages, central }, turn.citations, signal)) {
      if (event.type === 'progress') {
        yield progressEvent(event.progress);
        continue;
      }
      if (event.type === 'chosen') {
        turn.sentences.push(statement(partlyTold(event.parts, event.of)));
        continue;
      }
      const { sentence } = event;
      if (repeats(sentence.text, [...turn.sentences, ...turn.added])) continue;
      turn.timings = {
        ...turn.timings,
        firstTokenMs: turn.timings.firstTokenMs ?? elapsed(),
        totalMs: elapsed(),
      };
      turn.added.push(sentence);
      const cited = turn.citations.all().filter(({ n }) => sentence.citations.includes(n));
      yield { type: 'sentence', sentence, citations: cited };
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof Fault)) throw error;
    yield { type: 'notice', message: error.message };
  }
}

const partlyTold = (parts: number, of: number): string =>
  `All was read for these sentences; the model itself was given the ${parts} of ${of} parts that say most.`;

/** Share of its words that a sentence may have in common with what is said already. */
const knownShare = 0.7;

function repeats(text: string, said: readonly Sentence[]): boolean {
  const own = contentWords(text);
  return said.some((other) => {
    const known = new Set(contentWords(other.text).map(({ stem }) => stem));
    return own.filter(({ stem }) => known.has(stem)).length > knownShare * own.length;
  });
}
