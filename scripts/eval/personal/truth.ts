import { notes, papers, threads } from '#scripts/sample-library/life/life.ts';
import { mailPath } from '#scripts/sample-library/write/mail.ts';
import type { Mail, Person } from '#scripts/sample-library/write/material.ts';

/**
 * What is true of the sample library's mails, notes and papers, taken from what it is made of. Nothing of the product
 * is asked: these are the figures that its counts and lists are held against.
 */

/** A mail and where it lies. */
export interface Lying {
  readonly path: string;
  readonly subject: string;
  readonly mail: Mail;
}

export const allMails: readonly Lying[] = threads
  .flatMap((thread) =>
    thread.mails.map((mail, index) => ({ path: mailPath(thread, index), subject: thread.subject, mail })),
  )
  .sort((a, b) => a.mail.at.localeCompare(b.mail.at));

/** Addresses of the person whose library it is. */
export const owner: readonly string[] = ['anna.whitfield@postbox.example', 'anna.whitfield@tarnholm.example'];

interface Wanted {
  /** Part of the sender's address. */
  readonly from?: string | readonly string[];
  /** Part of the address of somebody it went to, in copy or not. */
  readonly to?: string | readonly string[];
  /** Part of the address of its sender or of somebody it went to. */
  readonly with?: string;
  /** Beginnings of the moment it was sent: "2025-03" is a month. */
  readonly on?: string;
  /** Inclusive. */
  readonly since?: string;
  /** Exclusive. */
  readonly until?: string;
  readonly attached?: boolean;
  readonly subject?: string;
  /** Days of the week, 1 for Monday to 7 for Sunday. */
  readonly weekdays?: readonly number[];
  /** How the path of something attached ends. */
  readonly attachedEnding?: string;
}

function weekdayOf({ mail }: Lying): number {
  return new Date(`${mail.at.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
}

const received = ({ mail }: Lying): readonly Person[] => [...mail.to, ...(mail.cc ?? [])];
const among = (people: readonly Person[], wanted: string | readonly string[]): boolean =>
  people.some(({ address }) => [wanted].flat().some((part) => address.includes(part)));

/** The mails that meet all conditions, oldest first. */
export function mails(wanted: Wanted): Lying[] {
  return allMails.filter(
    (lying) =>
      (wanted.from === undefined || among([lying.mail.from], wanted.from)) &&
      (wanted.to === undefined || among(received(lying), wanted.to)) &&
      (wanted.with === undefined || among([lying.mail.from, ...received(lying)], wanted.with)) &&
      (wanted.on === undefined || lying.mail.at.startsWith(wanted.on)) &&
      (wanted.since === undefined || lying.mail.at >= wanted.since) &&
      (wanted.until === undefined || lying.mail.at < wanted.until) &&
      (wanted.attached === undefined || (lying.mail.attached ?? []).length > 0 === wanted.attached) &&
      (wanted.weekdays?.includes(weekdayOf(lying)) ?? true) &&
      (wanted.attachedEnding === undefined ||
        (lying.mail.attached ?? []).some((path) => path.endsWith(wanted.attachedEnding ?? ''))) &&
      (wanted.subject === undefined || lying.subject.includes(wanted.subject)),
  );
}

export function pathsOf(found: readonly Lying[]): string[] {
  return found.map(({ path }) => path);
}

/** Notes and papers under a folder, with this ending. */
export function filesUnder(folder: string, ending = ''): string[] {
  return [...notes, ...papers]
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending));
}

/** Notes whose text or name holds a word. */
export function notesWith(word: RegExp): string[] {
  return notes.filter(({ path, text }) => word.test(`${path}\n${text}`)).map(({ path }) => path);
}

/** Who sent the owner the most mails that meet the conditions. */
export function mostFrequentSender(wanted: Wanted): string {
  const counts = new Map<string, number>();
  for (const { mail } of mails({ ...wanted, to: owner })) {
    if (!owner.includes(mail.from.address)) {
      counts.set(mail.from.name, (counts.get(mail.from.name) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === second?.[1]) throw new Error('nobody wrote most');
  return first[0];
}
