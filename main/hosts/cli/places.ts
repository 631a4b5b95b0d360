import type { Place } from '#main/contract/document.ts';

/** Where a citation stands, for a person: `page 3`, `line 12`, `Budget, A3:F3`. */
export function placeInWords(place: Place): string {
  if ('page' in place) return `page ${place.page}`;
  if ('line' in place) return `line ${place.line}`;
  if ('message' in place) return `message ${place.message}`;
  if ('slide' in place) return `slide ${place.slide}`;
  if ('chapter' in place) return `chapter ${place.chapter}`;
  if ('entry' in place) return `entry ${place.entry}`;
  if ('cells' in place) return `${place.sheet}, ${place.cells}`;
  const seconds = Math.floor(place.time);
  return `at ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The day of a document's date, as the person's own calendar has it; empty where it has none. */
export function dayOf(date: string | null): string {
  return date === null ? '' : new Date(date).toLocaleDateString('sv');
}
