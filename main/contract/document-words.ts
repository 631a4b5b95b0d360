import type { CopyPlace, DocumentKind, Place } from './document.ts';

export const kindWords: Readonly<Record<DocumentKind, readonly [one: string, many: string]>> = {
  mail: ['mail', 'mails'],
  note: ['note', 'notes'],
  document: ['document', 'documents'],
  message: ['message', 'messages'],
  event: ['calendar entry', 'calendar entries'],
  contact: ['contact', 'contacts'],
};

/** The file a document lies in, and what it is called in there. */
export function fileInWords({ path, member }: CopyPlace): string {
  return member === null ? path : `${path} › ${member}`;
}

/** Where a passage stands, as a person says it: “page 3”, “page iv”, “line 12”, “message 4”, “Budget, A3:F3”, “1:05”. */
export function placeInWords(place: Place): string {
  if ('page' in place) return `page ${place.label ?? place.page}`;
  if ('line' in place) return `line ${place.line}`;
  if ('message' in place) return `message ${place.message}`;
  if ('slide' in place) return `slide ${place.slide}`;
  if ('chapter' in place) return `chapter ${place.chapter}`;
  if ('entry' in place) return `entry ${place.entry}`;
  if ('cells' in place) return `${place.sheet}, ${place.cells}`;
  return clock(place.time);
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}`
    : `${minutes}:${twoDigits(whole % 60)}`;
}
