/** Entries looked at; of those that are no junk, `limits.members` are read. Against directories without end. */
export const mostEntries = 65_535;

/** Unpacked bytes of one member: a parser takes many times as much memory. */
export const mostMemberBytes = 100_000_000;

/** Unpacked bytes of one archive, and against its packed bytes: bombs reach 1,000. Small ones may do as they like. */
const mostUnpackedBytes = 500_000_000;
const mostRatio = 200;
const ratioFromBytes = 5_000_000;

/** What an archive of this size may unpack to. */
export function unpackedRoom(packedBytes: number): number {
  return Math.min(mostUnpackedBytes, Math.max(ratioFromBytes, packedBytes * mostRatio));
}
