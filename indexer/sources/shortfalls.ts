import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { Shortfall } from './parser.ts';
import type { CountedShortfall } from './portion.ts';

/** Reasons that say more of a file without a document than that it has no text. */
const toldReasons: readonly Reason[] = ['left-out', 'member-unread', 'waiting-recognition'];
/** Names, page numbers and the like in one ledger row. */
const detailChars = 300;
/** Different ones of one portion: the row of the ledger has no room for more. */
const mostDistinct = 50;

/** What the ledger says of a file. */
export interface Verdict {
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
}

/** The reason of a file's row with its details: the first one, but that of pictures hides no other. */
export function summary(shortfalls: readonly Shortfall[]): Pick<Verdict, 'reason' | 'detail'> {
  const first = shortfalls.find(({ reason }) => reason !== 'waiting-recognition') ?? shortfalls[0];
  if (first === undefined) return { reason: null, detail: null };
  const details = shortfalls.filter(({ reason }) => reason === first.reason).map(({ detail }) => detail);
  return { reason: first.reason, detail: [...new Set(details)].join(', ') || null };
}

/** Equal ones as one with their number; of very many different ones the first. */
export function counted(shortfalls: readonly Shortfall[]): CountedShortfall[] {
  const counts = new Map<string, CountedShortfall>();
  for (const { reason, detail } of shortfalls) {
    const key = `${reason} ${detail}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    if (count > 1 || counts.size < mostDistinct) counts.set(key, { reason, detail, count });
  }
  return [...counts.values()];
}

/** What a file that was read in portions comes to, by what each of them lacked, in order. */
export function verdictOf(documents: number, lacking: Iterable<CountedShortfall>): Verdict {
  const leftOut = new Map<string, number>();
  const others: Shortfall[] = [];
  for (const { reason, detail, count } of lacking) {
    if (reason === 'left-out') leftOut.set(detail, (leftOut.get(detail) ?? 0) + count);
    // Of pictures, which hide no other reason, there may be thousands.
    else if (others.filter((one) => one.reason === reason).length < mostDistinct)
      others.push({ reason, detail });
  }
  const kinds = [...leftOut].map(([why, count]) => `${count.toLocaleString('en')} ${why}`);
  const all: Shortfall[] =
    kinds.length === 0 ? others : [...others, { reason: 'left-out', detail: kinds.join(', ') }];
  if (documents === 0 && others.some((one) => one.reason === 'corrupt'))
    return { state: 'failed', ...summary(others.filter((one) => one.reason === 'corrupt')) };
  const told = documents > 0 ? all : all.filter(({ reason }) => toldReasons.includes(reason));
  const { reason, detail } = summary(told);
  if (documents > 0)
    return { state: reason === null ? 'indexed' : 'partly', reason, detail: shortened(detail ?? '') || null };
  return { state: 'skipped', reason: reason ?? 'no-text', detail: shortened(detail ?? '') || null };
}

export function shortened(detail: string): string {
  return detail.length <= detailChars ? detail : `${detail.slice(0, detailChars).toWellFormed()}…`;
}
