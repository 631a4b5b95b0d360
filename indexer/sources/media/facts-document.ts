import type { MentionedPerson, Place } from '#main/contract/document.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type FileMeta, type Limits, type ParseEvent, shortfall, Unreadable } from '../parser.ts';

/** What a picture, a sound or a film says of itself. */
export interface MediaFacts {
  readonly title: string;
  /** ISO 8601 in UTC, or null. */
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
  readonly tags: readonly string[];
  /** Its words, each a paragraph: caption, comments, lyrics. */
  readonly words: readonly { readonly text: string; readonly place: Place | null }[];
  /** What is known beside them: "Camera", "Canon EOS 40D". */
  readonly details: readonly (readonly [name: string, value: string])[];
}

/** Tags and people of one file: against lists that fill a file. */
const mostListed = 100;

/** A document of what is known; what is shown or said in the file is not recognised yet, and the ledger says so. */
export function* factsDocument(facts: MediaFacts, meta: FileMeta, limits: Limits): Iterable<ParseEvent> {
  const people = facts.people.slice(0, mostListed);
  const tags = [...new Set(facts.tags.map(tidyTitle))].filter((tag) => tag !== '').slice(0, mostListed);
  const text = textOf({ ...facts, tags }, limits);
  if (text.length === 0) throw new Unreadable('skipped', 'waiting-recognition');
  yield* text.events({
    kind: 'document',
    title: tidyTitle(facts.title) || titleOf(meta.name).replace(/[_+]+/g, ' ').trim() || meta.name,
    date: facts.date,
    people,
    tags,
  });
  yield shortfall('waiting-recognition');
}

function textOf({ title, words, details, tags }: MediaFacts, limits: Limits): DocumentText {
  const text = new DocumentText(limits.textChars);
  const seen = new Set<string>();
  for (const { text: shown, place } of [{ text: title, place: null }, ...words]) {
    // Programs write the same caption into three kinds of metadata.
    const same = shown.replace(/\s+/g, ' ').trim();
    if (seen.has(same)) continue;
    seen.add(same);
    text.add(shown, { role: 'paragraph', place });
  }
  const lines = [...details, ['Keywords', tags.join(', ')] as const].filter(
    ([, value]) => value.trim() !== '',
  );
  for (const [index, [name, value]] of lines.entries())
    text.add(`${name}: ${value.replace(/\s+/g, ' ')}`, { role: 'list', place: null, tight: index > 0 });
  return text;
}

export function person(name: string, role: MentionedPerson['role']): MentionedPerson[] {
  const tidy = tidyTitle(name);
  return tidy === '' ? [] : [{ name: tidy, address: null, role }];
}
