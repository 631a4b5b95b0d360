import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import type { ParsedDocument } from '../parser.ts';
import { type Bookmark, beginning, type CountedShortfall, type Portion } from '../portion.ts';
import { readPortion } from '../read-portion.ts';
import { verdictOf } from '../shortfalls.ts';
import { read } from '../testing/read.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

interface InPortions {
  readonly documents: readonly ParsedDocument[];
  readonly units: readonly number[];
  readonly shortfalls: readonly CountedShortfall[];
  /** Where each portion began, as it was known then. */
  readonly bookmarks: readonly Bookmark[];
}

/** Reads a mailbox as the engine does: a portion after the other, one in which nothing is whole once more and larger. */
async function readInPortions(
  text: string,
  portionBytes: number,
  largestBytes: number,
  take: Portion['take'] = 'all',
): Promise<InPortions> {
  const file = bytesOf(text);
  const read = { documents: [] as ParsedDocument[], units: [] as number[] };
  const shortfalls: CountedShortfall[] = [];
  const bookmarks: Bookmark[] = [];
  let from = beginning;
  for (let size = portionBytes; from.at < file.length; ) {
    const sought = from.skipTo === null ? from.at : text.indexOf(from.skipTo, from.at);
    const at = from.skipTo === null ? from.at : sought === -1 ? file.length : Math.max(from.at, sought - 4);
    const bytes = file.slice(at, at + size);
    const portion: Portion = {
      ...{ format: 'mbox', from: { ...from, at }, take },
      ...{ isEnd: at + bytes.length === file.length, isLargest: size >= largestBytes },
    };
    const { documents, end } = await readPortion(
      bytes,
      { name: 'Inbox', modifiedMs: 0 },
      portion,
      defaultLimits,
    );
    if (end.next.at === at && !portion.isEnd) {
      expect(portion.isLargest).toBe(false);
      size = Math.min(size * 4, largestBytes);
      continue;
    }
    read.documents.push(...documents);
    read.units.push(...end.units);
    shortfalls.push(...end.shortfalls);
    bookmarks.push(from);
    from = end.next;
    size = portionBytes;
  }
  return { ...read, shortfalls, bookmarks };
}

const separator = 'From anna@example.org Mon Mar  3 10:00:00 2025\n';
const mail = (subject: string, headers = '', body = 'They come on Friday.') =>
  `From: anna@example.org\nSubject: ${subject}\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n${headers}\n${body}\n\n`;
const long = (words: number) => 'Plums and apples for the market. '.repeat(words);

/** Bodies of every length, so that each border of a portion falls somewhere else. */
const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
const withLength = (subject: string, body: string) => {
  const lines = `${body}\n`;
  return `${mail(subject, `Content-Length: ${lines.length}\n`, '').trimEnd()}\n\n${lines}\n`;
};

const variants: Readonly<Record<string, string>> = {
  mboxrd: numbers
    .map(
      (n) =>
        separator + mail(`Mail ${n}`, '', `${long(n)}\n>From the cellar\n>>From the attic\n${long(n % 7)}`),
    )
    .join(''),
  mboxo: numbers.map((n) => separator + mail(`Mail ${n}`, '', `${long(n)}\n>From here on\n`)).join(''),
  mboxcl: numbers
    .map(
      (n) => separator + withLength(`Mail ${n}`, `${long(n)}\n\n>From anna Mon Mar  3 10:00:00 2025\nA: b`),
    )
    .join(''),
  mboxcl2: numbers
    .map(
      (n) => separator + withLength(`Mail ${n}`, `${long(n)}\n\n${separator}Subject: inside\n\n${long(n)}`),
    )
    .join(''),
  'nothing quoted': numbers
    .map((n) => separator + mail(`Mail ${n}`, '', `${long(n)}\nFrom here on it is text.\n\nFrom there too.`))
    .join(''),
  'lengths that lie': numbers
    .map((n) => separator + mail(`Mail ${n}`, `Content-Length: ${n * 700}\n`, long(n)))
    .join(''),
  'no dates in separators': numbers.map((n) => `From nobody\n${mail(`Mail ${n}`, '', long(n))}`).join(''),
  'carriage returns': numbers
    .map((n) => separator + mail(`Mail ${n}`, '', long(n)))
    .join('')
    .replaceAll('\n', '\r\n'),
  attachments: numbers
    .map((n) => {
      const headers = 'Content-Type: multipart/mixed; boundary=cut\n';
      const parts = `--cut\n\n${long(n)}\n--cut\nContent-Disposition: attachment; filename=list.txt\n\nPears ${n}\n--cut--`;
      return separator + mail(`Mail ${n}`, headers, parts);
    })
    .join(''),
};

describe('a mailbox that is read in portions', () => {
  it.each(Object.keys(variants))('has the mails that it has as a whole: %s', async (variant) => {
    const text = variants[variant] ?? '';
    const whole = await read('Inbox.mbox', text);
    expect(whole.documents.length).toBeGreaterThanOrEqual(60);
    for (const portionBytes of [4_099, 6_000, 16_384]) {
      const { documents, bookmarks } = await readInPortions(text, portionBytes, 65_536);
      expect(bookmarks.length).toBeGreaterThan(3);
      expect(documents).toEqual(whole.documents);
    }
  });

  it('has each mail in one unit with what is attached to it', async () => {
    const { documents, units } = await readInPortions(variants['attachments'] ?? '', 6_000, 65_536);
    expect(documents.map(({ member }) => Number(/\d+/.exec(member ?? '')?.[0]))).toEqual(units);
    expect(new Set(units).size).toBe(60);
  });

  it('is read to the same from any bookmark on', async () => {
    const text = variants['mboxrd'] ?? '';
    const { bookmarks } = await readInPortions(text, 6_000, 65_536);
    const later = bookmarks[5] ?? beginning;
    const changed = `${text.slice(0, later.at)}${separator}${mail('Another', '', long(900))}`;
    const again = await readInPortions(changed, 6_000, 65_536);
    expect(again.bookmarks.slice(0, 6)).toEqual(bookmarks.slice(0, 6));
    expect(again.documents.at(-1)?.title).toBe('Another');
  });

  it('says what is too large: its text is read, its attachment is not, and its neighbours are', async () => {
    const headers = 'Content-Type: multipart/mixed; boundary=cut\n';
    const huge = `--cut\n\nThe film of the harvest.\n--cut\nContent-Disposition: attachment; filename=film.txt\n\n${long(9_000)}\n--cut--`;
    const text =
      separator + mail('One') + separator + mail('Film', headers, huge) + separator + mail('Three');
    const { documents, shortfalls, units } = await readInPortions(text, 6_000, 65_536);
    expect(documents.map(({ title }) => title)).toEqual(['One', 'Film', 'Three']);
    expect(documents[1]?.text).toBe('The film of the harvest.');
    expect(units).toEqual([1, 2, 3]);
    expect(verdictOf(documents.length, shortfalls)).toEqual({
      ...{ state: 'partly', reason: 'attachment-unread', detail: 'message 2 › film.txt' },
    });
  });

  it('does not believe a mailbox whose lengths lied thrice', async () => {
    const text = (separator + mail('Lying', 'Content-Length: 40000\n', long(20))).repeat(400);
    const { documents, bookmarks } = await readInPortions(text, 6_000, 65_536);
    expect(documents).toHaveLength(400);
    // The first had its portion read once more, and larger; then there is no more of it.
    expect(bookmarks.length).toBeGreaterThan(20);
  });

  it('counts what is left out of it over all portions', async () => {
    const text = numbers
      .map((n) => separator + mail(`Mail ${n}`, n % 3 === 0 ? 'X-Mozilla-Status: 0009\n' : '', long(n)))
      .join('');
    const { documents, shortfalls } = await readInPortions(text, 6_000, 65_536);
    expect(verdictOf(documents.length, shortfalls)).toEqual({
      ...{ state: 'partly', reason: 'left-out', detail: '20 deleted' },
    });
    expect(verdictOf(0, shortfalls)).toEqual({ state: 'skipped', reason: 'left-out', detail: '20 deleted' });
  });

  it('is read mail by mail, or passed over, where that is asked for', async () => {
    const text = variants['mboxo'] ?? '';
    const one = await readInPortions(text, 6_000, 65_536, 'one');
    expect(one.bookmarks).toHaveLength(60);
    expect(one.documents).toHaveLength(60);
    const none = await readInPortions(text, 6_000, 65_536, 'none');
    expect(none.documents).toEqual([]);
    expect(none.shortfalls.map(({ detail }) => detail)).toEqual(numbers.map((n) => `message ${n}`));
  });

  it('keeps secrets out of what it says, as a whole file does', async () => {
    const text = separator + mail('One', '', 'My password: hunter2-Xyzzy-42') + separator + mail('Two');
    const { documents } = await readInPortions(text, 6_000, 65_536);
    expect(documents[0]?.text).toContain('[withheld: password]');
  });
});
