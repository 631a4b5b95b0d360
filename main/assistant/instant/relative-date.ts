import { de, en, es, fr, it, type ParsedResult, pt } from 'chrono-node';
import { foldInPlace, languageOf } from '../language/words.ts';
import { dayInWords } from '../plan/describe-filter.ts';

const chronoOf = { de, en, es, fr, it, pt };
const week =
  /(?<!\p{L})(last|past|previous|next|this|coming|letzte\p{L}*|vorige\p{L}*|nachste\p{L}*|diese\p{L}*) (?:week(?:end)?|woche(?:nende)?)(?!\p{L})/u;
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What a relative word means on the day it was written, as far as it says; null for what is absolute or a mere time. */
function meaningOf(found: ParsedResult): string | null {
  const { start } = found;
  if (start.isCertain('year') && start.isCertain('day') && /\d{4}/.test(found.text)) return null;
  const iso = `${start.get('year')}-${String(start.get('month')).padStart(2, '0')}-${String(start.get('day')).padStart(2, '0')}`;
  if (start.isCertain('day') || start.isCertain('weekday')) return dayInWords(iso);
  if (start.isCertain('month')) return monthFormat.format(new Date(`${iso}T00:00:00Z`));
  return start.isCertain('year') ? String(start.get('year')) : null;
}

/**
 * What "yesterday", "last Friday" or "next month" in a text mean, as a sentence; or, where a text dates nothing, when it
 * was written. Computed from the document's own date: the text itself does not say it.
 */
export function datedSentence(text: string, writtenIso: string): string {
  const written = dayInWords(writtenIso);
  const inWeek = week.exec(foldInPlace(text));
  if (inWeek !== null) {
    const side = /^(?:next|coming|nachste)/.test(inWeek[1] ?? '')
      ? 'after'
      : /^(?:this|diese)/.test(inWeek[1] ?? '')
        ? 'of'
        : 'before';
    const said = text.slice(inWeek.index, inWeek.index + inWeek[0].length);
    return `Written on ${written}, so “${said}” is the ${/end/i.test(said) ? 'weekend' : 'week'} ${side} ${written}.`;
  }
  const reference = new Date(`${writtenIso.slice(0, 10)}T12:00:00`);
  for (const found of chronoOf[languageOf(text)].parse(text, reference, { forwardDate: false })) {
    const meaning = meaningOf(found);
    if (meaning !== null) return `Written on ${written}, so “${found.text}” is ${meaning}.`;
  }
  return `Written on ${written}.`;
}
