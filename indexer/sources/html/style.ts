/** The few declarations that decide whether text is seen. Names are lower-case CSS properties. */
export type Style = ReadonlyMap<string, string>;

const relevant = new Set([
  'display',
  'visibility',
  'opacity',
  'font-size',
  'color',
  'background',
  'background-color',
  'background-image',
  'position',
  'left',
  'top',
  'text-indent',
  'margin-left',
  'clip',
  'clip-path',
  'width',
  'height',
  'max-height',
  'overflow',
]);

/** Longer style sheets are read up to here: the rules that hide text are found by a scan of all of it. */
const sheetChars = 300_000;

export function parseDeclarations(source: string): Style {
  const style = new Map<string, string>();
  for (const declaration of source.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!relevant.has(name)) continue;
    style.set(
      name,
      declaration
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase(),
    );
  }
  return style;
}

/** What the document's own style sheets say of single classes, ids and elements. */
export interface StyleSheet {
  readonly rules: ReadonlyMap<string, Style>;
  /** True where backgrounds may come from rules or sheets that were not understood. */
  readonly backgroundsUnknown: boolean;
}

const simpleSelector = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i;

/** Reads the rules with simple selectors (`p`, `.x`, `#y`, `p.x`); blocks inside at-rules are left out. */
export function parseStyleSheet(source: string, linked: boolean): StyleSheet {
  const rules = new Map<string, Style>();
  let backgroundsUnknown = linked;
  for (const [selectors, body] of topLevelRules(source.slice(0, sheetChars))) {
    const style = parseDeclarations(body);
    if (style.size === 0) continue;
    for (const selector of selectors.split(',')) {
      const key = selector.trim().toLowerCase();
      if (key !== '' && simpleSelector.test(key))
        rules.set(key, new Map([...(rules.get(key) ?? []), ...style]));
      else if (hasBackground(style)) backgroundsUnknown = true;
    }
  }
  return { rules, backgroundsUnknown };
}

export function hasBackground(style: Style): boolean {
  return style.has('background') || style.has('background-color') || style.has('background-image');
}

function* topLevelRules(source: string): Iterable<[selectors: string, body: string]> {
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      if (end === -1) return;
      at = end + 2;
      continue;
    }
    const open = source.indexOf('{', at);
    if (open === -1) return;
    const selectors = source
      .slice(at, open)
      .replace(/<!--|-->/g, '')
      .trim();
    const close = blockEnd(source, open);
    if (!selectors.startsWith('@')) yield [selectors, source.slice(open + 1, close)];
    at = close + 1;
  }
}

function blockEnd(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 0x7b) depth += 1;
    else if (unit === 0x7d) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return source.length;
}
