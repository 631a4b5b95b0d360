import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { foldInPlace } from '../language/words.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { type AnswerPassage, sendersOf } from '../retrieve/passage.ts';
import { type AnswerType, answerTypeOf, isValueType } from './answer-type.ts';
import { type Candidate, candidatesOf, namesIn } from './candidates.ts';
import { tellsChange } from './change.ts';
import { type QuestionTerms, readQuestion } from './question-terms.ts';
import { outdates, recencyOf, supersede } from './recency.ts';
import { datedSentence } from './relative-date.ts';
import { type Scored, scoreCandidate } from './score.ts';
import { similarityTo } from './similarity.ts';

/** A stretch of a document chosen as (part of) the answer; offsets are UTF-16, into the document's text. */
export interface Extract {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
  /** What is shown: the stretch on one line, with the speaker in front where only the mail's header names who. */
  readonly text: string;
  /** When it was, where the question asks that and the text only says "yesterday"; a sentence of ours, else null. */
  readonly dated: string | null;
}

/** The best sentences of the hits; none where the evidence is too weak to be called an answer. */
export interface InstantAnswer {
  readonly extracts: readonly Extract[];
  readonly type: AnswerType;
  /** 0 to 1: how sure it is that the best sentence speaks of the question. */
  readonly evidence: number;
  /** The passages by their best sentence, best first: what a model is given. */
  readonly passages: readonly AnswerPassage[];
}

/** What choosing sentences needs beside the passages. */
export interface InstantSources {
  readonly library: Library;
  readonly embedder: Embedder | null;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
}

/** Sentences that are compared by meaning too; each costs an embedding. */
const comparedByMeaning = 16;
const similarityShare = 0.25;
/** Later statements count more: people change their minds, prices and dates. */
const recencyShare = 0.08;
const changeShare = 0.06;
/** Below this there is no answer: calibrated on unrelated questions over the sample library. */
const leastEvidence = 0.44;

/** Chooses the best sentences of some passages for a question. */
export async function instantAnswer(
  understanding: Understanding,
  query: string,
  passages: readonly AnswerPassage[],
  sources: InstantSources,
  signal: AbortSignal,
): Promise<InstantAnswer> {
  const { question, type, weighed, rest } = await rankSentences(
    understanding,
    query,
    passages,
    sources,
    signal,
  );
  const best = understanding.plan.intent === 'compare' ? weighed[0] : supersede(weighed, type, question);
  const evidence = best === undefined ? 0 : evidenceOf(best, question);
  const order = [...new Set([...weighed, ...rest].map(({ candidate }) => candidate.passage))];
  if (best === undefined || evidence < leastEvidence)
    return { extracts: [], type, evidence, passages: order };
  const others = weighed.filter((scored) => scored !== best);
  const chosen = chooseSentences([best, ...others], question, type, understanding);
  const extracts = chosen.map((scored) => extractOf(scored, type, question));
  return { extracts, type, evidence, passages: order };
}

/** The sentences of some passages by how well they answer; `rest` are those too weak to be compared by meaning. */
async function rankSentences(
  understanding: Understanding,
  query: string,
  passages: readonly AnswerPassage[],
  { library, embedder, people }: InstantSources,
  signal: AbortSignal,
): Promise<{ question: QuestionTerms; type: AnswerType; weighed: Weighed[]; rest: Scored[] }> {
  const type = answerTypeOf(understanding.standalone);
  const question = readQuestion(query, type, library, people);
  const ranked = candidatesOf(passages)
    .map((candidate) => scoreCandidate(candidate, question, type))
    .sort((a, b) => b.score - a.score);
  signal.throwIfAborted();
  const weighed = await weighMeaning(query, ranked.slice(0, comparedByMeaning), embedder, signal);
  return { question, type, weighed, rest: ranked.slice(comparedByMeaning) };
}

export interface Weighed extends Scored {
  readonly similarity: number | null;
  readonly final: number;
}

async function weighMeaning(
  query: string,
  ranked: readonly Scored[],
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<Weighed[]> {
  const texts = ranked.map(({ candidate }) => oneLine(candidate.text));
  const similarity = embedder === null ? null : await similarityTo(query, texts, embedder, signal);
  const recency = recencyOf(ranked);
  return ranked
    .map((scored, index): Weighed => {
      const near = similarity?.[index] ?? null;
      const later = recencyShare * (recency[index] ?? 0) + (tellsChange(scored.candidate) ? changeShare : 0);
      return { ...scored, similarity: near, final: scored.score + similarityShare * (near ?? 0) + later };
    })
    .sort((a, b) => b.final - a.final);
}

/** So near in meaning that a word the library does not know must be there under another name ("earn", "salary"). */
const sameMeaning = 0.9;
const meaningShare = 0.5;
/** How much of the evidence a name, figure or thing of the question takes with it that is nowhere near. */
const lostShare = 0.6;
/** A verb or detail the library words otherwise costs less where an answer of the wanted kind stands by the topic. */
const rewordedShare = 0.2;

/** Words found and, where there is an embedder, nearness of meaning; a name, figure or thing that is missing outweighs both. */
function evidenceOf(best: Weighed, question: QuestionTerms): number {
  const near = best.similarity ?? 0;
  const unknown = near >= sameMeaning ? 0 : best.unknown;
  const needed = question.terms.filter((term) => term.essential || term.unknown).length;
  const share = best.pointed ? rewordedShare : lostShare;
  const lost = needed === 0 ? 0 : (lostShare * best.missing + share * unknown) / needed;
  const found = Math.max(best.strength, (1 - meaningShare) * best.strength + meaningShare * near);
  return found * (1 - lost);
}

/** Share of the question a further sentence must hold itself. */
const leastOwn = 0.4;

const several: ReadonlySet<string> = new Set(['compare', 'summarise', 'find']);

function chooseSentences(
  weighed: readonly Weighed[],
  question: QuestionTerms,
  type: AnswerType,
  { plan }: Understanding,
): Weighed[] {
  const [best] = weighed;
  if (best === undefined) return [];
  const broad = several.has(plan.intent) || type === 'open' || type === 'reason' || type === 'decision';
  const compares = plan.intent === 'compare';
  const most = compares ? 4 : broad ? 3 : 2;
  const share = compares ? 0.6 : broad ? 0.8 : 0.85;
  const chosen: Weighed[] = [best];
  for (const candidate of weighed.slice(1)) {
    if (chosen.length >= most || candidate.final < share * best.final) break;
    if (!candidate.typed && best.typed) continue;
    if (evidenceOf(candidate, question) < leastEvidence || (!compares && candidate.own < leastOwn)) continue;
    if (chosen.some((other) => repeats(candidate.candidate, other.candidate))) continue;
    if (isValueType(type) && outdates(best, candidate)) continue;
    chosen.push(candidate);
  }
  return chosen;
}

/** Whether a sentence adds next to nothing to another. */
function repeats(candidate: Candidate, other: Candidate): boolean {
  if (
    candidate.passage.document.documentId === other.passage.document.documentId &&
    candidate.start < other.end &&
    other.start < candidate.end
  )
    return true;
  const known = new Set(other.words.map((word) => word.stem));
  const own = candidate.words.filter((word) => !word.stop && /\p{L}/u.test(word.text));
  return own.filter((word) => known.has(word.stem)).length > 0.8 * own.length;
}

const leansBack =
  /^(?:it|this|that|these|those|they|he|she|his|her|their|its|so|but|and|also|then|both|yes|no|ok|okay|es|das|dies\p{L}*|er|sie|aber|und|also|ja|nein|eso|esto|ella?|ellos|pero|y|si|il|elle|ils|elles|cela|ca|ce|c[’']est|mais|et|oui|non)(?!\p{L})/u;

/** How far back the grounds of a conclusion are looked for. */
const groundsChars = 400;
const groundsSentences = 3;

/** A sentence that leans on the one before it ("It costs …") is shown with it; so are the grounds of a bare conclusion. */
function extractOf(scored: Scored, type: AnswerType, question: QuestionTerms): Extract {
  const { candidate } = scored;
  const { passage, end } = candidate;
  let first = candidate;
  if (type === 'reason' && !scored.typed) first = groundsOf(candidate);
  else if (leans(candidate)) first = candidate.previous ?? candidate;
  const text = oneLine(passage.document.text.slice(first.start, end));
  return {
    passage,
    start: first.start,
    end,
    text: `${speaker(candidate, type, question)}${text}`,
    dated: datedBeside(candidate, type),
  };
}

function datedBeside({ passage, values, text }: Candidate, type: AnswerType): string | null {
  const { date } = passage.document;
  const absolute = values.some(
    (value) =>
      value.kind === 'date' && value.readings.some(({ year, month }) => year !== null || month !== null),
  );
  return type !== 'date' || absolute || date === null ? null : datedSentence(text, date);
}

function leans(candidate: Candidate): boolean {
  const { passage, previous } = candidate;
  if (previous === null || !leansBack.test(foldInPlace(candidate.text))) return false;
  return !/\n\s*\n/.test(passage.document.text.slice(previous.end, candidate.start));
}

function groundsOf(candidate: Candidate): Candidate {
  let first = candidate;
  for (let count = 1; count < groundsSentences; count += 1) {
    const { previous } = first;
    if (previous === null || candidate.end - previous.start > groundsChars) break;
    first = previous;
  }
  return first;
}

/** "Who": a sentence in the first person is answered by the name in the mail's header. */
function speaker(candidate: Candidate, type: AnswerType, question: QuestionTerms): string {
  if (type !== 'person') return '';
  const asked = new Set(question.terms.map((term) => term.folded));
  if (namesIn(candidate).some((name) => !asked.has(name.folded) && question.people.has(name.folded)))
    return '';
  const [sender] = sendersOf(candidate.passage.document);
  return sender === undefined ? '' : `${sender}: `;
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^(?:[-*+•·>]|\d{1,2}[.)])\s+(?=\S)/u, '')
    .trim();
}
