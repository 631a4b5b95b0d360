import { firstPersonAt } from '../language/first-person.ts';
import { fold, foldInPlace } from '../language/words.ts';
import { sendersOf } from '../retrieve/passage.ts';
import type { Candidate } from './candidates.ts';

/** Of whom a sentence speaks without a name: who wrote it, whom it was written to, or whose note it stands in. */
export interface Teller {
  readonly name: string;
  readonly role: 'writer' | 'reader' | 'subject';
}

const secondPerson =
  /(?<!\p{L})(?:you|your|yours|du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*|tu|tus|ti|te|usted(?:es)?|vous|votre|vos|toi|ton|tes)(?!\p{L})/u;

/**
 * "I recommend …" is its sender's, "your class" the reader's, "Keeps our spare key" hers whose note it is. Where a
 * sentence has both, the pronoun that stands nearer to a word of the question (folded, `asked`) decides.
 */
export function tellerOf(
  candidate: Candidate,
  people: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): Teller | null {
  const { document, quoted } = candidate.passage;
  if (quoted) return null;
  const isNote = document.kind === 'note';
  const self = isNote ? null : firstPersonAt(candidate.text);
  const other = document.kind === 'mail' ? secondPersonAt(candidate.text) : null;
  const readers = document.people.filter(({ role }) => role === 'to');
  const reader = readers.length === 1 ? (readers[0]?.name ?? '') : '';
  if (other !== null && reader !== '' && (self === null || isNearer(other, self, candidate, asked))) {
    return { name: reader, role: 'reader' };
  }
  const [writer] = sendersOf(document);
  if (self !== null) return writer === undefined ? null : { name: writer, role: 'writer' };
  return isNote && isPersonsName(document.title, people) ? { name: document.title, role: 'subject' } : null;
}

function secondPersonAt(text: string): number | null {
  return secondPerson.exec(foldInPlace(text))?.index ?? null;
}

function isNearer(at: number, than: number, { words }: Candidate, asked: ReadonlySet<string>): boolean {
  const spots = words.filter(({ folded }) => asked.has(folded)).map(({ start }) => start);
  const distance = (from: number): number => Math.min(...spots.map((spot) => Math.abs(spot - from)));
  return spots.length > 0 && distance(at) < distance(than);
}

function isPersonsName(title: string, people: ReadonlySet<string>): boolean {
  const parts = title.split(/\s+/);
  return (
    parts.length >= 2 &&
    parts.length <= 4 &&
    parts.every((part) => /^\p{Lu}/u.test(part) && people.has(fold(part)))
  );
}

export function namePartsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}
