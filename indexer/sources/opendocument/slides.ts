import type { Slide, SlideBlock } from '../slides/slide.ts';
import { childOf, childrenOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import type { OpenDocumentFile } from './file.ts';
import type { Styles } from './styles.ts';
import { TextWalk } from './text-walk.ts';

/** Reads the slides of an OpenDocument presentation, in the order in which they are shown. */
export class Slides {
  readonly #file: OpenDocumentFile;
  readonly #styles: Styles;
  readonly #footers: ReadonlyMap<string, string>;
  readonly #masters: ReadonlyMap<string, XmlElement>;
  /** Footers and masters already told: they stand on every slide. */
  readonly #told = new Set<string>();

  constructor(file: OpenDocumentFile, styles: Styles) {
    this.#file = file;
    this.#styles = styles;
    this.#footers = new Map(
      [...childrenOf(file.body, 'presentation:footer-decl')].map((footer) => [
        footer.attributes['presentation:name'] ?? '',
        innerText(footer),
      ]),
    );
    const masters = file.styleRoots.flatMap((root) => [
      ...childrenOf(childOf(root, 'office:master-styles'), 'style:master-page'),
    ]);
    this.#masters = new Map(masters.map((master) => [master.attributes['style:name'] ?? '', master]));
  }

  *read(): Iterable<Slide> {
    let number = 0;
    for (const page of childrenOf(this.#file.body, 'draw:page')) {
      number += 1;
      yield this.#slide(page, number);
    }
  }

  #slide(page: XmlElement, number: number): Slide {
    const isHidden = this.#styles.isHiddenSlide(page.attributes['draw:style-name']);
    const titles = new TextWalk(this.#styles);
    const rest = new TextWalk(this.#styles);
    const notes = new TextWalk(this.#styles);
    let hasTitle = false;
    for (const shape of childrenOf(page)) {
      if (shape.name === 'presentation:notes') {
        for (const note of childrenOf(shape))
          if (note.attributes['presentation:class'] === 'notes') notes.blocks(note);
      } else if (shape.attributes['presentation:class'] === 'title' && !hasTitle) {
        hasTitle = true;
        titles.blocks(shape);
      } else rest.blocks(shape.name === 'office:annotation' ? { ...shape, children: [shape] } : shape);
    }
    const title = titles.finish();
    const blocks = [...rest.finish(), ...(isHidden ? [] : this.#everywhere(page))];
    return {
      number,
      isHidden,
      title: title.map((block) => block.text).join(' '),
      blocks,
      notes: notes.finish(),
      hidden: [...titles.hidden, ...rest.hidden, ...notes.hidden],
    };
  }

  /** What stands on each slide of the kind, where it is met for the first time. */
  #everywhere(page: XmlElement): SlideBlock[] {
    const blocks: SlideBlock[] = [];
    const footer = this.#footers.get(page.attributes['presentation:use-footer-name'] ?? '') ?? '';
    const name = page.attributes['draw:master-page-name'] ?? '';
    const walk = new TextWalk(this.#styles);
    if (this.#isNew(`master ${name}`))
      for (const shape of childrenOf(this.#masters.get(name)))
        if (['footer', undefined].includes(shape.attributes['presentation:class'])) walk.blocks(shape);
    for (const { role, text, tight } of [
      { role: 'paragraph' as const, text: footer, tight: false },
      ...walk.finish(),
    ])
      if (text !== '' && this.#isNew(text)) blocks.push({ role, text, tight });
    return blocks;
  }

  #isNew(key: string): boolean {
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}
