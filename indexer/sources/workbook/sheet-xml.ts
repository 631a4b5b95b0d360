import { type CellBudget, mostMerges } from './bounds.ts';

/** Hidden column ranges of one sheet. */
const mostColumnRanges = 200;
const lastColumn = 16_384;

const cellTag = /<(?:\w+:)?c[ >/]/g;
const rowEnd = /<\/(?:\w+:)?row>/g;

/**
 * A sheet's XML (ECMA-376 18.3.1.99) with what SheetJS would expand cell by cell taken out: the declared size, links over
 * whole sheets, columns up to any number. `sheet` is one byte a character, as the library reads it.
 */
export function tidySheet(sheet: string, budget: CellBudget): string {
  const open = /<((?:\w+:)?)sheetData\b[^<>]*>/.exec(sheet);
  if (open === null) return sheet;
  const prefix = open[1] ?? '';
  const start = open.index + open[0].length;
  const close = open[0].endsWith('/>') ? start : sheet.lastIndexOf(`</${prefix}sheetData>`);
  // Without an end the file was cut off: the rows that are there are read.
  const end = close < start ? sheet.length : close;
  const rows = withinBudget(sheet.slice(start, end), budget);
  const head = tidyHead(sheet.slice(0, open.index), prefix);
  const tail = tidyTail(sheet.slice(end), prefix);
  return `${head}<${prefix}sheetData>${rows}</${prefix}sheetData>${tail}</${prefix}worksheet>`;
}

function withinBudget(rows: string, budget: CellBudget): string {
  let cells = 0;
  for (const { index } of rows.matchAll(cellTag)) {
    cells += 1;
    if (cells <= budget.left) continue;
    budget.take(budget.left + 1);
    return upToLastRow(rows.slice(0, index));
  }
  budget.take(cells);
  // A cell or row that is cut off inside its tag would swallow the rest.
  return rows.lastIndexOf('<') > rows.lastIndexOf('>') ? upToLastRow(rows) : rows;
}

function upToLastRow(rows: string): string {
  let end = 0;
  for (const match of rows.matchAll(rowEnd)) end = match.index + match[0].length;
  return rows.slice(0, end);
}

/** Keeps the columns that are hidden, within the sheet. */
function tidyHead(head: string, prefix: string): string {
  const columns: string[] = [];
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\b[^<>]*>/g)) {
    if (!/\bhidden="(?:1|true)"/.test(tag) || columns.length >= mostColumnRanges) continue;
    const from = Number(/\bmin="(\d+)"/.exec(tag)?.[1] ?? 0);
    const to = Math.min(Number(/\bmax="(\d+)"/.exec(tag)?.[1] ?? 0), lastColumn);
    if (from >= 1 && from <= to) columns.push(`<${prefix}col min="${from}" max="${to}" hidden="1"/>`);
  }
  const root = /<(?:\w+:)?worksheet\b[^<>]*>/.exec(head)?.[0] ?? `<${prefix}worksheet>`;
  return `${root}<${prefix}cols>${columns.join('')}</${prefix}cols>`;
}

/**
 * Keeps merged ranges and the link to comments. SheetJS hands on nothing about conditional formats and styled tables,
 * which colour cells as well as fills do: a filter, which means nothing else here, tells that there are some.
 */
function tidyTail(tail: string, prefix: string): string {
  const merges: string[] = [];
  for (const [, range = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z0-9:]+)"/g)) {
    if (merges.length >= mostMerges) break;
    merges.push(`<${prefix}mergeCell ref="${range}"/>`);
  }
  const coloured = /<(?:\w+:)?(?:conditionalFormatting|tableParts)\b/.test(tail);
  const filter = coloured ? `<${prefix}autoFilter ref="A1"/>` : '';
  return `${filter}<${prefix}mergeCells>${merges.join('')}</${prefix}mergeCells>`;
}
