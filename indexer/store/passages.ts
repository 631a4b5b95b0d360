import type { Passage } from '#indexer/sources/parser.ts';
import type { PlacedRange } from '#main/contract/document.ts';
import { type PackedPlace, packPlace, unpackPlace } from './place.ts';

type Packed = readonly [start: number, end: number, ...place: PackedPlace];

/** Passages as they are stored: JSON arrays, a quarter of the size of objects with their keys. */
export function packPassages(passages: readonly Passage[]): string {
  return JSON.stringify(passages.map(({ start, end, place }): Packed => [start, end, ...packPlace(place)]));
}

export function unpackPassages(stored: string): PlacedRange[] {
  // The column is written by packPassages alone.
  const packed = JSON.parse(stored) as Packed[];
  return packed.map(([start, end, ...place]) => ({ start, end, place: unpackPlace(place) }));
}
