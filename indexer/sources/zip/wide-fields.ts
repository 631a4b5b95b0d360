/** Zip64: fields of 64 bits beside the ones that are full (APPNOTE 4.3.14, 4.5.3). Some programs write them into any archive. */

const full16 = 0xffff;
const full32 = 0xffffffff;
const wideEndSignature = 0x06064b50;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;
const wideExtraId = 0x0001;

export interface WideDirectory {
  /** Where the wide end record stands: the directory ends there. */
  readonly end: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** The wide end record before the one at `end`; null where that needs none. */
export function wideDirectory(view: DataView, end: number): WideDirectory | 'broken' | null {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== full16 && size !== full32 && offset !== full32) return null;
  const locator = end - locatorBytes;
  // A directory of exactly 65,535 entries has a full field and no wide record.
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return null;
  // Of version 1 (56 bytes) where foreign bytes before the archive make the locator's own offset wrong.
  for (const at of [Number(view.getBigUint64(locator + 8, true)), locator - 56])
    if (at >= 0 && at + 56 <= locator && view.getUint32(at, true) === wideEndSignature)
      return {
        end: at,
        count: Number(view.getBigUint64(at + 32, true)),
        size: Number(view.getBigUint64(at + 40, true)),
        offset: Number(view.getBigUint64(at + 48, true)),
      };
  return 'broken';
}

interface Sizes {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

/** Sizes and offset of the directory entry at `at`, from its extra fields where its own are full; null where those lack them. */
export function wideSizes(view: DataView, at: number, extraAt: number, extraLength: number): Sizes | null {
  const narrow = [at + 24, at + 20, at + 42].map((field) => view.getUint32(field, true));
  const values = narrow.includes(full32)
    ? widened(view, narrow, wideExtra(view, extraAt, Math.min(extraAt + extraLength, view.byteLength)))
    : narrow;
  const [unpackedBytes, packedBytes, headerOffset] = values ?? [];
  if (unpackedBytes === undefined || packedBytes === undefined || headerOffset === undefined) return null;
  return { packedBytes, unpackedBytes, headerOffset };
}

/** Only the fields that are full stand in the extra field, in this order. */
function widened(view: DataView, narrow: readonly number[], [from, to]: readonly [number, number]) {
  let next = from;
  const values: number[] = [];
  for (const value of narrow) {
    if (value !== full32) values.push(value);
    else if (next + 8 > to) return null;
    else {
      values.push(Number(view.getBigUint64(next, true)));
      next += 8;
    }
  }
  return values;
}

function wideExtra(view: DataView, from: number, to: number): readonly [number, number] {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === wideExtraId) return [at + 4, Math.min(at + 4 + length, to)];
    at += 4 + length;
  }
  return [to, to];
}
