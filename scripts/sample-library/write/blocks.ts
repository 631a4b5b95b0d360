import type { Paper } from './material.ts';

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'page' };

function cells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function block(lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  if (first === '===') return { type: 'page' };
  if (first.startsWith('# ')) return { type: 'heading', text: first.slice(2) };
  if (first.startsWith('- ')) return { type: 'list', items: lines.map((line) => line.slice(2)) };
  if (first.startsWith('|')) return { type: 'table', rows: lines.map(cells) };
  return { type: 'paragraph', text: lines.join(' ') };
}

/** The light markup of a paper as blocks; an empty line ends a block. */
export function blocks(paper: Paper): Block[] {
  return paper.text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => block(part.split('\n').map((line) => line.trim())));
}
