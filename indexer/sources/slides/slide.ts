import type { DocumentText } from '../document-text.ts';
import { type Limits, type ParseEvent, type PassageRole, shortfall } from '../parser.ts';

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

/** A presentation whose slides are found by their number. */
export interface NumberedSlides {
  readonly count: number;
  /** null where it cannot be read. */
  slide(number: number): Slide | null;
}

/** Adds as many slides as the limits allow. Returns the title of the first one that is shown, and what is missing. */
export function addSlides(
  text: DocumentText,
  slides: NumberedSlides,
  limits: Limits,
): { firstTitle: string; shortfalls: readonly ParseEvent[] } {
  let firstTitle = '';
  const shortfalls: ParseEvent[] = [];
  const count = Math.min(slides.count, limits.pages);
  for (let number = 1; number <= count && !text.truncated; number += 1) {
    const slide = slides.slide(number);
    if (slide === null) shortfalls.push(shortfall('corrupt', `slide ${number}`));
    else {
      if (!slide.isHidden) firstTitle ||= slide.title;
      addSlide(text, slide);
    }
  }
  if (slides.count > limits.pages)
    shortfalls.push(shortfall('truncated-text', `${limits.pages.toLocaleString('en')} slides`));
  return { firstTitle, shortfalls };
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
