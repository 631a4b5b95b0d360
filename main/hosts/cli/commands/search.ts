import { documentKind } from '#main/contract/document.ts';
import { fileInWords } from '#main/contract/document-words.ts';
import { type Filter, type Hit, type SearchResult, searchMode } from '#main/contract/search.ts';
import { askedText, command, oneOf, wholeNumber } from '../command.ts';
import { counted, lasted } from '../figures.ts';
import { citedPlace, dayOf } from '../places.ts';
import { printable, printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const search = command({
  name: 'search',
  words: 'QUERY',
  wordCount: [1, 1],
  summary: 'Find passages',
  options: {
    limit: { type: 'string', value: 'N', help: 'at most N passages (10)' },
    mode: { type: 'string', value: 'M', help: 'hybrid (usual), keyword or vector' },
    kind: { type: 'string', multiple: true, value: 'K', help: `only ${documentKind.options.join(', ')}` },
    from: { type: 'string', multiple: true, value: 'P', help: 'only what this person sent or wrote' },
    in: {
      type: 'string',
      value: 'FOLDER',
      help: 'only in a folder, on the disk or of mail, or with a label',
    },
    after: { type: 'string', value: 'D', help: 'only from this day or time on (ISO 8601)' },
    before: { type: 'string', value: 'D', help: 'only before this day or time (ISO 8601)' },
  },
  async run({ values, words, session, terminal }) {
    const [query = ''] = words;
    const input = {
      query: askedText('search', 'QUERY', query),
      limit: wholeNumber('search', 'limit', values.limit ?? '10', 1, 200),
      mode: oneOf('search', 'mode', values.mode ?? 'hybrid', searchMode.options),
      filter: filterOf(values),
    };
    const result = await session.ask((client) => client.search(input, { signal: session.signal }));
    if (terminal.json) terminal.object(asJson(result));
    else print(result, terminal);
  },
});

interface FilterValues {
  readonly kind?: string[] | undefined;
  readonly from?: string[] | undefined;
  readonly in?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

function filterOf({ kind, from, in: folder, after, before }: FilterValues): Filter {
  return {
    ...(kind === undefined
      ? {}
      : { kinds: kind.map((word) => oneOf('search', 'kind', word, documentKind.options)) }),
    ...(from === undefined ? {} : { from }),
    ...(folder === undefined ? {} : { folder }),
    ...(after === undefined ? {} : { after: isoDate('after', after) }),
    ...(before === undefined ? {} : { before: isoDate('before', before) }),
  };
}

/** ISO 8601 from a year on: 2025, 2025-03, 2025-03-14, 2025-03-14T09:30. */
function isoDate(option: string, value: string): string {
  const form = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
  if (form.test(value) && !Number.isNaN(Date.parse(value)) && isInCalendar(value.slice(0, 10))) return value;
  throw new UsageError(`--${option} takes a date such as 2025-03-14, not “${value}”`, 'search');
}

/** Date.parse takes 31 February for 2 March. */
function isInCalendar(day: string): boolean {
  return new Date(Date.parse(day)).toISOString().startsWith(day);
}

function asJson({ query, plan, tookMs, corrected, hits }: SearchResult): object {
  return {
    query,
    plan,
    tookMs,
    ...(corrected === null ? {} : { corrected }),
    hits: hits.map(({ chunkId: _chunk, member: _member, ...shown }) => shown),
  };
}

function print({ hits, tookMs, corrected }: SearchResult, terminal: Terminal): void {
  if (corrected !== null) terminal.line(`Searched for “${printableLine(corrected)}”.\n`);
  for (const [index, hit] of hits.entries()) printHit(index + 1, hit, terminal);
  const found = hits.length === 0 ? 'Nothing was found' : counted(hits.length, 'passage');
  terminal.line(terminal.style('dim', `${found} in ${lasted(tookMs)}.`));
}

function printHit(number: number, hit: Hit, terminal: Terminal): void {
  const about = [hit.kind, dayOf(hit.date), hit.people.slice(0, 3).join(', ')].filter((part) => part !== '');
  terminal.line(
    `${terminal.style('bold', `${number}. ${printableLine(hit.title)}`)}  ${terminal.style('dim', printableLine(about.join(' · ')))}`,
  );
  terminal.line(`   ${terminal.style('cyan', printableLine(fileInWords(hit)))}, ${citedPlace(hit.place)}`);
  for (const copy of hit.copies)
    terminal.line(`   ${terminal.style('dim', printableLine(`the same mail: ${fileInWords(copy)}`))}`);
  for (const place of hit.also)
    terminal.line(`   ${terminal.style('dim', printableLine(`also in ${fileInWords(place)}`))}`);
  terminal.line(`   ${excerpt(hit.text, terminal.columns * 3)}\n`);
}

function excerpt(text: string, most: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
