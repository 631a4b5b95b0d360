import { isMap, isScalar, parseDocument } from 'yaml';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';

/** What a note says of itself in its head. */
export interface FrontMatter {
  readonly title: string | null;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly people: readonly MentionedPerson[];
  /** Lines of the head that say more than the above: searched with the text. */
  readonly rest: readonly { readonly text: string; readonly line: number }[];
}

/** Longer heads are data, not a head, and would be slow to parse. */
const longestChars = 50_000;
const dateKeys = ['date', 'created', 'created_at', 'creation date', 'published', 'updated', 'modified'];
const authorKeys = new Set(['author', 'authors', 'by']);
const peopleKeys = new Set(['people', 'person', 'attendees', 'participants', 'with', 'contact', 'contacts']);
const tagKeys = new Set(['tags', 'tag', 'keywords']);
/** Settings of the program that shows the note. */
const settingKeys = new Set([
  'cssclass',
  'cssclasses',
  'publish',
  'permalink',
  'id',
  'uid',
  'layout',
  'draft',
]);

/** Reads YAML front matter that starts on `firstLine`; what is no front matter after all says nothing. */
export function readFrontMatter(source: string, firstLine: number): FrontMatter {
  const values = new Map<string, unknown>();
  const rest: { text: string; line: number }[] = [];
  for (const { key, value, text, line } of pairsOf(source)) {
    values.set(key, value);
    if (!isMetadata(key)) rest.push({ text, line: firstLine + line });
  }
  const texts = (keys: Iterable<string>) => [...keys].flatMap((key) => textsOf(values.get(key)));
  return {
    title: tidyTitle(textsOf(values.get('title'))[0] ?? '') || null,
    date: firstDate(dateKeys.flatMap((key) => textsOf(values.get(key)))),
    tags: [...tagKeys]
      .flatMap((key) => tagsOf(values.get(key)))
      .map((tag) => tag.replace(/^#/, ''))
      .filter(Boolean),
    people: [
      ...texts(authorKeys).map((name) => person(name, 'author')),
      ...texts(peopleKeys).map((name) => person(name, 'mentioned')),
    ].filter(({ name }) => name !== ''),
    rest,
  };
}

interface Pair {
  readonly key: string;
  readonly value: unknown;
  readonly text: string;
  readonly line: number;
}

function pairsOf(source: string): Pair[] {
  if (source.length > longestChars) return [];
  const document = parseDocument(source, {
    schema: 'core',
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  });
  const { contents } = document;
  if (!isMap(contents)) return [];
  return contents.items.flatMap((item) => {
    if (!isScalar(item.key) || item.key.range == null) return [];
    const start = item.key.range[0];
    // Resolved one by one and without aliases: a bomb of nested aliases is left as it stands.
    const value = item.value === null ? null : plainValue(item.value);
    const end = endOf(item.value) ?? item.key.range[1];
    const line = source.slice(0, start).split('\n').length - 1;
    return [
      { key: String(item.key.value).toLowerCase(), value, text: source.slice(start, end).trim(), line },
    ];
  });
}

function endOf(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[1];
}

/** A scalar or a list of scalars; anything deeper is no metadata. */
function plainValue(node: unknown): unknown {
  if (isScalar(node)) return node.source ?? node.value;
  const items = (node as { items?: readonly unknown[] }).items;
  return Array.isArray(items) ? items.filter(isScalar).map((item) => item.source ?? item.value) : null;
}

function isMetadata(key: string): boolean {
  return (
    key === 'title' ||
    dateKeys.includes(key) ||
    tagKeys.has(key) ||
    authorKeys.has(key) ||
    peopleKeys.has(key) ||
    settingKeys.has(key)
  );
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string' && value.trim() !== '') return [value.trim()];
  return typeof value === 'number' ? [String(value)] : [];
}

/** Tags in one text stand apart by spaces or commas; one of a list may have several words. */
function tagsOf(value: unknown): string[] {
  return Array.isArray(value) ? textsOf(value) : textsOf(value).flatMap((text) => text.split(/[\s,]+/));
}

function firstDate(texts: readonly string[]): string | null {
  for (const text of texts) {
    // A day alone, and a time without zone, is taken as UTC: the same on every computer.
    const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?(.*)$/.exec(text);
    if (match === null) continue;
    const [, day, time, seconds = ':00', zone = ''] = match;
    const zoned = /^\s*(?:Z|[+-]\d{2}:?\d{2})$/i.test(zone) ? zone.trim() : 'Z';
    const date = isoDate(time === undefined ? `${day}T00:00:00Z` : `${day}T${time}${seconds}${zoned}`);
    if (date !== null) return date;
  }
  return null;
}

function person(raw: string, role: MentionedPerson['role']): MentionedPerson {
  const text = raw.replace(/^\[\[(?:[^|\]]*\|)?([^\]]*)\]\]$/, '$1').trim();
  const match = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text);
  return { name: tidyTitle(match?.[1] || text), address: match?.[2]?.toLowerCase() ?? null, role };
}
