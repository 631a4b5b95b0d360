import { hasBackground, type Style, type StyleSheet } from './style.ts';

/** What an element takes over from those around it, as far as it decides whether its text is seen. */
export interface Visibility {
  readonly gone: boolean;
  readonly invisible: boolean;
  readonly tiny: boolean;
  /** Channels 0 to 255, or null where it is not known. */
  readonly color: Rgb | null;
  readonly background: Rgb | null;
}
type Rgb = readonly [number, number, number];

/** A page is white until it says otherwise. */
export function pageVisibility(sheet: StyleSheet): Visibility {
  const background: Rgb | null = sheet.backgroundsUnknown ? null : [255, 255, 255];
  return { gone: false, invisible: false, tiny: false, color: [0, 0, 0], background };
}

export function isHidden(visibility: Visibility): boolean {
  const { gone, invisible, tiny, color, background } = visibility;
  return gone || invisible || tiny || (color !== null && background !== null && areAlike(color, background));
}

/** Everything that the sheet and the element itself say; the element has the last word. */
export function styleOf(
  sheet: StyleSheet,
  tag: string,
  attributes: ReadonlyMap<string, string>,
  own: Style,
): Style {
  if (sheet.rules.size === 0) return own;
  const merged = new Map(sheet.rules.get(tag));
  const selectors: string[] = [];
  for (const name of (attributes.get('class') ?? '').toLowerCase().split(/\s+/).slice(0, 20))
    if (name !== '') selectors.push(`.${name}`);
  const id = attributes.get('id');
  if (id !== undefined) selectors.push(`#${id.toLowerCase()}`);
  for (const selector of selectors)
    for (const key of [selector, tag + selector])
      for (const [name, value] of sheet.rules.get(key) ?? []) merged.set(name, value);
  for (const [name, value] of own) merged.set(name, value);
  return merged;
}

/** What an element's text inherits: `outer` changed by the element's style and attributes. */
export function visibilityInside(
  outer: Visibility,
  style: Style,
  attributes: ReadonlyMap<string, string>,
): Visibility {
  const color = parseColor(style.get('color') ?? attributes.get('color') ?? attributes.get('text'));
  return {
    gone: outer.gone || attributes.has('hidden') || isGone(style),
    invisible: visibilityOf(style.get('visibility')) ?? outer.invisible,
    tiny: tinyOf(style.get('font-size')) ?? outer.tiny,
    color: color === undefined ? outer.color : color,
    background: backgroundOf(style, attributes, outer.background),
  };
}

function isGone(style: Style): boolean {
  if (style.get('display') === 'none') return true;
  if (Number.parseFloat(style.get('opacity') ?? '1') <= 0.02) return true;
  if (pixels(style.get('text-indent')) <= -400 || pixels(style.get('margin-left')) <= -2000) return true;
  const position = style.get('position');
  const placed = position === 'absolute' || position === 'fixed';
  if (placed && (Math.abs(pixels(style.get('left'))) >= 2000 || Math.abs(pixels(style.get('top'))) >= 2000))
    return true;
  if (/^rect\(0(?:px)?[ ,]+0(?:px)?[ ,]+0/.test(style.get('clip') ?? '')) return true;
  if (/^inset\((?:50|100)%/.test(style.get('clip-path') ?? '')) return true;
  const clipped = style.get('overflow') === 'hidden';
  return clipped && ['height', 'max-height', 'width'].some((side) => pixels(style.get(side), 99) <= 1);
}

function visibilityOf(value: string | undefined): boolean | undefined {
  if (value === undefined || value === 'inherit') return undefined;
  return value === 'hidden' || value === 'collapse';
}

/** Text of one pixel or point and less cannot be read. */
function tinyOf(value: string | undefined): boolean | undefined {
  if (value === undefined || !/^[\d.]/.test(value)) return undefined;
  const size = Number.parseFloat(value);
  if (/(?:px|pt)$/.test(value)) return size <= 1;
  return /(?:em|%)$/.test(value) ? (value.endsWith('%') ? size <= 5 : size <= 0.05) : size === 0;
}

function pixels(value: string | undefined, otherwise = 0): number {
  const size = Number.parseFloat(value ?? '');
  if (Number.isNaN(size)) return otherwise;
  return /em$/.test(value ?? '') ? size * 16 : /%$/.test(value ?? '') ? (size === 0 ? 0 : otherwise) : size;
}

function backgroundOf(style: Style, attributes: ReadonlyMap<string, string>, outer: Rgb | null): Rgb | null {
  const named = style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor');
  if (style.has('background-image') || attributes.has('background')) return null;
  if (named === undefined) return outer;
  const color = parseColor(named);
  if (color === undefined || /url\(|gradient/.test(named))
    return hasBackground(style) && /^transparent|^none/.test(named) ? outer : null;
  return color;
}

const namedColors = new Map<string, Rgb>([
  ['white', [255, 255, 255]],
  ['black', [0, 0, 0]],
  ['red', [255, 0, 0]],
  ['blue', [0, 0, 255]],
  ['green', [0, 128, 0]],
  ['yellow', [255, 255, 0]],
  ['gray', [128, 128, 128]],
  ['grey', [128, 128, 128]],
  ['whitesmoke', [245, 245, 245]],
  ['snow', [255, 250, 250]],
  ['ivory', [255, 255, 240]],
]);

/** undefined where nothing is said, null where it is said in words that are not understood. */
function parseColor(value: string | undefined): Rgb | null | undefined {
  if (value === undefined || value === '' || value === 'inherit' || value === 'initial') return undefined;
  if (/^(?:transparent|none)\b/.test(value)) return undefined;
  const hex = /^#([0-9a-f]{3,8})\b/i.exec(value.trim())?.[1];
  if (hex !== undefined) return hexColor(hex);
  const channels = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?/.exec(value);
  if (channels !== null) return [Number(channels[1]), Number(channels[2]), Number(channels[3])];
  return namedColors.get(/^[a-z]+/.exec(value.toLowerCase())?.[0] ?? '') ?? null;
}

function hexColor(hex: string): Rgb {
  const wide = hex.length >= 6 ? hex : [...hex].map((digit) => digit + digit).join('');
  const channel = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

/** Differences that a screen does not show. */
function areAlike(a: Rgb, b: Rgb): boolean {
  return a.every((channel, index) => Math.abs(channel - (b[index] ?? 0)) <= 10);
}
