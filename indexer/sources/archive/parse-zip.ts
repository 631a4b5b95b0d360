import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { ZipArchive } from '../zip/archive.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { handOn, type Member } from './hand-on.ts';
import { mostEntries } from './member-limits.ts';
import { nameReader } from './zip-names.ts';

/** A zip archive that is no document of another format: each file in it goes to a parser of its own. */
export const zipParser: Parser = {
  id: 'zip',
  version: parserVersions.zip,
  async *parse(bytes) {
    const entries = readDirectory(bytes, mostEntries);
    refuseOverlaps(entries);
    yield* handOn(membersOf(bytes, entries));
  },
};

function* membersOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Iterable<Member> {
  const archive = new ZipArchive(bytes, entries);
  const nameOf = nameReader(entries);
  for (const entry of entries)
    if (!entry.isLink) yield { path: nameOf(entry), read: () => archive.readEntry(entry) };
}

/**
 * Entries that share packed bytes are how a zip of 10 MB unpacks to 281 TB without nesting (Fifield, "A better zip
 * bomb", 2019). No program packs them so. Empty ones have nothing to share.
 */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const filled = entries
    .filter(({ packedBytes }) => packedBytes > 0)
    .sort((a, b) => a.headerOffset - b.headerOffset);
  let end = 0;
  for (const { headerOffset, packedBytes } of filled) {
    if (headerOffset < end) throw new Unreadable('failed', 'corrupt', 'its entries overlap');
    end = headerOffset + packedBytes;
  }
}
