import { splitMailbox } from '../mail/split-mailbox.ts';
import type { FileMeta, Limits } from '../parser.ts';
import type { Portion } from '../portion.ts';
import { Reading } from '../read-documents.ts';

/** The bytes of one document of a file, as a file of its own. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Finds what a document's member names: an attachment, a file of an archive, a message of a mailbox; the file itself for
 * null. The way there is the one by which it was indexed, so that names lead to the same. null where the member is
 * none that has bytes of its own (an entry of a calendar).
 */
export async function findPart(
  bytes: Uint8Array,
  { portion, ...meta }: FileMeta,
  member: string | null,
  limits: Limits,
): Promise<Part | null> {
  if (portion?.format === 'mbox') {
    const named = /^message (\d+)(?: › (.+))?$/s.exec(member ?? '');
    const message = named === null ? null : messageOf(bytes, portion, Number(named[1]));
    if (message === null) return null;
    return findPart(message, { ...meta, name: 'message.eml' }, named?.[2] ?? null, limits);
  }
  if (portion !== undefined) return null;
  if (member === null) return { name: meta.name, bytes };
  let found: Part | null = null;
  const reading = new Reading(limits, (label, file) => {
    if (label === member) found = { name: file.name, bytes: file.bytes };
    return found !== null;
  });
  const everything = { member: null, depth: 0, container: null };
  // It ends without a document where it is stopped before the first one.
  await reading.read(bytes, meta, everything).catch(() => undefined);
  return found;
}

/** A message of a stretch of a mailbox, by its number in the whole; null where the stretch begins inside of one. */
function messageOf(bytes: Uint8Array, { from }: Portion, number: number): Uint8Array | null {
  // The mailbox reader wrote it.
  const { isInside = false, isDated = true } = JSON.parse(from.state || '{}') as {
    readonly isInside?: boolean;
    readonly isDated?: boolean;
  };
  if (isInside) return null;
  let at = from.units;
  for (const message of splitMailbox(bytes, { isEnd: true, isDated, believesLengths: true })) {
    at += 1;
    if (at === number) return message.bytes;
  }
  return null;
}
