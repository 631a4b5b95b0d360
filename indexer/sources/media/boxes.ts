import type { SkippedBytes } from '../parser.ts';

/** Boxes before the one of the pictures and sounds: against files that are boxes without end. */
const mostBoxes = 1_000;

/**
 * The bytes of a film's ends as a file that can be read from its beginning: in MP4 and QuickTime (ISO/IEC 14496-12, 4.2)
 * the box that the gap is in is taken out. Other formats have their tags at the beginning, or are searched from the end.
 */
export function withoutGap(bytes: Uint8Array, skipped: SkippedBytes | undefined): Uint8Array {
  if (skipped === undefined) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let count = 0; count < mostBoxes && at + 16 <= skipped.at; count += 1) {
    const size = boxBytes(view, at);
    if (size === null) return bytes;
    const end = at + size;
    if (end > skipped.at) {
      const behind = end - skipped.bytes;
      // It ends in the gap: what comes next is not known.
      if (behind < skipped.at || behind > bytes.length) return bytes.subarray(0, at || skipped.at);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(behind)]);
    }
    at = end;
  }
  return bytes;
}

function boxBytes(view: DataView, at: number): number | null {
  const isBox = /^[a-z0-9 ]{4}$/i.test(
    String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte))),
  );
  if (!isBox) return null;
  const size = view.getUint32(at);
  // 1 says that the size is in 64 bits behind the name, 0 that the box goes to the end of the file.
  const whole = size === 1 ? Number(view.getBigUint64(at + 8)) : size;
  return whole >= 8 ? whole : null;
}
