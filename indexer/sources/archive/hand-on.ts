import { type ParseEvent, type Shortfall, shortfall, Unreadable } from '../parser.ts';
import { memberPath } from './member-path.ts';

/** A file as an archive lists it. */
export interface Member {
  readonly path: string;
  /** Its bytes, to be had before the next member is asked for; throws `Unreadable` where they cannot be had. */
  read(): Uint8Array | Promise<Uint8Array>;
}

/** Names of locked members in one sentence. */
const mostNamed = 20;

/**
 * Hands an archive's files on, one after the other, so that no two of them are in memory at once.
 * Throws `Unreadable` encrypted where nothing can be read without a password. An archive that breaks off behind
 * some of its files keeps those.
 */
export async function* handOn(members: Iterable<Member> | AsyncIterable<Member>): AsyncIterable<ParseEvent> {
  const locked: string[] = [];
  let others = 0;
  try {
    for await (const { path: raw, read } of members) {
      const path = memberPath(raw);
      if (path === null) continue;
      const shown = path.folder === '' ? path.name : `${path.folder}/${path.name}`;
      const bytes = await bytesOf(read);
      if (bytes instanceof Unreadable && bytes.reason === 'encrypted') locked.push(shown);
      else {
        others += 1;
        if (bytes instanceof Unreadable) yield { type: 'shortfall', shortfall: unreadMember(shown, bytes) };
        else yield { type: 'embedded', file: { ...path, bytes } };
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable) || others === 0) throw error;
    yield shortfall(error.reason, error.detail);
  }
  if (locked.length > 0 && others === 0) throw new Unreadable('skipped', 'encrypted');
  const encrypted = new Unreadable('skipped', 'encrypted');
  for (const shown of locked.slice(0, mostNamed))
    yield { type: 'shortfall', shortfall: unreadMember(shown, encrypted) };
}

async function bytesOf(read: Member['read']): Promise<Uint8Array | Unreadable> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

const whys: Partial<Record<Unreadable['reason'], string>> = {
  encrypted: 'password-protected',
  'secret-store': 'holds passwords or keys',
  corrupt: 'damaged',
  'too-large': 'too large',
};

/** What the ledger says of a member that was not read; `shown` is its label. */
export function unreadMember(shown: string, { reason }: Unreadable): Shortfall {
  const why = whys[reason];
  const detail = why === undefined ? shown : `${shown} (${why})`;
  return { reason: 'member-unread', detail };
}
