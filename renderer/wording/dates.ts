import { shownLanguage } from './catalogue.ts';
import { tagOf } from './language.ts';
import { wordsOf } from './words.ts';

const dayMs = 86_400_000;
const made = new Map<string, Intl.DateTimeFormat>();

/** A format for the language on screen, made once for each. */
function inShown(name: 'day' | 'minute' | 'moment'): Intl.DateTimeFormat {
  const tag = tagOf(shownLanguage());
  const known = made.get(`${tag} ${name}`) ?? new Intl.DateTimeFormat(tag, formats[name]);
  made.set(`${tag} ${name}`, known);
  return known;
}

const formats = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  minute: { hour: '2-digit', minute: '2-digit' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A document's day: “14 Mar 2024”; empty where the date is unknown or no date. */
export function dayOf(iso: string | null): string {
  const date = new Date(iso ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : inShown('day').format(date);
}

/** A day with its time: “2 Nov 2026, 10:00”. */
export function momentOf(iso: string): string {
  return inShown('moment').format(new Date(iso));
}

/** When a conversation was last used: the time today, “Yesterday”, else the day. */
export function lastUsed(iso: string, now: Date): string {
  const date = new Date(iso);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (date.getTime() >= midnight) return inShown('minute').format(date);
  if (date.getTime() >= midnight - dayMs) return wordsOf('figures')('yesterday');
  return inShown('day').format(date);
}
