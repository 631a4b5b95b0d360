/** The name of a fill that no workbook has: SheetJS hands fills on to cells, but not fonts. */
export const unseenPattern = 'unseen';
/** Points: text of one point and less cannot be read. */
const smallestPoints = 1;

/**
 * A workbook's style sheet (ECMA-376 18.8) whose cell formats say, in place of their fills, whether what they show can
 * be seen: white, or too small to read, on nothing or white.
 */
export function withUnseenMarked(styles: string): string {
  const fonts = elementsOf(blockOf(styles, 'fonts'), 'font').map(isUnseenFont);
  const fills = blockOf(styles, 'fills');
  const plain = elementsOf(fills, 'fill').map(isPlainFill);
  const formats = blockOf(styles, 'cellXfs');
  const marked = formats.replace(/<(?:\w+:)?xf\b[^<>]*>/g, (tag) => {
    const font = fonts[numberOf(tag, 'fontId')] ?? 'seen';
    const onPlain = plain[numberOf(tag, 'fillId')] ?? true;
    const unseen = font === 'tiny' || (font === 'white' && onPlain);
    const bare = tag.replace(/\sfillId="[^"]*"/, '');
    return bare.replace(/^(<(?:\w+:)?xf)/, `$1 fillId="${unseen ? 1 : 0}"`);
  });
  const rest = styles.replace(formats, () => marked).replace(fills, '');
  // Without fills SheetJS throws and catches an error for every cell: 40 s for a million.
  return rest.replace(/<(?:\w+:)?styleSheet\b[^<>]*[^<>/]>/, (root) => root + bothFills(root));
}

/** For workbooks without one. */
export const plainStyleSheet = withUnseenMarked(
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>',
);

function bothFills(root: string): string {
  const prefix = /^<(\w+:)?/.exec(root)?.[1] ?? '';
  const fill = (pattern: string) =>
    `<${prefix}fill><${prefix}patternFill patternType="${pattern}"></${prefix}patternFill></${prefix}fill>`;
  return `<${prefix}fills>${fill('none')}${fill(unseenPattern)}</${prefix}fills>`;
}

function blockOf(xml: string, name: string): string {
  const open = new RegExp(`<(?:\\w+:)?${name}\\b[^<>]*[^<>/]>`).exec(xml) ?? null;
  if (open === null) return '';
  const close = new RegExp(`</(?:\\w+:)?${name}>`, 'g');
  close.lastIndex = open.index;
  const end = close.exec(xml);
  return end === null ? '' : xml.slice(open.index, end.index + end[0].length);
}

/** The elements of one name in a block that holds no nested ones of it. */
function elementsOf(block: string, name: string): string[] {
  const starts = [...block.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b(?=[ />])`, 'g'))].map(
    ({ index }) => index,
  );
  return starts.map((start, index) => block.slice(start, starts[index + 1] ?? block.length));
}

function isUnseenFont(font: string): 'seen' | 'white' | 'tiny' {
  const size = /<(?:\w+:)?sz\s+val="([\d.]+)"/.exec(font)?.[1];
  if (size !== undefined && Number(size) <= smallestPoints) return 'tiny';
  const color = /<(?:\w+:)?color\b[^<>]*>/.exec(font)?.[0];
  return color !== undefined && isWhite(color) ? 'white' : 'seen';
}

function isPlainFill(fill: string): boolean {
  if (/<(?:\w+:)?gradientFill\b/.test(fill)) return false;
  const pattern = /patternType="(\w+)"/.exec(fill)?.[1] ?? 'none';
  if (pattern === 'none') return true;
  const color = /<(?:\w+:)?fgColor\b[^<>]*>/.exec(fill)?.[0];
  return pattern === 'solid' && color !== undefined && isWhite(color);
}

/** White outright, or the theme's first light colour, or the old palette's white; a tint darkens it. */
function isWhite(tag: string): boolean {
  if (/\btint="-0\.(?!0+")/.test(tag)) return false;
  return /\brgb="(?:FF|00)?F[EF]F[EF]F[EF]"/i.test(tag) || /\b(?:theme="0"|indexed="(?:1|9)")/.test(tag);
}

function numberOf(tag: string, attribute: string): number {
  return Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 0);
}
