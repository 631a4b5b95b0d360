import { anyOf, queryTerms } from '#indexer/search/keyword/expression.ts';
import type { Library } from '#indexer/store/library.ts';
import { amountInWords } from '#main/contract/amount-words.ts';
import type { DocumentView } from '#main/contract/document.ts';
import type { Filter, Measure } from '#main/contract/search.ts';
import { periodInWords } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { topicWords } from '../plan/topic.ts';
import type { Computation } from './computation.ts';
import { itemLimit, many } from './condition.ts';
import { type FittingTable, fitTable, type UsedRow } from './fit-table.ts';
import { tablesOf } from './tables.ts';

/** Documents whose tables are looked at for one question. */
const mostDocuments = 200;
/** Chunks that hold one of the words; enough for that many documents. */
const mostChunks = 2000;
/** Rows that are quoted one by one; of more the whole stretch is. */
const quotedRows = 3;

/**
 * A figure over the column of a table that the question names: its words must all be found in the table's title, its
 * columns' names or its rows, and one column of numbers must be meant. Everything else is no computation.
 */
export function computeColumn(
  understanding: Understanding,
  library: Library,
  measure: Measure,
  signal: AbortSignal,
): Computation {
  const { after, before, ...filter } = understanding.plan.filter;
  const words = topicWords(understanding.plan.query).filter(({ folded }) => !ofTables.has(folded));
  const period = { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
  const fitting: { document: DocumentView; table: FittingTable }[] = [];
  for (const documentId of candidates(library, filter, understanding.plan.query)) {
    signal.throwIfAborted();
    const document = library.documents.read(documentId);
    if (document === undefined || document.missing) continue;
    for (const table of tablesOf(document)) {
      const fits = fitTable(table, document, words, period, measure.column);
      if (fits !== null) fitting.push({ document, table: fits });
    }
  }
  const best = bestOf(fitting);
  const rows = best.flatMap(({ table }) => table.rows);
  const [first] = best;
  if (first === undefined || rows.length === 0) return nothing(filter);
  const figure = figureOf(rows, measure.as);
  const { unit, name } = first.table;
  const chosen =
    measure.as === 'largest' || measure.as === 'smallest'
      ? rows.filter(({ value }) => value === figure)
      : rows;
  const titles = [...new Set(best.map(({ document }) => `“${document.title}”`))];
  const where = `the column “${name}” of ${titles.slice(0, 3).join(', ')}${titles.length > 3 ? ` and ${titles.length - 3} more` : ''}`;
  const dated = Object.keys(period).length === 0 ? '' : ` ${periodInWords(after, before)}`;
  const said = `${many(rows.length, 'row')} of ${where}${dated}`;
  return {
    computed: {
      ...{ count: rows.length, filter: said, exactFilter: filter, amount: figure, unit },
      items: best.slice(0, itemLimit).map(({ document, table }) => ({
        ...{
          documentId: document.documentId,
          title: document.title,
          path: document.path,
          date: document.date,
        },
        ...{ people: [], amount: figureOf(table.rows, measure.as) },
      })),
      groups: rows.slice(0, itemLimit).map(({ label, value }) => ({ label, count: 1, amount: value })),
      method: methodOf(best.map(({ table }) => table)),
    },
    statement: `${nameOf[measure.as]} ${said}: ${amountInWords(figure, unit)}.`,
    shown: best
      .slice(0, quotedRows)
      .flatMap(({ document, table }) => quotes(document.documentId, table, chosen)),
    left: 0,
    caveats: understanding.caveats,
    isEmpty: false,
  };
}

/** Words that name a table and its parts, of which no table itself need hold any. */
const ofTables = new Set(
  `column columns row rows table tables spreadsheet sheet entry entries value values figure figures number spalte spalten
  zeile zeilen tabelle werte wert columna columnas fila filas tabla valores colonne colonnes ligne lignes tableau valeurs
  colonna riga righe tabella valori coluna colunas linha linhas tabela
  high hoch alto alta haut haute elevee alto big gross grande much`.split(/\s+/),
);

const nameOf: Readonly<Record<Measure['as'], string>> = {
  sum: 'The sum over',
  average: 'The average over',
  largest: 'The largest in',
  smallest: 'The smallest in',
  count: 'The number of',
  list: 'All of',
};

function candidates(library: Library, filter: Filter, query: string): number[] {
  const terms = queryTerms(query);
  if (terms.length === 0) {
    if (Object.keys(filter).length === 0) return [];
    return library.documents.list(filter, 'newest', mostDocuments).map(({ documentId }) => documentId);
  }
  const matches = library.text.match(anyOf(terms), filter, mostChunks);
  return [...new Set(matches.map(({ documentId }) => documentId))].slice(0, mostDocuments);
}

/** The tables that fit best; those of one shape ("expenses 2024", "expenses 2025") are one table in parts. */
function bestOf<Fit extends { document: DocumentView; table: FittingTable }>(
  fitting: readonly Fit[],
): readonly Fit[] {
  const top = Math.max(...fitting.map(({ table }) => table.score));
  const best = fitting.filter(({ table }) => table.score === top);
  const [first] = best;
  if (first === undefined) return [];
  const shape = (fit: Fit): string => fit.table.columns.join('\n').toLowerCase();
  if (best.some((fit) => shape(fit) !== shape(first) || fit.table.unit !== first.table.unit)) return [];
  const seen = new Set<string>();
  // The same table in two places is one: a copy, or an attachment that was saved.
  return best.filter(({ table }) => {
    const content = table.rows.map(({ label, value }) => `${label}=${value}`).join('\n');
    return !seen.has(content) && seen.add(content);
  });
}

function figureOf(rows: readonly UsedRow[], as: Measure['as']): number {
  const values = rows.map(({ value }) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  const round = (figure: number): number => Math.round(figure * 1e6) / 1e6;
  if (as === 'largest') return Math.max(...values);
  if (as === 'smallest') return Math.min(...values);
  return as === 'average' ? round(sum / values.length) : round(sum);
}

function quotes(documentId: number, table: FittingTable, chosen: readonly UsedRow[]): Computation['shown'] {
  const own = table.rows.filter((row) => chosen.includes(row));
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (own.length > quotedRows) return [{ documentId, quote: { start: first.start, end: last.end } }];
  return own.map(({ start, end }) => ({ documentId, quote: { start, end } }));
}

function methodOf(tables: readonly FittingTable[]): string {
  const sum = (of: (table: FittingTable) => number): number =>
    tables.reduce((all, table) => all + of(table), 0);
  const [totals, left] = [sum(({ totals }) => totals), sum(({ uncertain }) => uncertain)];
  const parts = ['Computed from the numbers that stand in the table.'];
  if (totals > 0)
    parts.push(
      `${many(totals, 'row')} with the total of the others ${totals === 1 ? 'was' : 'were'} left out.`,
    );
  if (left > 0)
    parts.push(
      `${many(left, 'row')} could not be read with certainty and ${left === 1 ? 'is' : 'are'} not in it.`,
    );
  return parts.join(' ');
}

function nothing(filter: Filter): Computation {
  return {
    computed: { count: 0, filter: 'rows of tables', exactFilter: filter, items: [] },
    statement: 'No table in your library has a column that this asks for.',
    ...{ shown: [], left: 0, caveats: [], isEmpty: true },
  };
}
