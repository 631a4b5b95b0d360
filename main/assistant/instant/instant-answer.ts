import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { foldInPlace } from '../language/words.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { type AnswerPassage, sendersOf } from '../retrieve/passage.ts';
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import { type Candidate, candidatesOf, namesIn } from './candidates.ts';
import { type QuestionTerms, readQuestion } from './question-terms.ts';
import { recencyOf, supersede, tellsChange } from './recency.ts';
import { type Scored, scoreCandidate } from './score.ts';
import { similarityTo } from './similarity.ts';

/** A stretch of a document chosen as (part of) the answer; offsets are UTF-16, into the document's text. */
export interface Extract {
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
  /** What is shown: the stretch on one line, with the speaker in front where only the mail's header names who. */
  readonly text: string;
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

/** Sentences that are compared by meaning too; each costs an embedding. */
const comparedByMeaning = 16;
const similarityShare = 0.25;
/** Later statements count more: people change their minds, prices and dates. */
const recencyShare = 0.08;
const changeShare = 0.06;
/** Below this there is no answer: calibrated on unrelated questions over the sample library. */
const leastEvidence = 0.5;

export async function instantAnswer(
  understanding: Understanding,
  query: string,
  passages: readonly AnswerPassage[],
  library: Library,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<InstantAnswer> {
  const type = answerTypeOf(understanding.standalone);
  const question = readQuestion(query, type, library, {});
  const ranked = candidatesOf(passages)
    .map((candidate) => scoreCandidate(candidate, question, type))
    .sort((a, b) => b.score - a.score);
  signal.throwIfAborted();
  const weighed = await weighMeaning(query, ranked.slice(0, comparedByMeaning), embedder, signal);
  const best = supersede(weighed, type);
  const evidence = best === undefined ? 0 : evidenceOf(best, question);
  const order = [...new Set([...weighed, ...ranked].map(({ candidate }) => candidate.passage))];
  if (best === undefined || evidence < leastEvidence)
    return { extracts: [], type, evidence, passages: order };
  const rest = weighed.filter((scored) => scored !== best);
  const chosen = chooseSentences([best, ...rest], question, type, understanding);
  const extracts = chosen.map((scored) => extractOf(scored.candidate, type, question));
  return { extracts, type, evidence, passages: order };
}

interface Weighed extends Scored {
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

/** Words found and, where there is an embedder, nearness of meaning; a missing name or figure outweighs both. */
function evidenceOf(best: Weighed, question: QuestionTerms): number {
  const essential = question.terms.filter((term) => term.essential).length;
  const lost = essential === 0 ? 0 : best.missing / essential;
  const found =
    best.similarity === null
      ? best.strength
      : Math.max(best.strength, 0.5 * best.strength + 0.5 * best.similarity);
  return found * (1 - 0.6 * lost);
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
  const most = broad ? 3 : 2;
  const share = broad ? 0.8 : 0.85;
  const chosen: Weighed[] = [best];
  for (const candidate of weighed.slice(1)) {
    if (chosen.length >= most || candidate.final < share * best.final) break;
    if (type !== 'open' && !candidate.typed && best.typed) continue;
    if (evidenceOf(candidate, question) < leastEvidence || candidate.own < leastOwn) continue;
    if (chosen.some((other) => repeats(candidate.candidate, other.candidate))) continue;
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
  const own = candidate.words.filter((word) => !word.stop);
  return own.filter((word) => known.has(word.stem)).length > 0.8 * own.length;
}

const leansBack =
  /^(?:it|this|that|these|those|they|he|she|his|her|their|its|so|but|and|also|then|both|yes|no|ok|okay|es|das|dies\p{L}*|er|sie|aber|und|also|ja|nein|eso|esto|ella?|ellos|pero|y|si|il|elle|ils|elles|cela|ca|ce|c[’']est|mais|et|oui|non)(?!\p{L})/u;

/** A sentence that leans on the one before it ("It costs …") is shown with it. */
function extractOf(candidate: Candidate, type: AnswerType, question: QuestionTerms): Extract {
  const { passage, previous } = candidate;
  const gap = previous === null ? '' : passage.document.text.slice(previous.end, candidate.start);
  const leans = leansBack.test(foldInPlace(candidate.text)) && previous !== null && !/\n\s*\n/.test(gap);
  const start = leans ? previous.start : candidate.start;
  const text = oneLine(passage.document.text.slice(start, candidate.end));
  return { passage, start, end: candidate.end, text: `${speaker(candidate, type, question)}${text}` };
}

/** "Who": a sentence in the first person is answered by the name in the mail's header. */
function speaker(candidate: Candidate, type: AnswerType, question: QuestionTerms): string {
  if (type !== 'person') return '';
  const asked = new Set(question.terms.map((term) => term.folded));
  if (namesIn(candidate).some((name) => !asked.has(name))) return '';
  const [sender] = sendersOf(candidate.passage.document);
  return sender === undefined ? '' : `${sender}: `;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
