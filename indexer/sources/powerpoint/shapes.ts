import type { OfficePackage, Relationship } from '../ooxml/package.ts';
import type { SlideBlock } from '../slides/slide.ts';
import { childOf, childrenOf, descendantsOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import { readChart } from './chart.ts';
import { isTrue, readParagraphs, readTable } from './paragraphs.ts';

/** The text of a slide's shapes, or of its layout, master or notes. */
export interface ShapeTexts {
  readonly titles: string[];
  readonly blocks: SlideBlock[];
  /** Footers: the same on every slide. */
  readonly footers: string[];
  readonly hidden: string[];
}

export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the shapes of a part in their order (ECMA-376 19.3.1). */
export class ShapeReader {
  readonly #file: OfficePackage;
  readonly #links: readonly Relationship[];
  readonly #size: SlideSize;
  readonly #texts: ShapeTexts = { titles: [], blocks: [], footers: [], hidden: [] };

  constructor(file: OfficePackage, links: readonly Relationship[], size: SlideSize) {
    this.#file = file;
    this.#links = links;
    this.#size = size;
  }

  /** `takes` chooses shapes by their placeholder: null for a shape that is none. */
  read(part: XmlElement, takes: (placeholder: string | null) => boolean): ShapeTexts {
    this.#shapes(childOf(childOf(part, 'p:cSld'), 'p:spTree'), takes);
    return this.#texts;
  }

  #shapes(tree: XmlElement | undefined, takes: (placeholder: string | null) => boolean): void {
    for (const shape of childrenOf(tree)) {
      if (shape.name === 'p:grpSp' && !isUnseen(shape, this.#size)) this.#shapes(shape, takes);
      else if (shape.name === 'mc:AlternateContent') {
        const before = this.#texts.blocks.length;
        this.#shapes(childOf(shape, 'mc:Choice'), takes);
        if (this.#texts.blocks.length === before) this.#shapes(childOf(shape, 'mc:Fallback'), takes);
      } else if (shape.name === 'p:sp' || shape.name === 'p:graphicFrame' || shape.name === 'p:grpSp') {
        const placeholder = placeholderOf(shape);
        if (!takes(placeholder)) continue;
        if (isUnseen(shape, this.#size)) this.#hide(shape);
        else if (shape.name === 'p:sp') this.#shape(shape, placeholder);
        else this.#frame(shape);
      }
    }
  }

  #shape(shape: XmlElement, placeholder: string | null): void {
    const { titles, blocks, footers, hidden } = this.#texts;
    const bulleted = placeholder === 'body' || placeholder === 'obj';
    const read = readParagraphs(childOf(shape, 'p:txBody'), bulleted, hidden);
    const text = () => read.map((block) => block.text).join('\n');
    if (placeholder === 'sldNum' || placeholder === 'dt') return;
    if (placeholder === 'ftr' || placeholder === 'hdr') footers.push(text());
    else if ((placeholder === 'title' || placeholder === 'ctrTitle') && titles.length === 0)
      titles.push(text());
    else blocks.push(...read);
  }

  #frame(frame: XmlElement): void {
    const { blocks, hidden } = this.#texts;
    for (const data of childrenOf(childOf(childOf(frame, 'a:graphic'), 'a:graphicData'))) {
      if (data.name === 'a:tbl') blocks.push(...readTable(data, hidden));
      else if (data.name === 'c:chart') {
        const chart = this.#linked(data.attributes['r:id']);
        if (chart !== undefined) blocks.push(...readChart(chart));
      } else if (data.name === 'dgm:relIds') this.#diagram(data.attributes['r:dm']);
    }
  }

  /** SmartArt keeps its texts in a part of its own. */
  #diagram(id: string | undefined): void {
    for (const body of descendantsOf(this.#linked(id), 'dgm:t'))
      for (const { text } of readParagraphs(body, false, this.#texts.hidden))
        this.#texts.blocks.push({ role: 'list', text: `- ${text.trim()}`, tight: this.#endsInList() });
  }

  #endsInList(): boolean {
    return this.#texts.blocks.at(-1)?.role === 'list';
  }

  #linked(id: string | undefined): XmlElement | undefined {
    const part = this.#links.find((link) => link.id === id)?.part;
    return part !== undefined && this.#file.bytes(part) !== null ? this.#file.xml(part) : undefined;
  }

  #hide(shape: XmlElement): void {
    for (const paragraph of descendantsOf(shape, 'a:p'))
      this.#texts.hidden.push([...descendantsOf(paragraph, 'a:t')].map((run) => innerText(run)).join(''));
  }
}

function namesOf(shape: XmlElement): XmlElement | undefined {
  for (const name of ['p:nvSpPr', 'p:nvGrpSpPr', 'p:nvGraphicFramePr']) {
    const found = childOf(shape, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeholderOf(shape: XmlElement): string | null {
  const placeholder = childOf(childOf(namesOf(shape), 'p:nvPr'), 'p:ph');
  return placeholder === undefined ? null : (placeholder.attributes['type'] ?? 'obj');
}

/** Switched off, or wholly beside the slide. */
function isUnseen(shape: XmlElement, { width, height }: SlideSize): boolean {
  if (isTrue(childOf(namesOf(shape), 'p:cNvPr')?.attributes['hidden'])) return true;
  const frame =
    childOf(shape, 'p:xfrm') ?? childOf(childOf(shape, 'p:spPr') ?? childOf(shape, 'p:grpSpPr'), 'a:xfrm');
  const at = childOf(frame, 'a:off')?.attributes;
  const size = childOf(frame, 'a:ext')?.attributes;
  if (at === undefined || size === undefined) return false;
  const [x, y, cx, cy] = [at['x'], at['y'], size['cx'], size['cy']].map(Number);
  if (x === undefined || y === undefined || cx === undefined || cy === undefined) return false;
  return x >= width || y >= height || x + cx < 0 || y + cy < 0;
}
