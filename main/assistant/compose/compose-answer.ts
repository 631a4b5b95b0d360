import type { Library } from '#indexer/store/library.ts';
import type { Citation, Sentence } from '#main/contract/ask.ts';
import type { Computation, ShownDocument } from '../compute/computation.ts';
import type { Found } from '../find-evidence.ts';
import type { Contradiction } from '../instant/contradiction.ts';
import { sentences } from '../language/sentences.ts';
import { dayInWords } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { createCitations } from './citations.ts';
import {
  coverageStatements,
  moreStatement,
  notFoundStatements,
  outsideStatement,
  statement,
  uncountedStatement,
} from './statements.ts';
import type { Turn } from './turn.ts';

/** Documents shown where none of them answers. */
const mostNearest = 3;
const readStart = 600;
/** A document's beginning is quoted in whole sentences up to this, so that a salutation does not stand alone. */
const quotedStart = 200;

/** The sentences of something computed: the figure with its condition, and what it was made of, cited. */
export function composeComputed(turn: Turn, computation: Computation, library: Library): void {
  const { computed, caveats, left, lines, shown } = computation;
  turn.computed = computed;
  const cited = lines ?? shown.flatMap((document) => documentSentence(turn, document, library));
  turn.sentences = [
    statement(computation.statement),
    ...cited,
    ...(left > 0 ? [moreStatement(left)] : []),
    ...(computed.method === undefined ? [] : [statement(computed.method)]),
    ...caveats.map(statement),
    ...coverageStatements({ ...turn.coverage, unreadFiles: 0 }),
  ];
}

function documentSentence(turn: Turn, shown: ShownDocument, library: Library): Sentence[] {
  const document = library.documents.read(shown.documentId);
  if (document === undefined) return [];
  const date = document.date === null ? '' : `, ${dayInWords(document.date)}`;
  const sender = shown.withSender ? document.people.find(({ role }) => role === 'from') : undefined;
  const from = sender === undefined ? '' : ` from ${sender.name || (sender.address ?? '')}`;
  const quote = shown.quote ?? beginningOf(document.text);
  const read = shown.quote === undefined ? '' : `: ${lineAround(document.text, shown.quote)}`;
  const text = `“${document.title}”${from}${date}${read}`;
  if (quote === null) return [statement(text)];
  return [{ text, citations: [turn.citations.cite(document, quote.start, quote.end).n], verified: true }];
}

function beginningOf(text: string): NonNullable<ShownDocument['quote']> | null {
  const beginning = sentences(text.slice(0, readStart));
  const first = beginning[0];
  const last = beginning.findLast(({ end }) => end <= quotedStart) ?? first;
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The line that a quoted stretch stands in, as far as it says what the stretch is. */
function lineAround(text: string, { start, end }: NonNullable<ShownDocument['quote']>): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - quotedStart);
  const line = text.slice(from, Math.min(end, from + 2 * quotedStart));
  return line.replace(/\s+/g, ' ').trim();
}

/** A timeline's lines, each with its day and its place; false where there is nothing to put in order. */
export function composeTimeline(turn: Turn, { entries, undated }: Timeline): boolean {
  if (entries.length === 0) return false;
  turn.outcome = 'answered';
  turn.sentences = entries.map(({ passage: { document }, date, start, end }) => ({
    text: `${dayInWords(date)}: ${document.text.slice(start, end).replace(/\s+/g, ' ').trim()}`,
    citations: [turn.citations.cite(document, start, end).n],
    verified: true,
  }));
  if (undated > 0)
    turn.sentences.push(
      statement(
        `${undated} more ${undated === 1 ? 'document about it has' : 'documents about it have'} no date.`,
      ),
    );
  turn.sentences.push(...coverageStatements({ ...turn.coverage, unreadFiles: 0 }));
  return true;
}

/** The sentences drawn from the hits, or what was searched in vain. */
export function composeFound(turn: Turn, found: Found, understanding: Understanding): void {
  const { extracts, contradiction } = found.instant;
  if (extracts.length === 0) {
    turn.outcome = 'not-found';
    turn.sentences = notFoundStatements(understanding, found.widened, turn.coverage);
    turn.nearest = nearestOf(found);
    return;
  }
  turn.outcome = 'answered';
  turn.sentences = [
    ...(found.widened ? [outsideStatement(understanding)] : []),
    ...extracts.flatMap(({ passage, start, end, text, dated, asked }) => {
      const citations = [turn.citations.cite(passage.document, start, end).n];
      const told = { text, citations, verified: true, ...(asked !== null && { asked: { ...asked } }) };
      return [told, ...(dated === null ? [] : [statement(dated)])];
    }),
    ...(contradiction === null ? [] : [differing(turn, contradiction)]),
    ...(understanding.howMany ? [uncountedStatement()] : []),
    ...(turn.coverage.pendingFiles > 0 ? coverageStatements({ ...turn.coverage, unreadFiles: 0 }) : []),
  ];
}

/** The best passage of each of the documents that came nearest, numbered by themselves: no sentence cites them. */
function nearestOf({ hits, instant }: Found): Citation[] {
  const citations = createCitations();
  citations.found(hits);
  const seen = new Set<number>();
  for (const { document, start, end, origin } of instant.passages) {
    if (origin !== 'hit' || seen.size === mostNearest || seen.has(document.documentId)) continue;
    seen.add(document.documentId);
    citations.cite(document, start, end);
  }
  return citations.all();
}

const counted = ['', '', 'Two', 'Three'];

/** "Two sources differ": each value with its source, the newest first, an older one named as earlier. */
function differing(turn: Turn, values: Contradiction): Sentence {
  const newest = values[0]?.passage.document.date ?? null;
  const told = values.map(({ text, passage: { document } }, index) => {
    const older = index > 0 && newest !== null && document.date !== null && document.date < newest;
    const date = document.date === null ? '' : `, ${dayInWords(document.date)}`;
    return `${older ? 'earlier ' : ''}${text} (“${document.title}”${date})`;
  });
  const citations = values.map(
    ({ passage, start, end }) => turn.citations.cite(passage.document, start, end).n,
  );
  return {
    text: `${counted[values.length] ?? String(values.length)} sources differ: ${told.join(', ')}.`,
    citations: [...new Set(citations)],
    verified: true,
  };
}
