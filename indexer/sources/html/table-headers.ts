import { headerIndex } from '../table/header-row.ts';
import type { HtmlBlock } from './reading.ts';

/** Says of each row of a table whether it names the columns or stands under such a row: one of `<th>` alone, else by what the cells hold. */
export function withHeaders(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const marked: HtmlBlock[] = [];
  let table: HtmlBlock[] = [];
  for (const block of blocks) {
    const isNext = block.role === 'table' && block.tight && table.length > 0;
    if (!isNext) {
      for (const row of rowsOf(table)) marked.push(row);
      table = [];
    }
    if (block.role === 'table') table.push(block);
    else marked.push(block);
  }
  return marked.concat(rowsOf(table));
}

function rowsOf(table: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const named = table.findIndex(({ row }) => row === 'header');
  const header = named >= 0 ? named : headerIndex(table.slice(0, 30).map(({ text }) => text.split(' | ')));
  if (header === -1) return table;
  return table.map((block, index) => {
    if (index < header) return block;
    return { ...block, row: index === header || block.row === 'header' ? 'header' : 'under-header' };
  });
}
