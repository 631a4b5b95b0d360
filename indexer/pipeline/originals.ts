import { basename } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { Formatted } from '#main/contract/formatted.ts';
import type { Stretch } from '#main/contract/original.ts';
import { contentRulesIn } from '../sources/content-rules.ts';
import { fileBytesLimit } from '../sources/limits.ts';
import type { FileMeta } from '../sources/parser.ts';
import type { DocumentHome } from '../store/document-homes.ts';
import type { FileStat } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { readStretch } from './file-stretch.ts';
import type { FileContent, ParserPool } from './pool/parser-pool.ts';

/** Documents as they are in their files now, for a person to look at. Nothing of it is kept. */
export interface Originals {
  /** A stretch of the document's own bytes; of an attachment they are taken out of its file. Throws Faults `not-found`, `path-missing`. */
  stretch(documentId: number, at: number, length: number, signal: AbortSignal): Promise<Stretch>;
  /** Throws Faults `not-found`, `path-missing`. */
  formatted(documentId: number, signal: AbortSignal): Promise<Formatted>;
}

/** One part of a file, held while its stretches are asked for. */
interface HeldPart {
  readonly key: string;
  readonly version: string;
  readonly bytes: Uint8Array;
}

export function createOriginals(library: Library, pool: ParserPool): Originals {
  // The one that is looked at: a person turns its pages, and the archive around it must not be unpacked for each.
  let held: HeldPart | null = null;

  const homeOf = (documentId: number): DocumentHome & { readonly sourcePath: string } => {
    const home = library.homes.home(documentId);
    const source = home === undefined ? undefined : library.sources.get(home.sourceId);
    if (home === undefined || source === undefined) throw new Fault('not-found', { what: 'That document' });
    return { ...home, sourcePath: source.path };
  };

  const parse = async (
    home: ReturnType<typeof homeOf>,
    as: 'bytes' | 'blocks',
    signal: AbortSignal,
  ): Promise<{ readonly shown: FileContent['shown']; readonly stat: FileStat }> => {
    const { path, sourcePath, sourceId, member, portion } = home;
    const at = portion?.from.at ?? 0;
    const { bytes, stat } = await readStretch(
      path,
      sourcePath,
      at,
      portion === null ? 'all' : portion.end - at,
    );
    if (bytes.length > fileBytesLimit) return { shown: undefined, stat };
    const meta: FileMeta = {
      ...{ name: basename(path), modifiedMs: stat.modifiedMs },
      // What is to be indexed of a mailbox is no question here.
      rulesOff: contentRulesIn([
        ...(library.sources.get(sourceId)?.rulesOff ?? []),
        ...['junk', 'deleted', 'drafts'],
      ]),
      ...(portion !== null && {
        portion: { format: 'mbox', from: portion.from, isEnd: true, isLargest: true, take: 'all' },
      }),
      show: { member, as },
    };
    const { shown } = await pool.read(bytes, meta, signal);
    return { shown, stat };
  };

  return {
    async stretch(documentId, at, length, signal) {
      const home = homeOf(documentId);
      if (home.member === null) {
        const { stat, bytes } = await readStretch(home.path, home.sourcePath, at, length);
        return { sizeBytes: stat.sizeBytes, version: versionOf(stat), base64: inBase64(bytes) };
      }
      const key = JSON.stringify([home.path, home.member]);
      const { stat } = await readStretch(home.path, home.sourcePath, 0, 0);
      let part = held;
      if (part?.key !== key || part.version !== versionOf(stat)) {
        const read = await parse(home, 'bytes', signal);
        if (read.shown?.as !== 'bytes') throw new Fault('not-found', { what: 'That part of the file' });
        part = { key, version: versionOf(read.stat), bytes: read.shown.bytes };
        held = part;
      }
      const { bytes, version } = part;
      return { sizeBytes: bytes.length, version, base64: inBase64(bytes.subarray(at, at + length)) };
    },
    async formatted(documentId, signal) {
      const { shown } = await parse(homeOf(documentId), 'blocks', signal);
      return shown?.as === 'blocks' ? shown.formatted : { blocks: [], truncated: false };
    },
  };
}

function versionOf({ sizeBytes, modifiedMs, inode }: FileStat): string {
  return `${inode}:${sizeBytes}:${modifiedMs}`;
}

function inBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
