import type { DocumentView } from '#main/contract/document.ts';
import { findDates } from '../language/dates.ts';
import { fold, foldInPlace, type Word, words as wordsOf } from '../language/words.ts';
import { columnNumbers } from './cell-numbers.ts';
import type { Table } from './tables.ts';

/** One row that goes into a figure. */
export interface UsedRow {
  readonly label: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A table in which everything that a question says has its place: the column that is meant, and the rows. */
export interface FittingTable {
  readonly columns: readonly string[];
  /** Of the column that is meant. */
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly UsedRow[];
  /** Rows left out because they sum up others. */
  readonly totals: number;
  readonly uncertain: number;
  /** More is better: words in the title and in a column's name say more than those in rows. */
  readonly score: number;
}

/** Share of a column's cells that must be numbers, or dates, for it to be a column of them. */
const ofOneSort = 0.6;
/** Columns of money where none is named. */
const money =
  /(?<!\p{L})(?:amounts?|cost|costs|price|prices|paid|total|sum|value|betrag|kosten|preis|bezahlt|summe|wert|importe|coste|precio|pagado|valor|montant|prix|paye|importo|costo|prezzo|pagato|preco|custo|pago)(?!\p{L})/u;
/** Columns of money that was spent, where that is asked for: not what was offered or planned. */
const spent =
  /(?<!\p{L})(?:paid|spent|actual|expenses?|ausgaben|ausgegeben|bezahlt|gezahlt|pagad[oa]s?|gastad[oa]s?|gastos?|paye|depenses?|depense|pagat[oaie]|spes[oaei]|pag[oa]s?)(?!\p{L})/u;
const summing =
  /^(?:(?:grand |sub-?)?totals?|sum|together|all|gesamt\p{L}*|summe|zusammen|insgesamt|suma|somme|ensemble|totale|totali|somma|insieme|soma|totais)(?!\p{L})/u;

interface Period {
  readonly after?: string;
  readonly before?: string;
}

/** Fits a question's words and period to a table; null where a word has no place in it or no single column is meant. */
export function fitTable(
  table: Table,
  document: DocumentView,
  words: readonly Word[],
  period: Period,
  hint: 'spent' | undefined,
): FittingTable | null {
  const { names, rows } = table;
  const column = numericColumns(table);
  const stem = (text: string): Set<string> =>
    new Set(wordsOf(text).flatMap(({ stem, folded }) => [stem, folded]));
  const file = document.member ?? document.path.replace(/^.*[/\\]/, '');
  const title = stem(
    `${document.title} ${file.replace(/\.\p{L}+$/u, ' ')} ${headingAbove(document, rows[0]?.start ?? 0)}`,
  );
  const has = (set: ReadonlySet<string>, word: Word): boolean => set.has(word.stem) || set.has(word.folded);
  const inNames = column.map((at) => words.filter((word) => has(stem(names[at] ?? ''), word)));
  const chosen = chooseColumn(column, inNames, names, hint);
  if (chosen === null) return null;
  const named = new Set(inNames[column.indexOf(chosen)] ?? []);
  const inTitle = words.filter((word) => !named.has(word) && has(title, word));
  const ofRows = words.filter((word) => !named.has(word) && !inTitle.includes(word));
  const { numbers, unit } = columnNumbers(
    names[chosen] ?? '',
    rows.map(({ cells }) => cells[chosen] ?? ''),
  );
  const dates = dateColumn(table);
  if (Object.keys(period).length > 0 && dates === null) return null;
  const whole = rows.map(({ cells, start, end }, at) => ({
    ...{ start, end, value: numbers[at] ?? null, label: labelOf(cells, chosen) },
    stems: stem(cells.join(' ')),
    date: dates === null ? null : dayOf(cells[dates] ?? ''),
    sums: summing.test(fold(cells.find((cell) => cell !== '') ?? '')),
  }));
  const within = whole.filter(
    ({ stems, date }) => ofRows.every((word) => has(stems, word)) && isWithin(date, period),
  );
  const numeric = within.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  const totals = numeric.filter(
    (row, at) => row.sums || (at === numeric.length - 1 && at > 1 && isSum(numeric, at)),
  );
  const used = numeric.length > totals.length ? numeric.filter((row) => !totals.includes(row)) : numeric;
  if (used.length === 0) return null;
  const inLabels = ofRows.filter((word) => within.every(({ label }) => has(stem(label), word)));
  const score = 3 * named.size + 2 * inTitle.length + ofRows.length + inLabels.length;
  return {
    columns: names,
    ...{ name: names[chosen] ?? '', unit, score },
    rows: used.map(({ label, value, start, end }) => ({ label, value, start, end })),
    totals: numeric.length - used.length,
    uncertain: table.uncertain,
  };
}

function numericColumns({ names, rows }: Table): number[] {
  return names.flatMap((name, at) => {
    const cells = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
    const { numbers } = columnNumbers(name, cells);
    const share = numbers.filter((value) => value !== null).length / Math.max(1, cells.length);
    const years = cells.every((cell) => /^(?:19|20)\d\d$/.test(cell));
    return share >= ofOneSort && !years ? [at] : [];
  });
}

/** The column that most words name; else the only one, or the only one of money. */
function chooseColumn(
  columns: readonly number[],
  inNames: readonly (readonly Word[])[],
  names: readonly string[],
  hint: 'spent' | undefined,
): number | null {
  const most = Math.max(0, ...inNames.map(({ length }) => length));
  const best = columns.filter((_, at) => inNames[at]?.length === most);
  if (best.length === 1) return best[0] ?? null;
  const hinted = best.filter((at) => hint !== undefined && spent.test(foldInPlace(names[at] ?? '')));
  if (hinted.length === 1) return hinted[0] ?? null;
  const priced = best.filter((at) => money.test(foldInPlace(names[at] ?? '')));
  return priced.length === 1 ? (priced[0] ?? null) : null;
}

/** The line right above a table, which is often its title. */
function headingAbove({ text }: DocumentView, start: number): string {
  const before = text.slice(Math.max(0, start - 400), start).split('\n');
  return (
    before
      .filter((line) => line.trim() !== '' && !line.includes(' | '))
      .at(-1)
      ?.slice(0, 80) ?? ''
  );
}

function dateColumn({ names, rows }: Table): number | null {
  const at = names.findIndex((_, column) => {
    const cells = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
    return (
      cells.length > 0 && cells.filter((cell) => dayOf(cell) !== null).length >= ofOneSort * cells.length
    );
  });
  return at < 0 ? null : at;
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` of a cell that is a date; null where it is none, or one that reads two ways. */
function dayOf(cell: string): string | null {
  const [found, ...more] = findDates(cell);
  if (found === undefined || more.length > 0 || found.start > 4 || cell.length > 30) return null;
  const readings = found.readings.filter(({ year }) => year !== null);
  const [date] = readings;
  if (date === undefined || readings.length > 1) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  const month = date.month === null ? '' : `-${two(date.month)}`;
  return `${date.year}${month}${date.day === null ? '' : `-${two(date.day)}`}`;
}

/** A cell's date begins at its first day: “2025-03” is in March, and in 2025. */
function isWithin(date: string | null, { after, before }: Period): boolean {
  if (after === undefined && before === undefined) return true;
  if (date === null) return false;
  const first = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  return first >= (after ?? '') && (before === undefined || first < before);
}

function isSum(rows: readonly { value: number }[], at: number): boolean {
  const others = rows.slice(0, at).reduce((sum, { value }) => sum + value, 0);
  return Math.abs(others - (rows[at]?.value ?? 0)) < 0.005;
}

/** What tells a row from others: its first cell of words, else its first. */
function labelOf(cells: readonly string[], except: number): string {
  const others = cells.filter((cell, at) => at !== except && cell !== '');
  return (others.find((cell) => /\p{L}{2}/u.test(cell)) ?? others[0] ?? '').slice(0, 80);
}
