import type { Passage } from '#indexer/sources/parser.ts';
import type { PlacedRange } from '#main/contract/document.ts';
import { type PackedPlace, packPlace, unpackPlace } from './place.ts';

type Packed = readonly [start: number, end: number, ...place: PackedPlace];

/** Passages as they are stored: JSON arrays, a quarter of the size of objects with their keys. */
export function packPassages(passages: readonly Passage[]): string {
  return JSON.stringify(passages.map(({ start, end, place }): Packed => [start, end, ...packPlace(place)]));
}

/** Tells the place, as it is stored, of what begins at an offset into the document's text. */
export function placeAt(stored: string): (start: number) => string {
  const packed = JSON.parse(stored) as Packed[];
  return (start) => {
    const [, , ...place] = packed.findLast(([from]) => from <= start) ?? packed[0] ?? [0, 0, 'line', 1];
    return JSON.stringify(place);
  };
}

export function unpackPassages(stored: string): PlacedRange[] {
  // The column is written by packPassages alone.
  const packed = JSON.parse(stored) as Packed[];
  return packed.map(([start, end, ...place]) => ({ start, end, place: unpackPlace(place) }));
}
