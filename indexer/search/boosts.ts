import type { ChunkFacts } from '../store/documents.ts';
import { baseName } from '../store/file-name.ts';
import { foldLetters } from '../store/indexed-text.ts';
import type { RankedChunk } from './fuse.ts';
import { withoutMarks } from './keyword/inflections.ts';
import { isStopWord } from './keyword/stop-words.ts';
import { type DateFit, namedPeriod } from './named-period.ts';

/** What is added to the score of a chunk, on the scale on which saying every word of the query once is 1. */
const boosts = { sender: 0.4, date: 0.3, title: 0.3, recency: 0.2 };
/** Only what answers nearly as well as the best is put in the order of time. */
const nearlyAsGood = 0.6;
const shortestName = 3;

/** What a query names beside its topic. */
export interface Named {
  /** Its words in order, lower case, without marks. */
  readonly words: readonly string[];
  readonly period: DateFit | null;
  /** It asks for the newest. */
  readonly isRecent: boolean;
}

const recent =
  /(?<!\p{L})(?:latest|newest|most recent|neue?ste[nrsm]?|aktuellste[nrsm]?|zuletzt|mas recientes?|plus recente?s?|piu recent[ei]|mais recentes?|(?:last|letzte[nrsm]?|ultim[oa]s?|derni(?:er|ere)s?)(?! (?:\d|week|month|year|name|night|woche|monat|jahr|semana|mes|ano|semaine|mois|annee|nom|settimana|mese)))(?!\p{L})/u;

export function namedIn(query: string): Named {
  const folded = plain(query);
  return { words: wordsOf(folded), period: namedPeriod(query), isRecent: recent.test(folded) };
}

/**
 * Adds what a query names to the scores: the sender of a message, the day or month of a document, its whole title or
 * file's name; and time, where the newest is asked for.
 */
export function boosted(
  chunks: readonly (ChunkFacts & RankedChunk)[],
  named: Named,
): (ChunkFacts & RankedChunk)[] {
  const query = ` ${named.words.join(' ')} `;
  const words = new Set(named.words.filter((word) => word.length >= shortestName && !isStopWord(word)));
  const added = chunks.map((chunk) => ({
    ...chunk,
    score:
      chunk.score +
      boosts.sender * senderShare(chunk, words) +
      boosts.date * (named.period === null || chunk.dateMs === null ? 0 : named.period(chunk.dateMs)) +
      boosts.title * (isNamed(chunk, query) ? 1 : 0),
  }));
  return named.isRecent ? newestFirst(added) : added;
}

/** The share of a message's senders that the query names, by any part of their names. */
function senderShare({ kind, senders }: ChunkFacts, words: ReadonlySet<string>): number {
  if ((kind !== 'message' && kind !== 'mail') || senders === null || words.size === 0) return 0;
  const names = senders.split('\n');
  return names.filter((name) => wordsOf(plain(name)).some((word) => words.has(word))).length / names.length;
}

/** Whether the query says the whole title, or the name of the file; one of a single word only where it says nothing else. */
function isNamed({ kind, title, path, member }: ChunkFacts, query: string): boolean {
  if (kind === 'message') return false;
  const names = [title, baseName(member ?? path).replace(/\.[\p{L}\p{N}]{1,8}$/u, '')];
  return names.some((name) => {
    const words = wordsOf(plain(name));
    const said = ` ${words.join(' ')} `;
    return words.length > 1 ? query.includes(said) : words.length === 1 && query === said;
  });
}

function newestFirst(chunks: readonly (ChunkFacts & RankedChunk)[]): (ChunkFacts & RankedChunk)[] {
  const best = Math.max(...chunks.map(({ score }) => score));
  const dates = chunks
    .filter(({ score }) => score >= nearlyAsGood * best)
    .map(({ dateMs }) => dateMs ?? Number.NEGATIVE_INFINITY)
    .sort((a, b) => a - b);
  return chunks.map((chunk) => {
    const position =
      chunk.score < nearlyAsGood * best ? 0 : dates.lastIndexOf(chunk.dateMs ?? Number.NEGATIVE_INFINITY);
    return {
      ...chunk,
      score: chunk.score + (boosts.recency * Math.max(0, position)) / Math.max(1, dates.length - 1),
    };
  });
}

function plain(text: string): string {
  return withoutMarks(foldLetters(text)).toLowerCase();
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
