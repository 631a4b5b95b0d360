import type { Bytes } from '../ole/bytes.ts';
import type { TableRange } from './fib.ts';

/** Styles of one document; their numbers have twelve bits. */
const mostStyles = 4095;
/** Styles above a style: against styles that are their own parents. */
const mostParents = 20;
const title = 62;
const subtitle = 74;

/** What the style of a paragraph makes of it. */
export interface StyleFormat {
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly headingLevel: number;
  readonly isListItem: boolean;
  readonly listDepth: number;
}

const body: StyleFormat = { headingLevel: 0, isListItem: false, listDepth: 0 };

/** Reads the style sheet ([MS-DOC] 2.9.272 STSH): a function from a style's number to what it means. */
export function readStyles(table: Bytes, { at, length }: TableRange): (style: number) => StyleFormat {
  const known: number[] = [];
  const parents: number[] = [];
  const end = Math.min(table.length, at + length);
  let place = length < 4 ? end : at + 2 + table.u16(at);
  while (place + 2 <= end && known.length < mostStyles) {
    const size = table.u16(place);
    const isWhole = size >= 4 && table.has(place + 2, 4);
    known.push(isWhole ? table.u16(place + 2) & 0xfff : mostStyles);
    parents.push(isWhole ? table.u16(place + 4) >> 4 : mostStyles);
    place += 2 + size + (size % 2);
  }
  return (style) => {
    // Without a sheet the first numbers still mean the headings.
    if (known.length === 0) return builtIn(style);
    let next = style;
    for (let count = 0; count < mostParents && next < known.length; count += 1) {
      const format = builtIn(known[next] ?? mostStyles);
      if (format !== body) return format;
      next = parents[next] ?? mostStyles;
    }
    return body;
  };
}

/** Styles that every copy of Word has ([MS-DOC] 2.9.260 `sti`). */
function builtIn(style: number): StyleFormat {
  if (style >= 1 && style <= 9) return { ...body, headingLevel: Math.min(6, style) };
  if (style === title) return { ...body, headingLevel: 1 };
  if (style === subtitle) return { ...body, headingLevel: 2 };
  if (style === 48 || style === 49) return { ...body, isListItem: true };
  if (style >= 54 && style <= 61) return { ...body, isListItem: true, listDepth: ((style - 54) % 4) + 1 };
  return body;
}
