import { de, en, es, fr, it, pt } from 'chrono-node';
import type { Language } from '../language/stop-words.ts';
import { foldInPlace } from '../language/words.ts';
import { dayOf, dayPeriod, isoDay, type Period } from './calendar.ts';
import { periodForms, readPeriod } from './period-words.ts';
import type { Span } from './span.ts';
import { weekdayPattern } from './weekdays.ts';

/** A period in a question. `condition` is false where the words only speak of it ("the 2019 roof"). */
export interface FoundPeriod extends Span, Period {
  readonly condition: boolean;
}

interface Bare extends Span {
  readonly period: Period;
  readonly relative: boolean;
}

const compiled = periodForms.map((form) => ({
  form,
  pattern: new RegExp(`(?<![\\p{L}\\d.,/-])${form.pattern}(?![\\p{L}\\d])`, 'gu'),
}));

const kindWord =
  '(?:e-?mails?|mails?|messages?|notes?|notizen?|nachrichten?|documents?|dokumente?n?|files?|letters?|pdfs?|correos?|mensajes?|notas?|documentos?|courriels?|invoices?|bills?|rechnung(?:en)?|facturas?|factures?|messagg[io]|document[io]|not[ae]|mensage(?:m|ns)|fattur[ae]|faturas?|attachments?|papers?|quotes?|contracts?|receipts?)';
const received =
  '(?:anything|something|everything|me|get|got|receive|received|arrived|came|alles|etwas|todo|algo|tout|tutto|tudo|altogether|sent|written)';
/** “On Monday, 2 June”: the day of the calendar is meant. */
const article =
  "(?:the |den |dem |der |die |das |el |la |los |las |le |l[’']|les |il |lo |gli |i |o |a |os |as |ano |anno |ano de )?" +
  `(?:(?:${weekdayPattern}),? (?:the |den |dem |de |o |il )?)?`;
const wrappers = {
  pair: /(?<!\p{L})(?:between|from|zwischen|von|vom|entre|del?|desde|du|tra|fra|da|dal(?:la)?|do)\s+(?:the |o |a |il )?$/u,
  pairJoint:
    /^\s*(?:and|to|until|till|through|[-–]|und|bis(?: zum)?|y|al?|hasta|et|jusqu[’']a|au|e|fino a(?:l)?|ate)\s+(?:the |o |a |il )?$|^\s*[-–]\s*$/,
  since: new RegExp(
    `(?<!\\p{L})(?:since|seit(?: dem)?|ab(?: dem)?|desde|depuis|a partir d[eo]|dal(?:la|l)?|da|starting|starting in)\\s+${article}$`,
    'u',
  ),
  after: new RegExp(
    `(?<!\\p{L})(?:later than|after|nach(?: dem)?|despues del?|tras|apres|dopo|depois d[eo]|apos)\\s+${article}$`,
    'u',
  ),
  before: new RegExp(
    `(?<!\\p{L})(?:earlier than|before|vor(?: dem)?|antes del?|avant|prima d(?:i|el(?:la)?)|antes d[eo])\\s+${article}$`,
    'u',
  ),
  until: new RegExp(
    `(?<!\\p{L})(?:until|till|up to|through|bis(?: zum| ende)?|hasta|jusqu[’'](?:a|en|au)|fino a(?:l)?|ate)\\s+${article}$`,
    'u',
  ),
  within: new RegExp(
    `(?<!\\p{L})(?:during|within|dated|throughout|in|im|en|durante|pendant|on|am|aus|vom|au cours del?|au|n?el(?:la|lo)?|nell[’']|n[ao]|em|wahrend)\\s+${article}$|(?<!\\p{L})(?:${kindWord}|${received})\\s+(?:(?:of|from|de|du|del|von|d[’']|di|da|do|dell[’'])\\s*)?${article}$`,
    'u',
  ),
  from: new RegExp(`(?<!\\p{L})(?:from|of|von|de|du|di|del|da|do)\\s+${article}$`, 'u'),
  /** "Mails, die ich 2025 verschickt habe": German names a year with no preposition. */
  participle: /^\s[^?]*?(?<!\p{L})(?:geschickt|gesendet|verschickt|geschrieben|bekommen|erhalten)(?!\p{L})/u,
  onwards: /^\s+(?:on|onwards?|an|en adelante)(?![\p{L}])/u,
};

function bareFrom(folded: string, now: Date): Bare[] {
  const found: Bare[] = [];
  for (const { form, pattern } of compiled) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const period = readPeriod(form, match.slice(1), now);
      if (period !== null) found.push({ start, end, period, relative: form.relative });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** “Now” asks how things stand; it dates nothing. */
const thisMoment = /(?<!\p{L})(?:now|jetzt|ahora|maintenant|adesso|ora|agora)(?!\p{L})/u;
const chronoOf = { de, en, es, fr, it, pt };

/** Days that only chrono knows: "last Friday", "two weeks ago". */
function chronoDays(text: string, language: Language, now: Date): Bare[] {
  return chronoOf[language].parse(text, now, { forwardDate: false }).flatMap((result): Bare[] => {
    const told = result.start.isCertain('weekday') || result.start.isCertain('day');
    const day = dayOf(result.start.date());
    if (!told || day > dayOf(now) || thisMoment.test(foldInPlace(result.text))) return [];
    return [
      { start: result.index, end: result.index + result.text.length, period: dayPeriod(day), relative: true },
    ];
  });
}

/** "between March and June 2024": the first borrows the second's year. */
function withYearOf(first: Bare, second: Bare, folded: string, now: Date): Period {
  const own = folded.slice(first.start, first.end);
  const year = /(?:19|20)\d{2}/.exec(folded.slice(second.start, second.end))?.[0];
  if (year === undefined || /\d{4}/.test(own) || first.relative) return first.period;
  return bareFrom(`${own} ${year}`, now)[0]?.period ?? first.period;
}

function pairAt(folded: string, first: Bare, second: Bare | undefined, now: Date): FoundPeriod | null {
  const opening = wrappers.pair.exec(folded.slice(0, first.start));
  if (second === undefined || opening === null) return null;
  if (!wrappers.pairJoint.test(folded.slice(first.end, second.start))) return null;
  return {
    start: opening.index,
    end: second.end,
    after: withYearOf(first, second, folded, now).after,
    before: second.period.before,
    condition: true,
  };
}

/** "Since March" dates what is listed; in a question about the world it is a fact of the world. */
function openEnded(folded: string, bare: Bare, listing: boolean): FoundPeriod | null {
  if (!listing) return null;
  const prefix = folded.slice(0, bare.start);
  const suffix = wrappers.onwards.exec(folded.slice(bare.end))?.[0] ?? '';
  const found = (match: RegExpExecArray | null, period: Period): FoundPeriod | null =>
    match && { start: match.index, end: bare.end + suffix.length, ...period, condition: true };
  if (suffix !== '')
    return found(wrappers.within.exec(prefix) ?? wrappers.since.exec(prefix), {
      after: bare.period.after,
      before: null,
    });
  return (
    found(wrappers.since.exec(prefix), { after: bare.period.after, before: null }) ??
    found(wrappers.after.exec(prefix), { after: bare.period.before, before: null }) ??
    found(wrappers.before.exec(prefix), { after: null, before: bare.period.after }) ??
    found(wrappers.until.exec(prefix), { after: null, before: bare.period.before })
  );
}

/** "When did we go camping in June?" asks for the date: the month is part of what happened. */
function closed(folded: string, bare: Bare, listing: boolean): FoundPeriod {
  const prefix = folded.slice(0, bare.start);
  const opening = wrappers.within.exec(prefix) ?? (listing ? wrappers.from.exec(prefix) : null);
  const bareYear =
    listing && (wrappers.participle.test(folded.slice(bare.end)) || /(?<!\p{L})(?:ich|wir) $/u.test(prefix));
  const possessive = /^[’']s?\s/.test(folded.slice(bare.end));
  const asksWhen = /^(?:\p{L}+[, ]+)?(?:when|wann|cuando|quand|quando)(?!\p{L})/u.test(
    folded.replace(/^[¿\s]+/, ''),
  );
  const condition =
    !possessive && (bare.relative || bareYear || (opening !== null && (listing || !asksWhen)));
  return {
    start: condition ? (opening?.index ?? bare.start) : bare.start,
    end: bare.end,
    ...bare.period,
    condition,
  };
}

/** A kind word before "of March" belongs to the question, not to the period. */
function keepKindWord(folded: string, found: FoundPeriod): FoundPeriod {
  const kind =
    new RegExp(`^(?:${kindWord}|${received})\\s+`).exec(folded.slice(found.start, found.end))?.[0] ?? '';
  return { ...found, start: found.start + kind.length };
}

/**
 * The periods of a question, in order: English, German, Spanish and French wording, on the day of `now`.
 * `listing`: the question names mails or notes or who sent them, so that "since March" and "from March" date these. What lies wholly in the future is never a condition: files are not dated there.
 */
export function findPeriods(
  question: string,
  language: Language,
  now: Date,
  listing: boolean,
): FoundPeriod[] {
  const folded = foldInPlace(question);
  const own = bareFrom(folded, now).filter(
    (bare) => language === 'fr' || folded.slice(bare.start, bare.end) !== 'hier',
  );
  const bare = own.length > 0 ? own : chronoDays(question, language, now);
  const found: FoundPeriod[] = [];
  for (let index = 0; index < bare.length; index += 1) {
    const current = bare[index];
    if (current === undefined) continue;
    const pair = pairAt(folded, current, bare[index + 1], now);
    if (pair !== null) index += 1;
    found.push(
      keepKindWord(folded, pair ?? openEnded(folded, current, listing) ?? closed(folded, current, listing)),
    );
  }
  const today = isoDay(dayOf(now));
  const ahead = (period: Period): boolean =>
    (period.after ?? '') > today || (period.after === null && (period.before ?? '') > today);
  return found.map((period) => (ahead(period) ? { ...period, condition: false } : period));
}
