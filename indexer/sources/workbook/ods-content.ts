import { type CellBudget, mostSheets } from './bounds.ts';
import { OdsStyles } from './ods-styles.ts';
import { attributeOf, elementsOf, plainText } from './xml.ts';

/** Copies of a filled row or cell that are kept: a value dragged to the end of a sheet is said once in fifty times, not a million. */
const mostRowCopies = 50;
const mostCellCopies = 50;
const mostRepetitions = 1_048_576;
/** Column ranges of one sheet that are looked at for each cell. */
const mostColumnRanges = 200;

/** Comments, and what is drawn over cells. A closed list: each name that is not closed costs a look through the sheet. */
const extras = 'office:annotation|draw:(?:frame|custom-shape|caption|rect|ellipse|g|control|line|connector)';

export interface OdsContent {
  /** `content.xml` without what is not shown, in sizes that SheetJS can expand. */
  readonly xml: string;
  readonly hidden: readonly string[];
  /** Texts of boxes and drawings, by sheet. */
  readonly shapes: ReadonlyMap<string, readonly string[]>;
}

interface ColumnRange {
  readonly from: number;
  readonly to: number;
  readonly hidden: boolean;
  readonly style: string;
}

/**
 * Takes hidden sheets, rows, columns, cells and comments out of a spreadsheet's content (ODF 1.3 part 3, 9.1) and bounds
 * what its cells are repeated.
 */
export function tidyContent(content: string, budget: CellBudget): OdsContent {
  const walk = new OdsWalk(content, budget);
  return { xml: withoutMaps(walk.run()), hidden: walk.hidden, shapes: walk.shapes };
}

/** Conditional number formats, which SheetJS only names on the console; the text of each cell says how it looks. */
export function withoutMaps(xml: string): string {
  return xml.replace(/<(?:\w+:)?map\b[^<>]*\/>/g, '');
}

class OdsWalk {
  readonly hidden: string[] = [];
  readonly shapes = new Map<string, string[]>();
  readonly #content: string;
  readonly #budget: CellBudget;
  readonly #styles: OdsStyles;
  readonly #parts: string[] = [];
  #sheets = 0;

  constructor(content: string, budget: CellBudget) {
    this.#content = content;
    this.#budget = budget;
    this.#styles = new OdsStyles(content);
  }

  run(): string {
    const content = this.#content;
    let at = 0;
    for (const sheet of elementsOf(content, '(?:[\\w-]+:)?table')) {
      const close = content.lastIndexOf('<', sheet.end - 1);
      this.#parts.push(content.slice(at, sheet.start), sheet.tag);
      if (!sheet.tag.endsWith('/>')) this.#sheet(sheet.tag, sheet.inside);
      at = sheet.tag.endsWith('/>') ? sheet.end : Math.max(close, sheet.start + sheet.tag.length);
    }
    this.#parts.push(content.slice(at));
    return this.#parts.join('');
  }

  /** Pushes what a sheet holds, or nothing where nobody sees it. */
  #sheet(tag: string, inside: string): void {
    this.#sheets += 1;
    if (this.#sheets > mostSheets) this.#budget.exceeded = true;
    else if (this.#styles.of(attributeOf(tag, 'style-name')).sheetHidden) this.hidden.push(plainText(inside));
    else this.#rows(this.#withoutExtras(inside, plainText(attributeOf(tag, 'name'))));
  }

  #rows(sheet: string): void {
    const columns = columnsOf(sheet);
    let at = 0;
    for (const row of elementsOf(sheet, '(?:[\\w-]+:)?table-row')) {
      this.#parts.push(sheet.slice(at, row.start));
      this.#row(row.tag, row.inside, columns);
      at = row.end;
    }
    this.#parts.push(sheet.slice(at));
  }

  /** Comments are no cell's text; boxes and drawings are the sheet's. */
  #withoutExtras(inside: string, sheet: string): string {
    const parts: string[] = [];
    const shapes: string[] = [];
    let at = 0;
    for (const extra of elementsOf(inside, extras)) {
      parts.push(inside.slice(at, extra.start));
      at = extra.end;
      if (extra.tag.startsWith('<draw:')) shapes.push(plainText(extra.inside));
      else this.hidden.push(plainText(extra.inside.replace(/<(?:\w+:)?(?:creator|date)>[^<]*/g, '')));
    }
    this.shapes.set(
      sheet,
      shapes.filter((text) => text !== ''),
    );
    return parts.concat(inside.slice(at)).join('');
  }

  #row(tag: string, inside: string, columns: readonly ColumnRange[]): void {
    const prefix = prefixOf(tag);
    const copies = copiesOf(tag, 'rows');
    const bare = tag.replace(/\s(?:[\w-]+:)?number-rows-repeated="[^"]*"/, '').replace(/\/?>$/, '');
    const row = (count: number, cells: string) =>
      `${bare} ${prefix}number-rows-repeated="${count}">${cells}</${prefix}table-row>`;
    const filled = plainText(inside) !== '' || inside.includes('string-value');
    const kept = filled ? Math.min(copies, mostRowCopies) : 0;
    if (kept > 0) this.#parts.push(row(kept, this.#cells(inside, columns, isCollapsed(tag), kept)));
    if (copies > kept) this.#parts.push(row(copies - kept, ''));
  }

  #cells(row: string, columns: readonly ColumnRange[], rowHidden: boolean, rowCopies: number): string {
    const parts: string[] = [];
    let column = 0;
    for (const { tag, inside } of elementsOf(row, '(?:[\\w-]+:)?(?:covered-)?table-cell')) {
      const copies = copiesOf(tag, 'columns');
      const at = column;
      const range = columns.find(({ from, to }) => at >= from && at <= to);
      const style = this.#styles.of(attributeOf(tag, 'style-name') || range?.style || '');
      const covered = tag.includes('covered-table-cell');
      const shown = !rowHidden && range?.hidden !== true && !covered && !style.unseen;
      if (!shown) this.hidden.push(plainText(inside));
      parts.push(this.#cell(tag, shown ? inside : '', copies, rowCopies));
      column += copies;
    }
    return parts.join('');
  }

  #cell(tag: string, inside: string, copies: number, rowCopies: number): string {
    const prefix = prefixOf(tag);
    const kept = Math.min(copies, mostCellCopies);
    const empty = (count: number) =>
      count === 0 ? '' : `<${prefix}table-cell ${prefix}number-columns-repeated="${count}"/>`;
    if (inside === '' || !this.#budget.take(kept * rowCopies)) return empty(copies);
    const bare = tag.replace(/\s(?:[\w-]+:)?number-columns-repeated="[^"]*"/, '').replace(/\/?>$/, '');
    const cell = `${bare} ${prefix}number-columns-repeated="${kept}">${inside}</${prefix}table-cell>`;
    return cell + empty(copies - kept);
  }
}

function prefixOf(tag: string): string {
  return /^<([\w-]+:)?/.exec(tag)?.[1] ?? '';
}

function isCollapsed(tag: string): boolean {
  return /visibility="(?:collapse|filter)"/.test(tag);
}

/** Repetitions of an empty row go up to the end of the sheet; more are somebody's attack. */
function copiesOf(tag: string, what: 'rows' | 'columns'): number {
  const copies = Number(attributeOf(tag, `number-${what}-repeated`));
  return Number.isInteger(copies) && copies > 0 ? Math.min(copies, mostRepetitions) : 1;
}

function columnsOf(sheet: string): ColumnRange[] {
  const ranges: ColumnRange[] = [];
  let from = 0;
  for (const [tag] of sheet.matchAll(/<(?:[\w-]+:)?table-column\b[^<>]*>/g)) {
    if (ranges.length >= mostColumnRanges) break;
    const to = from + copiesOf(tag, 'columns') - 1;
    ranges.push({ from, to, hidden: isCollapsed(tag), style: attributeOf(tag, 'default-cell-style-name') });
    from = to + 1;
  }
  return ranges;
}
