import { childrenOf, descendantsOf, type XmlElement } from '../xml-tree/tree.ts';

const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
const layoutContent = ['text:h', 'text:list', 'table:table'];

/** A table's rows; a row that says it is repeated counts once. */
export function* rowsOf(table: XmlElement): Iterable<XmlElement> {
  for (const child of childrenOf(table)) {
    if (child.name === 'table:table-row') yield child;
    else if (rowGroups.has(child.name)) yield* rowsOf(child);
  }
}

/** Tells tables of data, read row by row, from those that only lay out a page. */
export function isDataTable(table: XmlElement): boolean {
  for (const name of layoutContent) for (const _found of descendantsOf(table, name)) return false;
  for (const row of rowsOf(table)) if ([...childrenOf(row, 'table:table-cell')].length > 1) return true;
  return false;
}
