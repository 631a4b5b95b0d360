import type { Slide, SlideBlock } from '../slides/slide.ts';
import type { PersistDirectory } from './persist.ts';
import { type PptRecord, type RecordReader, recordType } from './records.ts';
import { blocksOf, isTitle, notesKind, type SlideText, shapeTexts, textsIn } from './texts.ts';

/** A slide, master or notes page as the document lists it. */
interface Listed {
  readonly id: number;
  readonly page: PptRecord | null;
  readonly outline: readonly SlideText[];
}

/** Lists of the document by the instance of their record ([MS-PPT] 2.4.14). */
const lists = { slides: 0, masters: 1, notes: 2 } as const;

/** Reads the slides of an older presentation, in the order in which they are shown. */
export class Slides {
  readonly #reader: RecordReader;
  readonly #slides: readonly Listed[];
  readonly #masters: ReadonlyMap<number, PptRecord | null>;
  readonly #notes: ReadonlyMap<number, PptRecord | null>;
  readonly #documentFooter: string;
  /** Footers and masters already told: they stand on every slide. */
  readonly #told = new Set<string>();

  constructor(reader: RecordReader, directory: PersistDirectory) {
    this.#reader = reader;
    const listed = (list: number) => listedPages(reader, directory, list);
    this.#slides = listed(lists.slides);
    this.#masters = new Map(listed(lists.masters).map(({ id, page }) => [id, page]));
    this.#notes = new Map(listed(lists.notes).map(({ id, page }) => [id, page]));
    this.#documentFooter = footerOf(reader, directory.document);
  }

  get count(): number {
    return this.#slides.length;
  }

  /** The slide of that number; null where it cannot be found in the file. */
  slide(number: number): Slide | null {
    const listed = this.#slides[number - 1];
    if (listed === undefined || listed.page === null) return null;
    const { page, outline } = listed;
    const { titles, blocks, hidden } = this.#shapes(page, outline);
    const info = this.#reader.child(page, recordType.slideInfo);
    const isHidden = info !== null && (this.#reader.bytes.u16(info.start + 10) & 4) !== 0;
    const atom = this.#reader.child(page, recordType.slideAtom);
    const behind = isHidden || atom === null ? [] : this.#everywhere(page, atom);
    const notesId = atom === null ? 0 : this.#reader.bytes.u32(atom.start + 16);
    return {
      number,
      isHidden,
      title: titles[0] ?? '',
      blocks: [...blocks, ...behind],
      notes: this.#notesOf(notesId),
      hidden: [...hidden, ...this.#comments(page)],
    };
  }

  #shapes(page: PptRecord, outline: readonly SlideText[]) {
    const titles: string[] = [];
    const blocks: SlideBlock[] = [];
    const hidden: string[] = [];
    const shown = new Set<SlideText>();
    const add = (text: SlideText) => {
      shown.add(text);
      if (isTitle(text) && titles.length === 0) titles.push(text.text.replace(/[\r\v]/g, ' '));
      else blocks.push(...blocksOf(text));
    };
    for (const shape of shapeTexts(this.#reader, page)) {
      const text = shape.outlineIndex === null ? shape.text : outline[shape.outlineIndex];
      if (text === null || text === undefined) continue;
      if (shape.isHidden) {
        shown.add(text);
        hidden.push(text.text);
      } else add(text);
    }
    for (const text of outline) if (!shown.has(text)) add(text);
    return { titles, blocks, hidden };
  }

  /** The footer, and text that the master puts on each of its slides, where they are met for the first time. */
  #everywhere(page: PptRecord, atom: PptRecord): SlideBlock[] {
    const blocks: SlideBlock[] = [];
    const footer = footerOf(this.#reader, page) || this.#documentFooter;
    if (footer !== '' && this.#isNew(footer)) blocks.push({ role: 'paragraph', text: footer, tight: false });
    const showsMaster = (this.#reader.bytes.u16(atom.start + 20) & 1) !== 0;
    const masterId = this.#reader.bytes.u32(atom.start + 12);
    const master = this.#masters.get(masterId) ?? null;
    if (!showsMaster || master === null || !this.#isNew(`master ${masterId}`)) return blocks;
    for (const { text, isPlaceholder, isHidden } of shapeTexts(this.#reader, master))
      if (text !== null && !isPlaceholder && !isHidden && this.#isNew(text.text))
        blocks.push(...blocksOf(text));
    return blocks;
  }

  #notesOf(id: number): SlideBlock[] {
    const page = this.#notes.get(id) ?? null;
    if (page === null || !this.#isNew(`notes ${id}`)) return [];
    return [...shapeTexts(this.#reader, page)].flatMap(({ text }) =>
      text !== null && text.kind === notesKind ? blocksOf(text) : [],
    );
  }

  #comments(page: PptRecord): string[] {
    const texts: string[] = [];
    for (const comment of this.#reader.descendants(page, recordType.comment))
      for (const record of this.#reader.children(comment))
        if (record.type === recordType.string && record.instance === 1) texts.push(this.#reader.text(record));
    return texts;
  }

  #isNew(key: string): boolean {
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}

function listedPages(reader: RecordReader, { document, placeOf }: PersistDirectory, list: number): Listed[] {
  const found: Listed[] = [];
  for (const record of reader.children(document)) {
    if (record.type !== recordType.slideList || record.instance !== list) continue;
    let texts: PptRecord[] = [];
    const entries: { readonly atom: PptRecord; readonly texts: PptRecord[] }[] = [];
    for (const child of reader.children(record))
      if (child.type === recordType.slidePersist) {
        texts = [];
        entries.push({ atom: child, texts });
      } else texts.push(child);
    for (const entry of entries)
      found.push({
        id: reader.bytes.u32(entry.atom.start + 12),
        page: reader.at(placeOf(reader.bytes.u32(entry.atom.start)) ?? -1),
        outline: [...textsIn(reader, entry.texts)],
      });
  }
  return found;
}

const hasFooter = 0x20;
const footerInstance = 2;

/** The footer that a slide or the whole document sets and shows ([MS-PPT] 2.4.15.1); empty where there is none. */
function footerOf(reader: RecordReader, parent: PptRecord): string {
  for (const record of reader.children(parent)) {
    if (record.type !== recordType.headersFooters || record.instance === 4) continue;
    const atom = reader.child(record, recordType.headersFootersAtom);
    if (atom === null || (reader.bytes.u16(atom.start + 2) & hasFooter) === 0) continue;
    for (const text of reader.children(record))
      if (text.type === recordType.string && text.instance === footerInstance) return reader.text(text);
  }
  return '';
}
