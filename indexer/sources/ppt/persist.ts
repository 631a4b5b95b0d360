import type { Bytes } from '../ole/bytes.ts';
import { Unreadable } from '../parser.ts';
import { type PptRecord, type RecordReader, recordType } from './records.ts';

/** `headerToken` of a file that is encrypted ([MS-PPT] 2.3.2). */
const encryptedToken = 0xf3d1c4df;
/** Savings that appended to the file; each is one step back. */
const mostEdits = 10_000;
/** Objects of one file: slides, masters, notes. */
const mostObjects = 200_000;

/** Where the document and each of its slides, masters and notes lie now. */
export interface PersistDirectory {
  readonly document: PptRecord;
  readonly placeOf: (persistId: number) => number | undefined;
}

/** Follows the edits back from the newest ([MS-PPT] 2.1.2). Throws `Unreadable` encrypted or corrupt. */
export function readPersistDirectory(reader: RecordReader, currentUser: Bytes | null): PersistDirectory {
  if (currentUser === null) throw new Unreadable('failed', 'corrupt', 'its newest edit is unknown');
  if (currentUser.u32(12) === encryptedToken) throw new Unreadable('skipped', 'encrypted');
  const { bytes } = reader;
  const places = new Map<number, number>();
  const seen = new Set<number>();
  let documentId: number | undefined;
  for (let place = currentUser.u32(16); place !== 0 && !seen.has(place) && seen.size < mostEdits; ) {
    seen.add(place);
    const edit = reader.at(place, recordType.userEdit);
    if (edit === null) break;
    // Only an encrypted file names the object that says how.
    if (edit.end - edit.start >= 32 && bytes.u32(edit.start + 28) !== 0)
      throw new Unreadable('skipped', 'encrypted');
    documentId ??= bytes.u32(edit.start + 16);
    addPlaces(reader, bytes.u32(edit.start + 12), places);
    place = bytes.u32(edit.start + 8);
  }
  const document = reader.at(places.get(documentId ?? -1) ?? -1, recordType.document);
  if (document === null) throw new Unreadable('failed', 'corrupt', 'its slides cannot be found');
  return { document, placeOf: (persistId) => places.get(persistId) };
}

/** What a newer edit said of an object stays. */
function addPlaces(reader: RecordReader, place: number, places: Map<number, number>): void {
  const directory = reader.at(place, recordType.persistDirectory);
  if (directory === null) return;
  let at = directory.start;
  while (at + 4 <= directory.end) {
    const head = reader.bytes.u32(at);
    const first = head & 0xfffff;
    const count = head >>> 20;
    at += 4;
    for (let index = 0; index < count && at + 4 <= directory.end; index += 1) {
      if (!places.has(first + index) && places.size < mostObjects)
        places.set(first + index, reader.bytes.u32(at));
      at += 4;
    }
  }
}
