import { type ContentRule, isReadOtherwise } from '../../sources/content-rules.ts';
import type { StreamedFormat } from '../../sources/formats.ts';
import { type Bookmark, beginning } from '../../sources/portion.ts';
import { newestVersions } from '../../sources/versions.ts';
import type { PortionRow } from '../../store/portion-rows.ts';
import type { PortionStore } from '../../store/portions.ts';
import type { Pieces } from './pieces.ts';

export interface KnownSearch {
  readonly portions: PortionStore;
  readonly format: StreamedFormat;
  readonly pieces: Pieces;
  readonly rulesOff: readonly ContentRule[];
}

/**
 * What was read of a file from the bookmark on, where it would be read to the same now: its bytes are what they were,
 * and so are parser and rules. null where it has to be read.
 */
export async function knownPortion(
  { portions, format, pieces, rulesOff }: KnownSearch,
  fileId: number,
  from: Bookmark,
): Promise<PortionRow | null> {
  const row = portions.at(fileId, from);
  if (row === undefined || row.parserVersion < (newestVersions.get(format) ?? 0)) return null;
  if (isReadOtherwise(row.rules, rulesOff)) return null;
  return (await pieces.hashOf(from, row)) === row.hash ? row : null;
}

/** Whether all of the file is what was read under an id. */
export async function isKnownWhole(search: KnownSearch, fileId: number): Promise<boolean> {
  for (let from = beginning; ; ) {
    const known = await knownPortion(search, fileId, from);
    if (known === null || known.isLast) return known !== null;
    from = known.next;
  }
}
