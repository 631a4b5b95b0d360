import { type Element, elementsOf } from './tree.ts';

const layoutContent = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'blockquote',
  'hr',
  'pre',
]);
/** Elements looked at before a table counts as data. */
const lookedAt = 5_000;

/** Tells tables of data, read row by row, from those that only lay out a page or a newsletter. */
export function isDataTable(table: Element): boolean {
  let seen = 0;
  let cells = 0;
  let rows = 0;
  for (const { tagName } of elementsOf(table)) {
    if (layoutContent.has(tagName)) return false;
    if (tagName === 'td' || tagName === 'th') cells += 1;
    if (tagName === 'tr') rows += 1;
    seen += 1;
    if (seen > lookedAt) break;
  }
  return cells > rows;
}
