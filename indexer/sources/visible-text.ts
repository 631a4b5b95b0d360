/** What text looks like to a reader: without characters that nobody sees, which hide words from people or from search. */
export interface VisibleText {
  readonly text: string;
  /** What was spelled in characters that are never shown. */
  readonly hidden: string;
}

type Range = readonly [first: number, last: number];

/** Odd spaces: shown, but a plain one says the same. */
const spaceRanges: readonly Range[] = [
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
];
const lineBreakRanges: readonly Range[] = [
  [0x0b, 0x0c],
  [0x85, 0x85],
  [0x2028, 0x2029],
];
const neverShownRanges: readonly Range[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  // Soft hyphen, combining grapheme joiner, Arabic letter mark, fillers.
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
  // Zero-width space, directional marks and overrides, invisible operators, byte order mark.
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  // Private use, interlinear marks and noncharacters, tags and further variation selectors, private planes.
  [0xe000, 0xf8ff],
  [0xfff9, 0xfffc],
  [0xfffe, 0xffff],
  [0xe0000, 0xe0fff],
  [0xf0000, 0x10ffff],
];
const joinerRange: Range = [0x200c, 0x200d];
const variationRange: Range = [0xfe00, 0xfe0f];

const suspicious = new RegExp(
  classOf([
    ...spaceRanges,
    ...lineBreakRanges,
    ...neverShownRanges,
    joinerRange,
    variationRange,
    [0xd800, 0xdfff],
  ]),
  'u',
);
const spaces = new RegExp(classOf(spaceRanges), 'gu');
const lineBreaks = new RegExp(classOf(lineBreakRanges), 'gu');
const neverShown = new RegExp(classOf(neverShownRanges), 'gu');
/** Symbol fonts put their bullets here. */
const symbolBullets = /[\uf0a7\uf0b7\uf0d8\uf0fc]/g;
const tagCharacters = /[\u{e0000}-\u{e007f}]+/gu;
/** Joiners mean something between letters of scripts that connect them and inside emoji; anywhere else they hide something. */
const joiners =
  /(?<!\p{Extended_Pictographic}|\ufe0f|\p{M}|\p{Script=Arabic}|\p{Script=Syriac}|[\u0900-\u0dff])(?:\u200c|\u200d)+|(?:\u200c|\u200d){2,}/gu;
/** Variation selectors after anything but a symbol or an ideograph carry hidden bytes, not a shape. */
const strayVariations =
  /(?<!\p{S}|\p{P}|\p{N}|\p{Script=Han}|\p{Script=Mongolian}|\p{M})[\ufe00-\ufe0f]+|[\ufe00-\ufe0f]{2,}/gu;

function classOf(ranges: readonly Range[]): string {
  const escaped = (point: number) => `\\u{${point.toString(16)}}`;
  return `[${ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`;
}

/**
 * Removes what a reader would not see (Unicode TR 36 and 39: tag characters, zero-width and bidirectional controls),
 * turns odd spaces into plain ones and composes accents (NFC). Line ends stay.
 */
export function visibleText(text: string): VisibleText {
  if (!suspicious.test(text)) return { text: composed(text), hidden: '' };
  let hidden = '';
  const shown = text
    .toWellFormed()
    .replace(tagCharacters, (run) => {
      hidden += decodedTags(run);
      return '';
    })
    .replace(symbolBullets, '•')
    .replace(lineBreaks, '\n')
    .replace(spaces, ' ')
    .replace(neverShown, '')
    .replace(joiners, '')
    .replace(strayVariations, '');
  return { text: composed(shown), hidden };
}

/** NFC; more than eight marks on one letter are dropped first: composing them takes quadratic time. */
function composed(text: string): string {
  if (!/[\u0300-\uffff]/.test(text)) return text;
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1').normalize('NFC');
}

/** Tag characters mirror ASCII at U+E0000. */
function decodedTags(run: string): string {
  let decoded = '';
  for (const character of run) {
    const code = (character.codePointAt(0) ?? 0) - 0xe0000;
    if (code >= 0x20 && code < 0x7f) decoded += String.fromCharCode(code);
  }
  return decoded;
}
