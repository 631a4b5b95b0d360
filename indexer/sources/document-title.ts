import { visibleText } from './visible-text.ts';

/** Longer titles are somebody's mistake or attack; a title is one line. */
const titleChars = 300;

/** The title that a file's name gives: without its extension. */
export function titleOf(name: string): string {
  return tidyTitle(name.replace(/(?<=.)\.[a-z0-9]{1,8}$/i, '')) || name;
}

/** A title in one line, without invisible characters. */
export function tidyTitle(raw: string): string {
  return visibleText(raw.slice(0, 2 * titleChars))
    .text.replace(/\s+/g, ' ')
    .trim()
    .slice(0, titleChars)
    .toWellFormed();
}
