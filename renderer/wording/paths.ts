import type { Place } from '#main/contract/document.ts';

/** Where a passage stands, as a person says it: “page 3”, “line 12”, “message 4”, “Budget, A3:F3”, “1:05”. */
export function placeLabel(place: Place): string {
  if ('page' in place) return `page ${place.page}`;
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

/** A path's last part and the folder that holds it, for either kind of slash. */
export function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const trimmed = path.length > 1 ? path.replace(/[/\\]+$/, '') : path;
  const cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (cut < 0 || trimmed.length === 1) return { name: trimmed, folder: '' };
  return { name: trimmed.slice(cut + 1), folder: trimmed.slice(0, cut) || trimmed.slice(0, 1) };
}
