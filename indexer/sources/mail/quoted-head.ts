import { type Chrono, de, en, es, fr, it, nl, pt, sv } from 'chrono-node';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { BodyLine } from './body-line.ts';
import { isAttribution, isSeparator, startsHeaderBlock } from './history.ts';

/** What a quotation says of the mail it repeats. */
export interface QuotedHead {
  readonly people: readonly MentionedPerson[];
  /** ISO 8601 in UTC. */
  readonly date: string | null;
  /** Empty where it is not said. */
  readonly subject: string;
  /** Lines it takes. */
  readonly lines: number;
}

/** When the mail was sent that quotes, and its zone: dates without one are of the same place. */
export interface QuotedAt {
  readonly date: string | null;
  readonly zoneMinutes: number;
}

type Field = 'from' | 'date' | 'to' | 'cc' | 'subject';

/** Names of header fields as mail programs translate them into the quotation. */
const fieldNames = new Map<string, Field>([
  ...named('from', 'from von de da van från fra od 差出人 发件人'),
  ...named('date', 'date sent gesendet datum enviado fecha envoyé inviato data verzonden skickat 日時'),
  ...named('to', 'to an para à a aan till 宛先 收件人'),
  ...named('cc', 'cc kopie copia copie'),
  ...named('subject', 'subject betreff asunto objet oggetto onderwerp assunto ämne 件名 主题'),
]);
const fieldLine = /^\**([\p{L}]+)(?: el)?\s*\**[:：]\**\s*(.*)$/u;
const address = /<?(?:mailto:)?([^\s<>()[\]:;,"]+@[^\s<>()[\]:;,"]+\.[^\s<>()[\]:;,"]+)>?/;
const mostFields = 10;

function named(field: Field, names: string): [string, Field][] {
  return names.split(' ').map((name) => [name, field]);
}

/** The head of a quotation that begins at a line; null where none does. */
export function quotedHeadAt(lines: readonly BodyLine[], index: number, at: QuotedAt): QuotedHead | null {
  const mark = isSeparator(lines[index]?.text ?? '') ? 1 : 0;
  if (startsHeaderBlock(lines, index + mark)) {
    const head = headerBlock(lines.slice(index + mark, index + mark + mostFields), at);
    return { ...head, lines: head.lines + mark };
  }
  if (mark === 1) return { people: [], date: null, subject: '', lines: 1 };
  return isAttribution(lines, index) ? attributionAt(lines, index, at) : null;
}

function headerBlock(lines: readonly BodyLine[], at: QuotedAt): QuotedHead {
  const fields = new Map<Field, string>();
  let count = 0;
  let dateWord = '';
  for (const { text } of lines) {
    const [, name = '', value = ''] = fieldLine.exec(text) ?? [];
    const field = fieldNames.get(name.toLowerCase());
    if (field === undefined || fields.has(field)) break;
    fields.set(field, value);
    if (field === 'date') dateWord = name;
    count += 1;
  }
  const from = personIn(fields.get('from') ?? '', 'from');
  const to = (fields.get('to') ?? '')
    .split(/;|,(?=[^,]*[@<])/)
    .slice(0, 50)
    .flatMap((one) => personIn(one, 'to'));
  const date = dateIn(fields.get('date') ?? '', dateWord, at);
  return { people: [...from, ...to], date, subject: tidyTitle(fields.get('subject') ?? ''), lines: count };
}

const verb =
  /\b(?:wrote|schrieb|geschrieben|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?)/i;
/** A date and time as they stand before the name: to the last digit that is not the name's own. */
const untilName =
  /^.*\d(?:\s*(?:[Uu]hr|[AaPp]\.?[Mm]\.?|h))?(?:\s*(?:[A-Z]{3,4}\b|[+-]\d{4}|\([^)]*\)))*\s*[,:;]?\s*/;

function attributionAt(lines: readonly BodyLine[], index: number, at: QuotedAt): QuotedHead | null {
  const first = lines[index]?.text ?? '';
  const isWhole = verb.test(first) && /:\s*$/.test(first);
  const text = (isWhole ? first : `${first} ${lines[index + 1]?.text ?? ''}`).replace(/\s+/g, ' ');
  const found = verb.exec(text);
  if (found === null) return null;
  const mailbox = address.exec(text);
  const plain = (part: string) =>
    part
      .replace(address, ' ')
      .replace(/[<>()[\]":]|\bmailto\b/g, ' ')
      .trim();
  const before = text.slice(0, found.index);
  const behind = plain(text.slice(found.index + found[0].length));
  const name = behind || plain(before.replace(address, ' ').replace(untilName, ''));
  const date = dateIn(before + text.slice(found.index + found[0].length), found[0], at);
  // A sentence that ends in “he wrote:” is part of what is quoted.
  if (mailbox === null && date === null) return null;
  return {
    people: personIn(`${name} <${mailbox?.[1] ?? ''}>`, 'from'),
    date,
    subject: '',
    lines: isWhole ? 1 : 2,
  };
}

function personIn(text: string, role: MentionedPerson['role']): MentionedPerson[] {
  const mailbox = address.exec(text)?.[1]?.toLowerCase() ?? null;
  const said = text.replace(address, ' ').replace(/\[[^\]]*\]|[<>"*]|\(\s*\)|^\s*'|'\s*$/g, ' ');
  const name = tidyTitle(said.replace(/^[\s,;]+|[\s,;]+$/g, '')).slice(0, 200) || mailbox;
  return name === null ? [] : [{ name, address: mailbox, role }];
}

/** Dates are read in the language of the word beside them: reading one costs as much as a third of the mail. */
const languages = new Map<string, readonly Chrono[]>([
  ...speaking([en.GB], 'wrote sent'),
  ...speaking([en.GB, fr.casual], 'date'),
  ...speaking([de.casual], 'schrieb geschrieben gesendet'),
  ...speaking([de.casual, nl.casual, sv.casual], 'datum'),
  ...speaking([fr.casual], 'écrit envoyé'),
  ...speaking([es.casual], 'escribió fecha'),
  ...speaking([es.casual, pt.casual], 'enviado'),
  ...speaking([it.casual], 'scritto inviato'),
  ...speaking([it.casual, pt.casual], 'data'),
  ...speaking([nl.casual], 'schreef verzonden'),
  ...speaking([pt.casual], 'escreveu'),
  ...speaking([sv.casual], 'skrev skickat'),
]);

function speaking(chronos: readonly Chrono[], words: string): [string, readonly Chrono[]][] {
  return words.split(' ').map((word) => [word, chronos]);
}

/** As most programs write it in English, which the platform reads a hundred times as fast. */
const english =
  /((?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4})(?:,? (?:at )?(\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[AP]M)?))?( [+-]\d{4})?/;
const clock = /\b([01]?\d|2[0-3])[:h]([0-5]\d)\b/;

/** A day without a time is midnight; without a day there is no date. */
function dateIn(text: string, word: string, at: QuotedAt): string | null {
  if (!/\d/.test(text)) return null;
  const [, day, time = '00:00', zone] = english.exec(text) ?? [];
  if (day !== undefined) {
    const plain = isoDate(`${day} ${time.replace(/\s?([AP]M)/, ' $1')}${zone ?? ' UTC'}`);
    if (plain !== null) return zone === undefined ? earlier(plain, at.zoneMinutes) : plain;
  }
  return foreignDate(text, word, at);
}

function earlier(date: string, minutes: number): string {
  return new Date(Date.parse(date) - minutes * 60_000).toISOString();
}

function foreignDate(text: string, word: string, { date, zoneMinutes }: QuotedAt): string | null {
  const instant = new Date(date ?? '2000-01-01');
  // Americans put the month first, and their clocks have twelve hours.
  const chronos = /\d\s*[ap]\.?m\b/i.test(text)
    ? [en.casual]
    : (languages.get(word.toLowerCase().split(' ').at(-1) ?? '') ?? [en.GB]);
  const [best] = chronos
    .flatMap((chrono) => chrono.parse(text.slice(0, 200), { instant, timezone: zoneMinutes }))
    .map(({ start, text: said }) => ({ start, said }))
    .filter(({ start }) => start.isCertain('day') && (date !== null || start.isCertain('year')))
    .sort((one, other) => other.said.length - one.said.length);
  if (best === undefined) return null;
  const { start } = best;
  const [, hour, minute] = start.isCertain('hour')
    ? ['', start.get('hour'), start.get('minute')]
    : (clock.exec(text) ?? []);
  const local = Date.UTC(
    start.get('year') ?? 0,
    (start.get('month') ?? 1) - 1,
    start.get('day') ?? 1,
    Number(hour ?? 0),
    Number(minute ?? 0),
  );
  return isoDate(new Date(local - (start.get('timezoneOffset') ?? zoneMinutes) * 60_000));
}
