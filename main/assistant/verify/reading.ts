import type { Language } from '../language/stop-words.ts';
import { languageOf } from '../language/words.ts';
import { readStatement, type Statement } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { nameParts, type Persons } from './persons.ts';
import type { SensedWord } from './senses.ts';

/** One sentence of a passage, read for comparison. */
export interface SourceSentence {
  readonly statement: Statement;
  /** The sentence right before it in the same passage. */
  readonly before: Statement | null;
  readonly persons: Persons;
  /** UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
}

/** A passage, read for comparison. */
export interface Reading {
  readonly language: Language;
  readonly sentences: readonly SourceSentence[];
  /** The words of the title and the headings. */
  readonly heading: readonly SensedWord[];
  /** Parts of the names of who wrote it, folded. */
  readonly senders: ReadonlySet<string>;
  /** ISO 8601; null where it has none. */
  readonly date: string | null;
}

const known = new WeakMap<Evidence, Reading>();

/** Reads a passage once, however many sentences are compared with it. */
export function readingOf(evidence: Evidence): Reading {
  const before = known.get(evidence);
  if (before !== undefined) return before;
  const reading = read(evidence);
  known.set(evidence, reading);
  return reading;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function read({ text, sentences, heading, senders, recipients, date }: Evidence): Reading {
  const ranges = sentences.map((range) => ({ ...range, text: oneLine(text.slice(range.start, range.end)) }));
  const language = languageOf(ranges.map((range) => range.text).join(' '));
  const statements = ranges.map((range) => readStatement(range.text, language));
  const speakers = speakersOf(ranges.map((range) => range.text));
  const onlySender = senders.length === 1 ? senders[0] : undefined;
  const onlyRecipient = recipients.length === 1 ? recipients[0] : undefined;
  const names = [...senders, ...recipients].map(nameParts);
  return {
    language,
    sentences: ranges.flatMap(({ start, end }, index) => {
      const statement = statements[index];
      if (statement === undefined) return [];
      const speaker = speakers === null ? onlySender : speakers[index];
      const persons: Persons = {
        speaker: nameParts(speaker ?? ''),
        addressee: nameParts(speakers === null ? (onlyRecipient ?? '') : ''),
        known: names,
      };
      return [{ statement, before: statements[index - 1] ?? null, persons, start, end }];
    }),
    heading: readStatement(heading, language).words,
    senders: new Set(senders.flatMap((name) => [...nameParts(name)])),
    date,
  };
}

const prefix = /^(\p{Lu}[\p{L}.’' -]{1,30}?): /u;
/** A label that stands once may be anything ("Budget: …"); names of a conversation come again. */
const leastTurns = 2;

/** Who speaks each sentence where the passage writes down a conversation ("Caroline: I went …"), else null. */
function speakersOf(texts: readonly string[]): (string | undefined)[] | null {
  const labels = texts.map((text) => prefix.exec(text)?.[1]);
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (![...counts.values()].some((count) => count >= leastTurns)) return null;
  let current: string | undefined;
  return labels.map((label) => {
    if (label !== undefined) current = label;
    return current;
  });
}
