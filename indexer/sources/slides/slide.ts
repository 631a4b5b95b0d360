import type { DocumentText } from '../document-text.ts';
import type { PassageRole } from '../parser.ts';

export interface SlideBlock {
  readonly role: PassageRole;
  readonly text: string;
  /** True for the next line of the list or table before it. */
  readonly tight: boolean;
}

/** One slide, whichever program made it. */
export interface Slide {
  /** Counts from 1 in the order of the presentation, hidden slides included, as programs number them. */
  readonly number: number;
  /** Left out when the slides are shown. */
  readonly isHidden: boolean;
  readonly title: string;
  readonly blocks: readonly SlideBlock[];
  readonly notes: readonly SlideBlock[];
  /** Hidden shapes and comments. */
  readonly hidden: readonly string[];
}

/** Adds a slide: its title a heading, the speaker's notes under a heading of their own. */
export function addSlide(text: DocumentText, slide: Slide): void {
  const place = { slide: slide.number };
  const { title, blocks, notes } = slide;
  if (slide.isHidden) text.hide([title, ...blocks.map((block) => block.text)].join(' '));
  else {
    text.add(title.replace(/\s+/g, ' '), { role: 'heading', level: 1, place });
    for (const { role, text: shown, tight } of blocks) text.add(shown, { role, place, tight });
  }
  if (slide.isHidden) text.hide(notes.map((note) => note.text).join(' '));
  else if (notes.some((note) => note.text.trim() !== '')) {
    text.add('Notes', { role: 'heading', level: 2, place });
    for (const { role, text: shown, tight } of notes) text.add(shown, { role, place, tight });
  }
  for (const piece of slide.hidden) text.hide(piece);
}

/** What programs call a presentation that nobody gave a title. */
const noTitle =
  /^(?:(?:microsoft )?powerpoint\b.{0,20}|pr(?:e|é|ä)sentation(?:e|en)?\s?\d*|presentaci(?:o|ó)n\s?\d*|slide \d+|folie \d+|no slide title|kein folientitel|untitled.{0,15})$/i;

/** A presentation's title: what its properties say where that is one, else its first slide's. */
export function presentationTitle(declared: string, firstSlide: string): string {
  return declared !== '' && !noTitle.test(declared) ? declared : firstSlide;
}
