import type { WorkBook } from '@e965/xlsx';
import { DocumentText } from '../document-text.ts';
import { titleOf } from '../document-title.ts';
import { type ParseEvent, type Parser, shortfall } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { mostSheets } from './bounds.ts';
import { type OpenedWorkbook, openWorkbook } from './open-workbook.ts';
import { addSheet } from './sheet-text.ts';

/** A workbook of any spreadsheet program: a heading for each sheet and a passage for each row, placed by their cells. */
export const workbookParser: Parser = {
  id: 'workbook',
  version: parserVersions.workbook,
  async *parse(bytes, meta, limits) {
    const workbook = await openWorkbook(bytes);
    const text = new DocumentText(limits.textChars);
    for (const piece of workbook.hidden) text.hide(piece);
    addSheets(text, workbook);
    const { title, date, people } = workbook.properties;
    // A workbook of empty sheets holds no text, although its sheets have names.
    if (text.passages.some(({ role }) => role !== 'heading'))
      yield* text.events({ kind: 'document', title: title || titleOf(meta.name), date, people });
    else if (workbook.failures[0] !== undefined) throw workbook.failures[0];
    else yield* text.shortfalls();
    yield* shortfalls(workbook);
  },
};

function addSheets(text: DocumentText, { book, shapesOf }: OpenedWorkbook): void {
  const epochDays = countsFrom1904(book) ? daysTo1904 : 0;
  for (const [index, name] of book.SheetNames.slice(0, mostSheets).entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || text.truncated) continue;
    const shown = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0;
    addSheet(text, { name, sheet, shapes: shapesOf(index, name), shown }, epochDays);
  }
}

/** Excel for Macintosh counted days from 1904. */
const daysTo1904 = 1_462;

function countsFrom1904({ Workbook: workbook }: WorkBook): boolean {
  return ['true', '1'].includes(String(workbook?.WBProps?.date1904 ?? false));
}

function* shortfalls({ budget, failures, book }: OpenedWorkbook): Iterable<ParseEvent> {
  if (budget.exceeded) yield shortfall('truncated-text', budget.detail);
  if (book.SheetNames.length > mostSheets) yield shortfall('truncated-text', `${mostSheets} sheets`);
  const lost = failures[0];
  if (lost !== undefined) yield shortfall(lost.reason, lost.detail);
}
