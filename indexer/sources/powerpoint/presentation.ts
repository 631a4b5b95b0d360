import type { OfficePackage, Relationship } from '../ooxml/package.ts';
import { Unreadable } from '../parser.ts';
import type { Slide, SlideBlock } from '../slides/slide.ts';
import { childOf, childrenOf, descendantsOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import { ShapeReader, type SlideSize } from './shapes.ts';

const mainPart = 'ppt/presentation.xml';
/** A slide of the usual size in EMU, for files that name none. */
const usualSize: SlideSize = { width: 12_192_000, height: 6_858_000 };

/** Reads the slides of a presentation one by one, in the order in which they are shown. */
export class Presentation {
  readonly #file: OfficePackage;
  readonly #size: SlideSize;
  readonly #parts: readonly string[];
  /** Layouts, masters and footers whose text was already told: it stands on every slide. */
  readonly #told = new Set<string>();

  constructor(file: OfficePackage) {
    this.#file = file;
    const main = file.xml(mainPart);
    const links = new Map(file.relationships(mainPart).map(({ id, part }) => [id, part]));
    this.#size = sizeOf(childOf(main, 'p:sldSz'));
    this.#parts = [...childrenOf(childOf(main, 'p:sldIdLst'), 'p:sldId')].map(
      ({ attributes }) => links.get(attributes['r:id'] ?? '') ?? '',
    );
  }

  get count(): number {
    return this.#parts.length;
  }

  /** The slide of that number; null where its part is missing or broken. */
  slide(number: number): Slide | null {
    try {
      return this.#read(number);
    } catch (error) {
      if (error instanceof Unreadable && error.reason === 'corrupt') return null;
      throw error;
    }
  }

  #read(number: number): Slide {
    const part = this.#parts[number - 1] ?? '';
    // Against lists that name the same slide a hundred thousand times.
    if (!this.#isNew(part)) throw new Unreadable('failed', 'corrupt', part);
    const root = this.#file.xml(part);
    const links = this.#file.relationships(part);
    const own = new ShapeReader(this.#file, links, this.#size).read(root, () => true);
    const isHidden = isFalse(root.attributes['show']);
    const blocks = [...own.blocks];
    if (!isHidden) {
      for (const footer of own.footers)
        if (this.#isNew(footer)) blocks.push({ role: 'paragraph', text: footer, tight: false });
      if (!isFalse(root.attributes['showMasterSp'])) blocks.push(...this.#behind(links));
    }
    return {
      number,
      isHidden,
      title: own.titles[0] ?? '',
      blocks,
      notes: this.#notes(links),
      hidden: [...own.hidden, ...this.#comments(links)],
    };
  }

  /** Text that the layout and the master put on each of their slides, where it is met for the first time. */
  #behind(links: readonly Relationship[]): SlideBlock[] {
    const blocks: SlideBlock[] = [];
    let part = partOf(links, 'slideLayout');
    for (const next of ['slideMaster', '']) {
      if (part === undefined || !this.#isNew(part) || this.#file.bytes(part) === null) break;
      const root = this.#file.xml(part);
      const further = this.#file.relationships(part);
      const texts = new ShapeReader(this.#file, further, this.#size).read(root, (kind) => kind === null);
      blocks.push(...texts.blocks.filter(({ text }) => this.#isNew(text)));
      if (isFalse(root.attributes['showMasterSp'])) break;
      part = partOf(further, next);
    }
    return blocks;
  }

  #notes(links: readonly Relationship[]): SlideBlock[] {
    const part = partOf(links, 'notesSlide');
    if (part === undefined || this.#file.bytes(part) === null) return [];
    const everywhere = { width: Infinity, height: Infinity };
    const reader = new ShapeReader(this.#file, [], everywhere);
    return reader.read(this.#file.xml(part), (kind) => kind === 'body').blocks;
  }

  #comments(links: readonly Relationship[]): string[] {
    const texts: string[] = [];
    for (const { type, part } of links) {
      if (type !== 'comments' || this.#file.bytes(part) === null) continue;
      const root = this.#file.xml(part);
      for (const name of ['p:text', 'a:t'])
        for (const element of descendantsOf(root, name)) texts.push(innerText(element));
    }
    return texts;
  }

  #isNew(key: string): boolean {
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}

function partOf(links: readonly Relationship[], type: string): string | undefined {
  return links.find((link) => link.type === type)?.part;
}

function sizeOf(size: XmlElement | undefined): SlideSize {
  const width = Number(size?.attributes['cx']);
  const height = Number(size?.attributes['cy']);
  return width > 0 && height > 0 ? { width, height } : usualSize;
}

function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}
