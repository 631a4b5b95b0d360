import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { contentWords, foldInPlace } from '../language/words.ts';
import type { Understanding } from '../plan/plan-question.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import { valueStands } from '../verify/value-match.ts';
import type { Wanted } from './answer-spans.ts';
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import { candidatesOf } from './candidates.ts';
import { chooseSentences, gistOf } from './choose-sentences.ts';
import { type Contradiction, contradictionOf } from './contradiction.ts';
import { evidenceOf, type Judged, leastEvidence } from './evidence.ts';
import { type Extract, extractOf } from './extract.ts';
import { measureOf } from './measure.ts';
import { type QuestionTerms, readQuestion } from './question-terms.ts';
import { supersede } from './recency.ts';
import { type Scored, scoreCandidate } from './score.ts';
import { embedQuestion, passageSimilarity } from './similarity.ts';
import { type Weighed, weighMeaning } from './weigh.ts';

/** The best sentences of the hits; none where the evidence is too weak to be called an answer. */
export interface InstantAnswer {
  readonly extracts: readonly Extract[];
  readonly type: AnswerType;
  /** 0 to 1: how sure it is that one of the sentences speaks of the question. */
  readonly evidence: number;
  /** The passages by their best sentence, best first: what a model is given. */
  readonly passages: readonly AnswerPassage[];
  /** Other documents give another value for what was asked; null where none does. */
  readonly contradiction: Contradiction | null;
}

/** What choosing sentences needs beside the passages. */
export interface InstantSources {
  readonly library: Library;
  readonly embedder: Embedder | null;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
}

const phone =
  /(?<!\p{L})(?:phone|telephone|mobile|cell|number (?:do|can|should|must) (?:i|we) (?:call|ring|dial)|telefon\p{L}*|handynummer|telefono|movil|telephone|portable)(?!\p{L})/u;
const howMany = /(?<!\p{L})(?:how many|wie ?viele|cuant[oa]s|combien d[e’'])\s+/u;
const limits =
  /(?<!\p{L})(?:up to|at most|at least|maximum|minimum|max|min|limit\p{L}*|most|least|cover(?:ed|s)?|insured|may|bis zu|hochstens|mindestens|hasta|como maximo|au plus|jusqu)(?!\p{L})/u;
const mailAddress =
  /(?<!\p{L})(?:e-?mail address|mail address|e-?mail-?adresse|direccion de correo|adresse e-?mail)(?!\p{L})/u;

/** Sentences that are compared by meaning too; each costs an embedding. */
const comparedByMeaning = 16;

/** Chooses the best sentences of some passages for a question; none where the evidence is below `least`. */
export async function instantAnswer(
  understanding: Understanding,
  query: string,
  passages: readonly AnswerPassage[],
  sources: InstantSources,
  signal: AbortSignal,
  least = leastEvidence,
): Promise<InstantAnswer> {
  const ranking = await rankSentences(understanding, query, passages, sources, signal);
  const { best, judged, weighed, rest } = ranking;
  const { question, type } = judged;
  const order = [...new Set([...weighed, ...rest].map(({ candidate }) => candidate.passage))];
  const none: InstantAnswer = { extracts: [], type, evidence: 0, passages: order, contradiction: null };
  if (best === undefined) return none;
  const others = weighed.filter((scored) => scored !== best);
  const sentences = chooseSentences([best, ...others], judged, understanding);
  const evidence = Math.max(...sentences.map((scored) => evidenceOf(scored, judged)));
  if (evidence < least) return { ...none, evidence };
  const sumsUp = understanding.plan.intent === 'summarise' && weighed.some((scored) => scored.entitled);
  const chosen = sumsUp ? gistOf(weighed) : sentences;
  const extracts = withoutOverlap(chosen.map((scored) => extractOf(scored, type, question)));
  const compares = understanding.plan.intent === 'compare';
  const contradiction = compares ? null : contradictionOf(best, weighed, judged);
  return { extracts, type, evidence, passages: order, contradiction };
}

/** A sentence that is shown with the one before it takes in that one where it was chosen too. */
function withoutOverlap(extracts: readonly Extract[]): Extract[] {
  const shown: Extract[] = [];
  for (const extract of extracts) {
    const { documentId } = extract.passage.document;
    const same = shown.findIndex(
      ({ passage, start, end }) =>
        passage.document.documentId === documentId && start < extract.end && extract.start < end,
    );
    const other = shown[same];
    if (other === undefined) shown.push(extract);
    else if (extract.end - extract.start > other.end - other.start) shown[same] = extract;
  }
  return shown;
}

/** The sentences of some passages by how well they answer. */
export interface Ranking {
  /** The one that answers, if any does. */
  readonly best: Weighed | undefined;
  readonly judged: Judged;
  readonly weighed: readonly Weighed[];
  /** Those too weak to be compared by meaning. */
  readonly rest: readonly Scored[];
}

export async function rankSentences(
  understanding: Understanding,
  query: string,
  passages: readonly AnswerPassage[],
  sources: InstantSources,
  signal: AbortSignal,
): Promise<Ranking> {
  const { library, people, embedder } = sources;
  const type = answerTypeOf(understanding.standalone);
  const titles = passages.map(({ document }) => document.title);
  const question = readQuestion(query, type, titles, library, people);
  const wanted = wantedBy(understanding.standalone, type, question);
  const asked = embedder && (await embedQuestion(query, embedder, signal));
  const chunkIds = passages.map(({ chunkId }) => chunkId);
  const near = embedder && asked && passageSimilarity(asked, chunkIds, library, embedder);
  const ranked = candidatesOf(passages)
    .map((candidate) =>
      scoreCandidate(candidate, question, wanted, near?.get(candidate.passage.chunkId) ?? 0),
    )
    .sort((a, b) => b.score - a.score);
  signal.throwIfAborted();
  const compared = ranked.slice(0, comparedByMeaning);
  const weighed = await weighMeaning(compared, asked, near, embedder, signal);
  const best = understanding.plan.intent === 'compare' ? weighed[0] : supersede(weighed, type, question);
  const nearest = Math.max(0, ...weighed.map(({ similarity }) => similarity ?? 0));
  return { best, judged: { question, type, nearest }, weighed, rest: ranked.slice(comparedByMeaning) };
}

/** "How many chairs did Wanda order": chairs. */
function countedIn(asked: string, question: QuestionTerms): Set<string> {
  const rest = howMany.exec(foldInPlace(asked));
  if (rest === null) return new Set();
  const [next] = contentWords(asked.slice(rest.index + rest[0].length));
  const isTerm = question.terms.some(({ stem }) => stem === next?.stem);
  return new Set(next !== undefined && isTerm ? [next.stem] : []);
}

function wantedBy(asked: string, type: AnswerType, question: QuestionTerms): Wanted {
  const folded = foldInPlace(asked);
  return {
    type,
    measure: type === 'quantity' ? measureOf(asked) : null,
    counted: type === 'quantity' ? countedIn(asked, question) : new Set(),
    limit: limits.test(folded),
    code: phone.test(folded) ? 'phone' : mailAddress.test(folded) ? 'mail' : null,
    asked: new Set(question.terms.map((term) => term.folded)),
    people: question.people,
    isNew: (value) => !question.values.some((known) => valueStands(value, known)),
  };
}
