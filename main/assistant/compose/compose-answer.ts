import type { Library } from '#indexer/store/library.ts';
import type { Sentence } from '#main/contract/ask.ts';
import type { Computation } from '../compute/count-and-list.ts';
import type { Found } from '../find-evidence.ts';
import { sentences } from '../language/sentences.ts';
import { dayInWords } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';
import {
  computedStatement,
  coverageStatements,
  moreStatement,
  notFoundStatements,
  outsideStatement,
  statement,
  uncountedStatement,
} from './statements.ts';
import type { Turn } from './turn.ts';

/** Lines of a list that the answer itself spells out; all of them travel in `computed`. */
const listedLines = 10;
const readStart = 600;
/** A document's beginning is quoted in whole sentences up to this, so that a salutation does not stand alone. */
const quotedStart = 200;
/** What a bare number cites: its first documents, to look at what was counted. */
const countedExamples = 3;

/** The sentences of a count or list: how many of what, and the counted documents cited by their beginnings. */
export function composeComputed(
  turn: Turn,
  computation: Computation,
  understanding: Understanding,
  library: Library,
): void {
  const { computed, caveats, asked } = computation;
  const listed = understanding.plan.intent === 'list' && computed.count > 0;
  turn.computed = computed;
  const total = computedStatement(computation, listed, understanding.selection.order);
  const examples = listed ? [] : computed.items.slice(0, countedExamples);
  const cited = examples.flatMap((item) => itemSentence(turn, item.documentId, library));
  turn.sentences = [total, ...cited];
  if (listed) {
    const shown = computed.items.slice(0, asked ?? listedLines);
    const named = asked === 1 && computed.exactFilter.from === undefined;
    turn.sentences.push(...shown.flatMap((item) => itemSentence(turn, item.documentId, library, named)));
    const left = (asked === null ? computed.count : Math.min(asked, computed.count)) - shown.length;
    if (left > 0) turn.sentences.push(moreStatement(left));
  }
  turn.sentences.push(...caveats.map(statement), ...coverageStatements({ ...turn.coverage, unreadFiles: 0 }));
}

/** `named`: with its sender, for one mail whose condition names nobody. */
function itemSentence(turn: Turn, documentId: number, library: Library, named = false): Sentence[] {
  const document = library.documents.read(documentId);
  if (document === undefined) return [];
  const beginning = sentences(document.text.slice(0, readStart));
  const first = beginning[0];
  const last = beginning.findLast(({ end }) => end <= quotedStart) ?? first;
  const date = document.date === null ? '' : `, ${dayInWords(document.date)}`;
  const sender = named ? document.people.find(({ role }) => role === 'from') : undefined;
  const from = sender === undefined ? '' : ` from ${sender.name || (sender.address ?? '')}`;
  const text = `“${document.title}”${from}${date}`;
  if (first === undefined || last === undefined) return [statement(text)];
  return [{ text, citations: [turn.citations.cite(document, first.start, last.end).n], verified: true }];
}

/** The sentences drawn from the hits, or what was searched in vain. */
export function composeFound(turn: Turn, found: Found, understanding: Understanding): void {
  const { extracts } = found.instant;
  if (extracts.length === 0) {
    turn.outcome = 'not-found';
    turn.sentences = notFoundStatements(understanding, found.widened, turn.coverage);
    return;
  }
  turn.outcome = 'answered';
  turn.sentences = [
    ...(found.widened ? [outsideStatement(understanding)] : []),
    ...extracts.flatMap(({ passage, start, end, text, dated }) => {
      const citations = [turn.citations.cite(passage.document, start, end).n];
      return [{ text, citations, verified: true }, ...(dated === null ? [] : [statement(dated)])];
    }),
    ...(understanding.howMany ? [uncountedStatement()] : []),
    ...(turn.coverage.pendingFiles > 0 ? coverageStatements({ ...turn.coverage, unreadFiles: 0 }) : []),
  ];
}
