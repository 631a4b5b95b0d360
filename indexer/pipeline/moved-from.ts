import type { FileRow, FileStat } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { look } from '../watch/sighting.ts';

/** Files of the same content that are looked for on the disk: thousands may be empty forms of one kind. */
const candidatesAtMost = 20;

/**
 * The rows that a file may have been before it was renamed or moved: of those with its content, the ones at whose path
 * nothing is any more. An inode that stayed the same goes first, for of two equal files only one has moved.
 */
export async function* movedFrom(
  library: Library,
  row: FileRow,
  sameContent: readonly FileRow[],
  stat: FileStat,
): AsyncIterable<FileRow> {
  const candidates = sameContent
    .filter((candidate) => candidate.path !== row.path && candidate.documents > 0)
    .sort((a, b) => Number(b.inode === stat.inode) - Number(a.inode === stat.inode));
  for (const candidate of candidates.slice(0, candidatesAtMost)) {
    const source = library.sources.get(candidate.sourceId);
    // A disk that is away may come back with the file on it: then both are there.
    if (source === undefined || (source.state !== 'watching' && source.sourceId !== row.sourceId)) continue;
    if ((await look(candidate.path)).kind === 'gone') yield candidate;
  }
}
