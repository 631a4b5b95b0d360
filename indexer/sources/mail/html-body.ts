import { readHtml } from '../html/read-html.ts';
import type { ElementRole } from '../html/reading.ts';
import type { Element } from '../html/tree.ts';
import type { BodyLine } from './body-line.ts';

/** Lines of an HTML body, with the history and signatures that mail programs mark. */
export function htmlBody(html: string): { lines: BodyLine[]; hidden: readonly string[] } {
  const page = readHtml(html, { withLines: false, roleOf });
  const lines = page.blocks.flatMap(({ text, role, level, tight, row }): BodyLine[] =>
    role === 'code'
      ? [{ text, role, tight }]
      : text.split('\n').map((line, index) => ({ text: line, role, level, row, tight: tight || index > 0 })),
  );
  return { lines, hidden: page.hidden };
}

const quotedClasses =
  /(?:^|\s)(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote)(?:\s|$)/;
const signatureClasses =
  /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block\S*|Signature)(?:\s|$)/;

function roleOf(element: Element, attributes: ReadonlyMap<string, string>): ElementRole | null {
  if (element.tagName === 'blockquote') return { role: 'quoted', reach: 'inside' };
  if (attributes.size === 0) return null;
  const classes = attributes.get('class') ?? '';
  if (quotedClasses.test(classes)) return { role: 'quoted', reach: 'inside' };
  if (signatureClasses.test(classes) || attributes.get('id') === 'Signature')
    return { role: 'signature', reach: 'inside' };
  // Outlook puts the earlier mail after an empty element with one of these marks.
  const id = attributes.get('id') ?? '';
  if (id === 'divRplyFwdMsg' || id === 'appendonsend' || id === 'mail-editor-reference-message-container')
    return { role: 'quoted', reach: 'onwards' };
  return null;
}
