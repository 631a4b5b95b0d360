import type { Passage } from '#indexer/sources/parser.ts';
import type { PlacedRange } from '#main/contract/document.ts';
import { type PackedPlace, packPlace, unpackPlace } from './place.ts';

type Packed = readonly [start: number, end: number, ...place: PackedPlace];
/** One unit for all, then three numbers a passage: from the end before it, its length, from the place before it. */
type Steps = readonly [unit: string, ...steps: number[]];

/**
 * Passages as they are stored, in JSON: steps where all places are numbers of one unit, a third of the size of arrays
 * with their unit and offsets, and those where they are not.
 */
export function packPassages(passages: readonly Passage[]): string {
  const packed = passages.map(({ start, end, place }): Packed => [start, end, ...packPlace(place)]);
  return JSON.stringify(inSteps(packed) ?? packed);
}

function inSteps(packed: readonly Packed[]): Steps | null {
  const [unit] = packed[0]?.slice(2) ?? [];
  if (typeof unit !== 'string') return null;
  const steps: number[] = [];
  let [endBefore, placeBefore] = [0, 0];
  for (const [start, end, itsUnit, place, ...more] of packed) {
    if (itsUnit !== unit || !Number.isInteger(place) || more.length > 0) return null;
    steps.push(start - endBefore, end - start, Number(place) - placeBefore);
    [endBefore, placeBefore] = [end, Number(place)];
  }
  return [unit, ...steps];
}

/** Tells the place, as a chunk's is stored, of what begins at an offset into the document's text. */
export function placeAt(stored: string): (start: number) => string {
  const ranges = unpackPassages(stored);
  return (start) => {
    const range = ranges.findLast(({ start: from }) => from <= start) ?? ranges[0];
    return JSON.stringify(packPlace(range?.place ?? { line: 1 }));
  };
}

/** Reads both forms. */
export function unpackPassages(stored: string): PlacedRange[] {
  // The column is written by packPassages alone.
  const packed = JSON.parse(stored) as Steps | readonly Packed[];
  if (isSteps(packed)) return fromSteps(packed);
  return packed.map(([start, end, ...place]) => ({ start, end, place: unpackPlace(place) }));
}

function isSteps(packed: Steps | readonly Packed[]): packed is Steps {
  return typeof packed[0] === 'string';
}

function fromSteps([unit, ...steps]: Steps): PlacedRange[] {
  const ranges: PlacedRange[] = [];
  let [end, place] = [0, 0];
  for (let at = 0; at < steps.length; at += 3) {
    const start = end + (steps[at] ?? 0);
    end = start + (steps[at + 1] ?? 0);
    place += steps[at + 2] ?? 0;
    ranges.push({ start, end, place: unpackPlace([unit, place]) });
  }
  return ranges;
}
