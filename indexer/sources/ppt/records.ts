import type { Bytes } from '../ole/bytes.ts';
import { Unreadable } from '../parser.ts';

/** A record of a PowerPoint stream ([MS-PPT] 2.3.1): its bytes lie from `start` to `end`. */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  readonly start: number;
  readonly end: number;
}

/** Record types that are looked for ([MS-PPT] 2.13.24). */
export const recordType = {
  document: 1000,
  slide: 1006,
  slideAtom: 1007,
  slidePersist: 1011,
  slideInfo: 1017,
  placeholder: 3011,
  outlineReference: 3998,
  textHeader: 3999,
  textChars: 4000,
  textBytes: 4008,
  string: 4026,
  slideList: 4080,
  userEdit: 4085,
  headersFooters: 4057,
  headersFootersAtom: 4058,
  persistDirectory: 6002,
  comment: 12000,
  shape: 0xf004,
  shapeProperties: 0xf00b,
} as const;

/** Characters that stand for the slide's number, a date or a footer, by the records that say so. */
export const placeholderMarks = new Set([4056, 4087, 4088, 4089, 4090, 4117]);

/** Containers inside containers: real ones nest ten deep. */
const deepest = 40;
/** Records read of one file: against slides that all lead to the same bytes. */
const mostRecords = 3_000_000;

/** Reads the records of a stream, within one bound for all of them. */
export class RecordReader {
  readonly bytes: Bytes;
  #left = mostRecords;

  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }

  /** The record at a place; null where none of that type begins there. */
  at(place: number, type?: number): PptRecord | null {
    if (!this.bytes.has(place, 8)) return null;
    this.#left -= 1;
    if (this.#left < 0) throw new Unreadable('failed', 'too-large', 'its records');
    const head = this.bytes.u16(place);
    const record = {
      type: this.bytes.u16(place + 2),
      instance: head >> 4,
      isContainer: (head & 0xf) === 0xf,
      start: place + 8,
      end: Math.min(this.bytes.length, place + 8 + this.bytes.u32(place + 4)),
    };
    return type === undefined || record.type === type ? record : null;
  }

  *children(parent: PptRecord): Iterable<PptRecord> {
    for (let place = parent.start; place + 8 <= parent.end; ) {
      const record = this.at(place);
      if (record === null) return;
      yield record.end <= parent.end ? record : { ...record, end: parent.end };
      place = record.end;
    }
  }

  child(parent: PptRecord, type: number): PptRecord | null {
    for (const record of this.children(parent)) if (record.type === type) return record;
    return null;
  }

  /** Every record of that type below, in order; none below one that is found. */
  *descendants(parent: PptRecord, type: number, depth = 0): Iterable<PptRecord> {
    for (const record of this.children(parent))
      if (record.type === type) yield record;
      else if ((record.isContainer || record.type === 0x138b) && depth < deepest)
        yield* this.descendants(record, type, depth + 1);
  }

  /** UTF-16 or Latin-1 characters of a text record. */
  text({ type, start, end }: PptRecord): string {
    const bytes = Buffer.from(this.bytes.slice(start, end));
    return type === recordType.textBytes ? bytes.toString('latin1') : bytes.toString('utf16le');
  }
}
