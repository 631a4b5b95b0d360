import type { SlideBlock } from '../slides/slide.ts';
import { childOf, childrenOf, descendantsOf, innerText, type XmlElement } from '../xml-tree/tree.ts';

/** Hundredths of a point: text of one point and less cannot be read. */
const smallestSize = 100;

/**
 * The paragraphs of a text body (ECMA-376 21.1.2). In the body of a slide (`bulleted`) several paragraphs are a list
 * unless they say otherwise, elsewhere only those with a bullet of their own. Runs that cannot be seen go to `hidden`.
 */
export function readParagraphs(
  body: XmlElement | undefined,
  bulleted: boolean,
  hidden: string[],
): SlideBlock[] {
  const blocks: SlideBlock[] = [];
  const paragraphs = [...childrenOf(body, 'a:p')]
    .map((paragraph) => ({ paragraph, text: paragraphText(paragraph, hidden) }))
    .filter(({ text }) => text.trim() !== '');
  for (const { paragraph, text } of paragraphs) {
    const properties = childOf(paragraph, 'a:pPr');
    const isItem = hasBullet(properties) ?? (bulleted && paragraphs.length > 1);
    if (!isItem) {
      blocks.push({ role: 'paragraph', text, tight: false });
      continue;
    }
    const depth = Math.min(8, Math.max(0, Number(properties?.attributes['lvl'] ?? 0) || 0));
    const tight = blocks.at(-1)?.role === 'list';
    blocks.push({ role: 'list', text: `${'  '.repeat(depth)}- ${text.trim()}`, tight });
  }
  return blocks;
}

/** undefined where the paragraph leaves it to the layout. */
function hasBullet(properties: XmlElement | undefined): boolean | undefined {
  if (childOf(properties, 'a:buNone') !== undefined) return false;
  return childOf(properties, 'a:buChar') !== undefined || childOf(properties, 'a:buAutoNum') !== undefined
    ? true
    : undefined;
}

function paragraphText(paragraph: XmlElement, hidden: string[]): string {
  const parts: string[] = [];
  for (const child of childrenOf(paragraph)) {
    if (child.name === 'a:br') parts.push('\n');
    else if (child.name === 'a:r' || isText(child)) {
      const text = innerText(childOf(child, 'a:t')).replace(/_x000[BD]_/g, '\n');
      if (isInvisible(childOf(child, 'a:rPr'))) hidden.push(text);
      else parts.push(text);
    } else for (const formula of descendantsOf(child, 'm:t')) parts.push(innerText(formula));
  }
  return parts.join('');
}

/** Fields hold the text that was last shown; the slide's number is nobody's words. */
function isText(element: XmlElement): boolean {
  return element.name === 'a:fld' && element.attributes['type'] !== 'slidenum';
}

function isInvisible(properties: XmlElement | undefined): boolean {
  if (properties === undefined) return false;
  if (childOf(properties, 'a:noFill') !== undefined && childOf(properties, 'a:ln') === undefined) return true;
  const size = properties.attributes['sz'];
  return size !== undefined && Number(size) <= smallestSize;
}

/** A table's rows, a block each (ECMA-376 21.1.3). */
export function readTable(table: XmlElement, hidden: string[]): SlideBlock[] {
  const blocks: SlideBlock[] = [];
  for (const row of childrenOf(table, 'a:tr')) {
    const cells = [...childrenOf(row, 'a:tc')]
      .filter(({ attributes }) => !isTrue(attributes['hMerge']) && !isTrue(attributes['vMerge']))
      .map((cell) =>
        [...childrenOf(childOf(cell, 'a:txBody'), 'a:p')]
          .map((paragraph) => paragraphText(paragraph, hidden).replace(/\s+/g, ' ').trim())
          .filter((text) => text !== '')
          .join(' '),
      );
    if (cells.some((cell) => cell !== ''))
      blocks.push({ role: 'table', text: cells.join(' | '), tight: blocks.length > 0 });
  }
  return blocks;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
