import type { ParsedDocument } from '#indexer/sources/parser.ts';
import { mailKey } from './mail-standing.ts';

/** Letters of a mail's own beginning by which it is known in a quotation. */
const openingChars = 40;
/** A shorter text ("Thanks, Anna") is that of a thousand mails. */
const fewestChars = 12;
/** Enough for the opening, however much white space and how many dashes stand in it. */
const openingReach = 500;
/** Of a quotation: signatures and some lines are cut out of many. */
const quotedShare = 0.9;
const shortLine = 8;

/** The key of how a document's own text begins; null where that says too little. */
export function openingOf({ text, passages }: ParsedDocument): number | null {
  let own = '';
  for (const { role, start, end } of passages) {
    if (role !== 'quoted') own += text.slice(start, Math.min(end, start + openingReach));
    if (own.length >= openingReach) break;
  }
  const letters = firstLettersOf(own).slice(0, openingChars);
  return letters.length < fewestChars ? null : mailKey('opening', letters);
}

/** Whether a text holds nearly all of what is quoted, in whatever lines it is broken. */
export function isQuotedFrom(quoted: string, original: string): boolean {
  if (original.includes(quoted)) return true;
  const whole = lettersOf(original);
  let chars = 0;
  let found = 0;
  for (const line of quoted.split('\n')) {
    const letters = lettersOf(line);
    if (letters.length < shortLine) continue;
    chars += letters.length;
    if (whole.includes(letters)) found += letters.length;
  }
  return chars > 0 ? found >= quotedShare * chars : whole.includes(lettersOf(quoted));
}

/** As many as tell an opening, or all there are. */
function firstLettersOf(text: string): string {
  let letters = '';
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    letters += word;
    if (letters.length >= openingChars) break;
  }
  return letters.toLowerCase();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
