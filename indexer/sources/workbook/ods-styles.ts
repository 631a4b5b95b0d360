import { attributeOf, elementsOf } from './xml.ts';

interface OdsStyle {
  readonly sheetHidden: boolean;
  readonly unseen: boolean;
}

const seen: OdsStyle = { sheetHidden: false, unseen: false };
/** Styles of one spreadsheet that are looked at. */
const mostStyles = 20_000;

/** What the automatic styles of `content.xml` (ODF 1.3 part 3, 16.2) keep from being seen. */
export class OdsStyles {
  readonly #styles = new Map<string, OdsStyle>();

  constructor(content: string) {
    // Conditional formats colour cells in ways that their own style does not tell.
    const coloured = /<(?:[\w-]+:)?(?:conditional-format|map)\b[^<>]*apply-style-name/.test(content);
    const end = content.indexOf('automatic-styles>');
    const last = end === -1 ? 0 : content.indexOf('automatic-styles>', end + 1);
    const block = last <= 0 ? '' : content.slice(0, last);
    for (const { tag, inside } of elementsOf(block, '(?:[\\w-]+:)?style')) {
      if (this.#styles.size >= mostStyles) break;
      const sheetHidden = /<(?:[\w-]+:)?table-properties\b[^<>]*\bdisplay="false"/.test(inside);
      this.#styles.set(attributeOf(tag, 'name'), { sheetHidden, unseen: !coloured && isUnseen(inside) });
    }
  }

  of(name: string): OdsStyle {
    return this.#styles.get(name) ?? seen;
  }
}

function isUnseen(style: string): boolean {
  const text = /<(?:[\w-]+:)?text-properties\b[^<>]*>/.exec(style)?.[0] ?? '';
  if (/\bfont-size="(?:0(?:\.\d+)?|1)pt"/.test(text)) return true;
  if (!/\scolor="(?:#fffff[ef])"|:color="#fffff[ef]"/i.test(text)) return false;
  const background = attributeOf(style, 'background-color');
  return background === '' || background === 'transparent' || /^#fffff[ef]$/i.test(background);
}
