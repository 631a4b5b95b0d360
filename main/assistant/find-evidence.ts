import type { Search } from '#indexer/search/search.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Filter, Hit } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { leastEvidence } from './instant/evidence.ts';
import { type InstantAnswer, instantAnswer } from './instant/instant-answer.ts';
import { contentWords } from './language/words.ts';
import type { Understanding } from './plan/plan-question.ts';
import type { AnswerPassage } from './retrieve/passage.ts';
import { retrieve } from './retrieve/retrieve.ts';

/** What was found for a question and where. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly instant: InstantAnswer;
  /** The conditions gave nothing and the rest of the library was searched too. */
  readonly widened: boolean;
}

export interface Sources {
  readonly library: Library;
  readonly search: Search;
  readonly embedder: Embedder | null;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
}

/**
 * Searches within the plan's conditions; where that gives no answer, without them, which the answer then says.
 * A plan that the person corrected is never widened.
 */
export async function findEvidence(
  understanding: Understanding,
  mayWiden: boolean,
  sources: Sources,
  signal: AbortSignal,
): Promise<Found> {
  const { query, filter } = understanding.plan;
  const asked = query || understanding.standalone;
  const goneOn = await goingOn(understanding, sources, signal);
  if (goneOn !== null) return { ...goneOn, widened: false };
  const within = await answerFrom(asked, asked, filter, understanding, sources, signal);
  const conditions = Object.keys(filter).length > 0;
  if (within.instant.extracts.length > 0 || !conditions || !mayWiden) return { ...within, widened: false };
  // The conditions' words still help to find, but an answer need not hold them.
  const anywhere = await answerFrom(understanding.standalone, asked, {}, understanding, sources, signal);
  if (anywhere.instant.extracts.length > 0) {
    // What is outside the conditions contradicts nothing that was asked.
    return { ...anywhere, instant: { ...anywhere.instant, contradiction: null }, widened: true };
  }
  return { ...within, widened: true };
}

/** What goes on holds the question's own words, and its sentence too, so that less evidence is enough. */
const leastGoingOn = 0.35;
/** Documents of the turn before that are looked through, and those of their conversations with them. */
const earlierDocuments = 8;

/**
 * What goes on from the turn before is first looked for in what that turn showed and in the mails around it, then with
 * its words. An answer from there must hold the question's own words: "how much was the hire?" after the concert is that
 * hire.
 */
async function goingOn(
  understanding: Understanding,
  sources: Sources,
  signal: AbortSignal,
): Promise<Omit<Found, 'widened'> | null> {
  const { goesOnFrom: from, plan } = understanding;
  if (from === undefined || from.ownWords.length === 0) return null;
  const documents = from.documents.slice(0, earlierDocuments).flatMap((documentId) => {
    const summary = sources.library.documents.summary(documentId);
    const thread = summary?.kind === 'mail' ? sources.library.documents.thread(documentId) : [];
    return [documentId, ...thread.map((mail) => mail.documentId)];
  });
  const { question, together } = from;
  const tries: [asked: string, filter: Filter][] = [
    [question, { ...plan.filter, documents: [...new Set(documents)] }],
    ...together.map((asked): [string, Filter] => [asked, plan.filter]),
  ];
  const found: Omit<Found, 'widened'>[] = [];
  for (const [asked, filter] of tries) {
    if (filter.documents?.length === 0) continue;
    found.push(await answerFrom(asked, asked, filter, understanding, sources, signal, leastGoingOn));
  }
  for (const one of found) {
    const at = one.instant.extracts.findIndex(({ text }) => hasStems(text, from.ownThings));
    if (at >= 0) return { ...one, instant: leadBy(one.instant, at) };
  }
  return found.find(({ instant }) => isAround(instant, from.ownWords)) ?? null;
}

/** The same with this one of its sentences first. */
function leadBy(instant: InstantAnswer, at: number): InstantAnswer {
  const { extracts } = instant;
  return { ...instant, extracts: [...extracts.slice(at, at + 1), ...extracts.toSpliced(at, 1)] };
}

/** Whether the best sentence, its passage and its title have these words. */
function isAround({ extracts }: InstantAnswer, wanted: readonly string[]): boolean {
  const [first] = extracts;
  if (first === undefined) return false;
  const { passage, text } = first;
  const { title } = passage.document;
  return hasStems([text, title, passage.heading, passageText(passage)].join('\n'), wanted);
}

function hasStems(text: string, wanted: readonly string[]): boolean {
  const stems = new Set(contentWords(text).map(({ stem }) => stem));
  return wanted.every((word) => stems.has(word));
}

function passageText({ document, start, end }: AnswerPassage): string {
  return document.text.slice(start, end);
}

async function answerFrom(
  searched: string,
  asked: string,
  filter: Filter,
  understanding: Understanding,
  sources: Sources,
  signal: AbortSignal,
  least = leastEvidence,
): Promise<Omit<Found, 'widened'>> {
  const { library, search, embedder } = sources;
  const { hits, passages } = await retrieve(library, search, embedder, { query: searched, filter }, signal);
  const instant = await instantAnswer(understanding, asked, passages, sources, signal, least);
  return { hits, instant };
}
