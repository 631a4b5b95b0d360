import { basename } from 'node:path';
import type { Answer } from '#main/contract/ask.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { percentile } from '#scripts/percentile.ts';
import { type Asking, openAsking } from '../asking.ts';
import { type Collection, type Query, readCollection } from '../collection.ts';
import { embedAll, openEmbeddingCache } from '../embedding-cache.ts';
import { mean } from '../measures.ts';
import { isoDate, writeCollection } from '../write-collection.ts';
import { answerRecall } from './answer-recall.ts';
import { falselyVerifiedIn } from './unfounded.ts';

export interface AnswersReport {
  readonly set: string;
  /** Null for the instant answer alone. */
  readonly model: string | null;
  readonly questions: number;
  /** Share of the gold answer's content words in the shown answer, averaged over the questions. */
  readonly answerRecall: number;
  /** Share of all citations that are relevant by the qrels. */
  readonly citationPrecision: number;
  /** Share verified of the sentences that tell something from the files, those kept apart as unsupported included. */
  readonly verifiedShare: number;
  /** Sentences shown as verified whose numbers, names or dates do not stand in what they cite. */
  readonly falselyVerified: number;
  /** Null where no model wrote. */
  readonly firstTokenMsP50: number | null;
  readonly totalMsP50: number;
}

export interface AnswersOptions {
  readonly embedder: Embedder | null;
  readonly chat: ChatModel | null;
  /** So many questions at most, spread evenly over the set; null for all. */
  readonly limit: number | null;
  readonly cacheDir: string;
  readonly signal: AbortSignal;
  /** Is told of each sentence that was falsely verified, in one line. */
  readonly onFailure?: (line: string) => void;
}

interface Judged {
  readonly recall: number;
  readonly citations: number;
  readonly relevant: number;
  readonly told: number;
  readonly verified: number;
  readonly falselyVerified: number;
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
}

/**
 * Asks the questions of a collection that have an answer. Each group is a library of its own, as one person's
 * conversations are: nothing of another group is in it. Asked on the day after the group's newest document.
 */
export async function evalAnswers(dir: string, options: AnswersOptions): Promise<AnswersReport> {
  const collection = readCollection(dir);
  const asked = spread(
    collection.queries.filter(({ answer }) => answer !== undefined),
    options.limit,
  );
  const judged: Judged[] = [];
  for (const group of new Set(asked.map((query) => query.group))) {
    const queries = asked.filter((query) => query.group === group);
    judged.push(...(await askGroup(collection, group, queries, options)));
  }
  return report(basename(dir), options.chat?.name ?? null, judged);
}

function spread<Item>(items: readonly Item[], limit: number | null): Item[] {
  if (limit === null || limit >= items.length) return [...items];
  return Array.from(
    { length: limit },
    (_, index) => items[Math.floor((index * items.length) / limit)],
  ).flatMap((item) => item ?? []);
}

async function askGroup(
  collection: Collection,
  group: string | undefined,
  queries: readonly Query[],
  options: AnswersOptions,
): Promise<Judged[]> {
  const documents = collection.documents.filter((document) => document.group === group);
  const { embedder, signal } = options;
  const asking = openAsking({ ...options, today: dayAfter(documents.map(({ date }) => date)) });
  try {
    writeCollection(asking.library, { ...collection, documents });
    if (embedder !== null) {
      await embedAll(asking.library, embedder, openEmbeddingCache(options.cacheDir, embedder), signal);
    }
    const judged: Judged[] = [];
    for (const query of queries) {
      const [answer] = await asking.conversation([query.text]);
      if (answer === undefined) throw new Error(`no answer to ${query.id}`);
      judged.push(judge(answer, query, collection, asking, options));
    }
    return judged;
  } finally {
    asking.close();
  }
}

function dayAfter(dates: readonly (string | undefined)[]): Date {
  const times = dates.flatMap((date) => {
    const iso = isoDate(date);
    return iso === null ? [] : [Date.parse(iso)];
  });
  return times.length === 0 ? new Date() : new Date(Math.max(...times) + 24 * 3_600_000);
}

function judge(
  answer: Answer,
  query: Query,
  { relevance }: Collection,
  { library }: Asking,
  { onFailure }: AnswersOptions,
): Judged {
  const grades = relevance.get(query.id);
  const people = (documentId: number): string[] =>
    (library.documents.summary(documentId)?.people ?? []).map(({ name }) => name);
  const falsely = falselyVerifiedIn(answer, people);
  for (const { sentence, unfounded } of falsely) {
    onFailure?.(`${query.id} “${query.text}”: “${sentence.text}” (${unfounded.join(', ')})`);
  }
  const told = [...answer.sentences.filter(({ citations }) => citations.length > 0), ...answer.unsupported];
  return {
    recall: answerRecall(query.answer ?? '', answer.answer.replace(/ \[\d+\]/g, '')),
    citations: answer.citations.length,
    relevant: answer.citations.filter(({ member }) => (grades?.get(member ?? '') ?? 0) > 0).length,
    told: told.length,
    verified: told.filter(({ verified }) => verified).length,
    falselyVerified: falsely.length,
    firstTokenMs: answer.timings.firstTokenMs,
    totalMs: answer.timings.totalMs,
  };
}

function report(set: string, model: string | null, judged: readonly Judged[]): AnswersReport {
  const sum = (of: (one: Judged) => number): number => judged.reduce((total, one) => total + of(one), 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : round(part / whole, 4));
  const firstTokens = judged.flatMap(({ firstTokenMs }) => firstTokenMs ?? []);
  return {
    set,
    model,
    questions: judged.length,
    answerRecall: round(mean(judged.map(({ recall }) => recall)), 4),
    citationPrecision: share(
      sum(({ relevant }) => relevant),
      sum(({ citations }) => citations),
    ),
    verifiedShare: share(
      sum(({ verified }) => verified),
      sum(({ told }) => told),
    ),
    falselyVerified: sum(({ falselyVerified }) => falselyVerified),
    firstTokenMsP50: firstTokens.length === 0 ? null : round(percentile(firstTokens, 0.5), 1),
    totalMsP50: round(
      percentile(
        judged.map(({ totalMs }) => totalMs),
        0.5,
      ),
      1,
    ),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
