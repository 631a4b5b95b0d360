import type { Place } from '#main/contract/document.ts';

export type PlaceUnit = 'page' | 'line' | 'message' | 'time';

/** A place as two columns. */
export function splitPlace(place: Place): { unit: PlaceUnit; value: number } {
  if ('page' in place) return { unit: 'page', value: place.page };
  if ('line' in place) return { unit: 'line', value: place.line };
  if ('message' in place) return { unit: 'message', value: place.message };
  return { unit: 'time', value: place.time };
}

export function joinPlace(unit: PlaceUnit, value: number): Place {
  switch (unit) {
    case 'page':
      return { page: value };
    case 'line':
      return { line: value };
    case 'message':
      return { message: value };
    case 'time':
      return { time: value };
  }
}
