import type { Place } from '#main/contract/document.ts';
import type { ParsedDocument, Passage, TextRange } from '../parser.ts';
import type { ChosenSecrets } from './chosen-secrets.ts';
import { findSecrets } from './find-secrets.ts';
import type { SecretKind, SecretSpan } from './secret-span.ts';

/** Between two short texts that are searched together: so wide that no label reaches over it. */
const apart = '\n\n\n\n';
/** Shorter words stand in a title by chance. */
const fewestChars = 4;
/** Secrets of a text that are looked for in its title and names as well; against a text of a million of them. */
const mostSought = 1_000;

/** What stands in a secret's place. */
function markOf(kind: SecretKind): string {
  return `[withheld: ${kind}]`;
}

/** The documents without the secrets that are chosen; each says what was left out of it, by kind. */
export async function withholdSecrets(
  documents: readonly ParsedDocument[],
  secrets: ChosenSecrets,
): Promise<ParsedDocument[]> {
  const clean: ParsedDocument[] = [];
  for (const document of documents) clean.push(await withoutSecrets(document, secrets));
  return clean;
}

/** Names of files without any secret: what a ledger row says of attachments, which logs repeat. */
export async function withheldNames(names: string): Promise<string> {
  return replaced(names, await findSecrets(withoutExtensions(names))).text;
}

/** Just as long: "password hunter2x.txt" would read as the name of a file behind a label. */
function withoutExtensions(names: string): string {
  return names.replace(/\.(?=[a-z0-9]{1,8}(?:$|,))/gi, ' ');
}

async function withoutSecrets(document: ParsedDocument, secrets: ChosenSecrets): Promise<ParsedDocument> {
  const spans = await secrets.in(document.text);
  const body = replaced(document.text, spans);
  const names = new ShortTexts(
    secrets,
    spans
      .slice(0, mostSought)
      .map(({ start, end, kind }) => ({ kind, secret: oneLine(document.text.slice(start, end)) })),
  );
  const swap = await names.cleaned(shortTextsOf(document));
  const counts = countByKind([...spans.map(({ kind }) => kind), ...names.kinds]);
  return {
    ...document,
    title: swap(document.title),
    member: document.member === null ? null : swap(document.member),
    people: document.people.map((person) => ({
      ...person,
      name: swap(person.name),
      address: person.address === null ? null : swap(person.address),
    })),
    text: body.text,
    passages:
      spans.length === 0
        ? document.passages.map((passage) => placed(passage, swap))
        : movedPassages(document, body, swap),
    thread: document.thread === null ? null : { ...document.thread, subject: swap(document.thread.subject) },
    attachments: document.attachments.map((attachment) => ({ ...attachment, name: swap(attachment.name) })),
    tags: document.tags.map(swap),
    hidden: document.hidden.map(swap),
    withheld: counts,
  };
}

function shortTextsOf({
  title,
  member,
  people,
  thread,
  attachments,
  tags,
  hidden,
  passages,
}: ParsedDocument): string[] {
  return [
    title,
    member ?? '',
    ...people.flatMap(({ name, address }) => [name, address ?? '']),
    thread?.subject ?? '',
    ...attachments.map(({ name }) => name),
    ...tags,
    ...hidden,
    ...passages.flatMap(({ place }) => ('sheet' in place ? [place.sheet] : [])),
  ];
}

/** The names, titles and the like of a document, which may hold secrets of their own or of its text. */
class ShortTexts {
  /** Of the secrets that stand in them alone. */
  readonly kinds: SecretKind[] = [];
  readonly #secrets: ChosenSecrets;
  readonly #known: readonly { readonly kind: SecretKind; readonly secret: string }[];

  constructor(
    secrets: ChosenSecrets,
    known: readonly { readonly kind: SecretKind; readonly secret: string }[],
  ) {
    this.#secrets = secrets;
    this.#known = known.filter(({ secret }) => secret.length >= fewestChars);
  }

  /** All of them in one search: a list of a thousand recipients must not cost a thousand. */
  async cleaned(texts: readonly string[]): Promise<(text: string) => string> {
    const distinct = [...new Set(texts)].filter((text) => text !== '');
    const clean = new Map<string, string>();
    const joined = distinct.map(withoutExtensions).join(apart);
    const spans = await this.#secrets.in(joined);
    let next = 0;
    let at = 0;
    for (const text of distinct) {
      const own: SecretSpan[] = [];
      const end = at + text.length;
      for (let span = spans[next]; span !== undefined && span.start < end; span = spans[next]) {
        own.push({ ...span, start: span.start - at, end: Math.min(span.end, end) - at });
        if (!this.#known.some(({ secret }) => secret === joined.slice(span.start, span.end)))
          this.kinds.push(span.kind);
        next += 1;
      }
      clean.set(text, this.#withoutKnown(replaced(text, own).text));
      at = end + apart.length;
    }
    return (text) => clean.get(text) ?? text;
  }

  /** A title may repeat the text's beginning, in one line and cut short: then a secret of the text, or its first part, is in it. */
  #withoutKnown(text: string): string {
    let clean = text;
    for (const { kind, secret } of this.#known) {
      clean = clean.replaceAll(secret, markOf(kind));
      const cut = beginningAtEnd(clean, secret);
      if (cut > 0) clean = clean.slice(0, -cut) + markOf(kind);
    }
    return clean;
  }
}

/** How many characters at the end of `text` are the first of `secret`. */
function beginningAtEnd(text: string, secret: string): number {
  const first = secret.slice(0, fewestChars);
  for (
    let at = text.indexOf(first, Math.max(0, text.length - secret.length));
    at !== -1;
    at = text.indexOf(first, at + 1)
  )
    if (secret.startsWith(text.slice(at))) return text.length - at;
  return 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function countByKind(kinds: readonly SecretKind[]): { kind: SecretKind; count: number }[] {
  const counts = new Map<SecretKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

interface Replacement {
  /** The span's own, in the text as it was. */
  readonly start: number;
  readonly end: number;
  /** In the text as it is: the mark, and where the text goes on. */
  readonly markStart: number;
  readonly markEnd: number;
  readonly after: number;
}

interface Replaced {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

/** Line ends stay where more text follows, so that the lines below keep their numbers. */
function replaced(text: string, spans: readonly SecretSpan[]): Replaced {
  const parts: string[] = [];
  const replacements: Replacement[] = [];
  let from = 0;
  let length = 0;
  for (const { start, end, kind } of spans) {
    const kept = text.slice(from, start);
    const lineEnds = end < text.length ? '\n'.repeat(text.slice(start, end).split('\n').length - 1) : '';
    const mark = markOf(kind);
    const markStart = length + kept.length;
    const markEnd = markStart + mark.length;
    parts.push(kept, mark, lineEnds);
    length = markEnd + lineEnds.length;
    replacements.push({ start, end, markStart, markEnd, after: length });
    from = end;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), replacements };
}

/** The passages in the text as it is now: the first that held some of a secret holds its mark, what it took in whole goes. */
function movedPassages(
  document: ParsedDocument,
  { text, replacements }: Replaced,
  swap: (text: string) => string,
): Passage[] {
  const passages: Passage[] = [];
  const headerOf = movedHeaders(replacements);
  let next = 0;
  for (const passage of document.passages) {
    while ((replacements[next]?.end ?? Number.POSITIVE_INFINITY) <= passage.start) next += 1;
    const start = startIn(passage.start, next, replacements);
    let last = next;
    while ((replacements[last]?.end ?? Number.POSITIVE_INFINITY) < passage.end) last += 1;
    const end = endIn(passage.end, last, replacements);
    const shown = text.slice(start, end);
    const lead = shown.length - shown.trimStart().length;
    const keepsLead = passage.role === 'code' || passage.role === 'list' || lead === 0;
    if (shown.trim() !== '')
      passages.push({
        ...placed(passage, swap),
        ...(passage.header === undefined ? {} : { header: headerOf(passage.header) }),
        start: keepsLead ? start : start + lead,
        end,
      });
  }
  return passages;
}

/** Where a table's header stands now; looked up once for all its rows. */
function movedHeaders(replacements: readonly Replacement[]): (header: TextRange) => TextRange {
  const moved = new Map<number, TextRange>();
  const firstWhere = (test: (one: Replacement) => boolean): number => {
    const index = replacements.findIndex(test);
    return index === -1 ? replacements.length : index;
  };
  return ({ start, end }) => {
    const known = moved.get(start);
    if (known !== undefined) return known;
    const header = {
      start: startIn(
        start,
        firstWhere((one) => one.end > start),
        replacements,
      ),
      end: endIn(
        end,
        firstWhere((one) => one.end >= end),
        replacements,
      ),
    };
    moved.set(start, header);
    return header;
  };
}

/** `next` is the first replacement that ends behind the offset. */
function startIn(offset: number, next: number, replacements: readonly Replacement[]): number {
  const over = replacements[next];
  if (over !== undefined && over.start < offset) return over.after;
  const before = replacements[next - 1];
  return before === undefined ? offset : before.after + offset - before.end;
}

/** `next` is the first replacement that ends at the offset or behind it. */
function endIn(offset: number, next: number, replacements: readonly Replacement[]): number {
  const over = replacements[next];
  if (over !== undefined && over.start < offset) return over.markEnd;
  const before = replacements[next - 1];
  return before === undefined ? offset : before.after + offset - before.end;
}

function placed(passage: Passage, swap: (text: string) => string): Passage {
  return { ...passage, place: withCleanSheet(passage.place, swap) };
}

function withCleanSheet(place: Place, swap: (text: string) => string): Place {
  return 'sheet' in place ? { ...place, sheet: swap(place.sheet) } : place;
}
