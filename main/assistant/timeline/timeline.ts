import type { Search } from '#indexer/search/search.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Hit } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { contentWords } from '../language/words.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { type AnswerPassage, passageSentences } from '../retrieve/passage.ts';
import { retrieve } from '../retrieve/retrieve.ts';

/** One dated thing about a topic: its best sentence (UTF-16 offsets into the document's text, end exclusive). */
export interface TimelineEntry {
  readonly passage: AnswerPassage;
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

export interface Timeline {
  /** Oldest first; of each document and day one. */
  readonly entries: readonly TimelineEntry[];
  readonly hits: readonly Hit[];
  /** Documents about it that have no date and so no place in it. */
  readonly undated: number;
}

const mostEntries = 15;
/** Share of the topic’s words that a passage with its title must hold. */
const leastShare = 0.5;
/** Share of the best passage's score below which the rest is about something else. */
const leastRank = 0.3;

/** What the files say about a topic in order of time: the sentence of each dated document that says most about it. */
export async function timelineOf(
  { plan }: Understanding,
  library: Library,
  search: Search,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<Timeline> {
  const { query, filter } = plan;
  const { hits, passages } = await retrieve(library, search, embedder, { query, filter }, signal);
  const topic = new Set(contentWords(query).map(({ stem }) => stem));
  const found = passages
    .map((passage) => ({ passage, ...bestSentence(passage, topic) }))
    .filter(({ passage, held }) => passage.rank >= leastRank && held >= leastShare)
    .sort((a, b) => b.inSentence - a.inSentence || b.passage.rank - a.passage.rank);
  const entries: TimelineEntry[] = [];
  const seen = new Set<string>();
  const undated = new Set<number>();
  for (const { passage, start, end } of found) {
    const { documentId, date } = passage.document;
    if (date === null) undated.add(documentId);
    else if (!seen.has(`${documentId}`) && entries.length < mostEntries) {
      seen.add(`${documentId}`);
      entries.push({ passage, date, start, end });
    }
  }
  entries.sort((a, b) => a.date.localeCompare(b.date));
  return { entries, hits, undated: undated.size };
}

interface Best {
  readonly start: number;
  readonly end: number;
  /** Share of the topic's words in the sentence, and in its passage with the title. */
  readonly inSentence: number;
  readonly held: number;
}

function bestSentence(passage: AnswerPassage, topic: ReadonlySet<string>): Best {
  const { document, start, end } = passage;
  const text = document.text.slice(start, end);
  const share = (of: string): number => {
    const stems = new Set(contentWords(of).map(({ stem }) => stem));
    return topic.size === 0 ? 1 : [...topic].filter((stem) => stems.has(stem)).length / topic.size;
  };
  const all = passageSentences(passage).map((sentence) => ({
    ...sentence,
    inSentence: share(document.text.slice(sentence.start, sentence.end)),
  }));
  const best = all.reduce<(typeof all)[number] | undefined>(
    (before, one) => (before === undefined || one.inSentence > before.inSentence ? one : before),
    undefined,
  );
  const held = share(`${document.title}\n${text}`);
  return best === undefined ? { start, end, inSentence: 0, held } : { ...best, held };
}
