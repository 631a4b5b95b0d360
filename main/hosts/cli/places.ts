import type { Place } from '#main/contract/document.ts';
import { placeInWords } from '#main/contract/document-words.ts';

/** Where a citation stands, for the end of a line: `page 3`, `Budget, A3:F3`, `at 1:05`. */
export function citedPlace(place: Place): string {
  return 'time' in place ? `at ${placeInWords(place)}` : placeInWords(place);
}

/** The day of a document's date, as the person's own calendar has it; empty where it has none. */
export function dayOf(date: string | null): string {
  return date === null ? '' : new Date(date).toLocaleDateString('sv');
}
