import { shownLanguage } from './catalogue.ts';
import { type Language, tagOf } from './language.ts';
import { wordsOf } from './words.ts';

/** A format for the language on screen, made once for each. */
function inShown(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  const made = new Map<Language, Intl.NumberFormat>();
  return () => {
    const language = shownLanguage();
    const known = made.get(language) ?? new Intl.NumberFormat(tagOf(language), options);
    made.set(language, known);
    return known;
  };
}

const counts = inShown({});
const roughly = inShown({ maximumSignificantDigits: 2 });
const tenths = inShown({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const shares = inShown({ style: 'percent', maximumFractionDigits: 0, roundingMode: 'trunc' });
const milliseconds = inShown({ style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
const singleBytes = inShown({ style: 'unit', unit: 'byte', unitDisplay: 'long' });
const largeBytes = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'].map((unit) =>
  inShown({ style: 'unit', unit, maximumSignificantDigits: 2 }),
);

export function countOf(count: number): string {
  return counts().format(count);
}

/** “1 file”, “1,204 files”, for English words that no catalogue has yet. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${counts().format(count)} ${count === 1 ? one : many}`;
}

/** Of nothing everything is done; what is not complete never says 100%. */
export function shareOf(done: number, total: number): string {
  return shares().format(total === 0 ? 1 : done / total);
}

/** A size as its language writes it: “25 MB”, “25 Mo”. */
export function bytesOf(bytes: number): string {
  if (bytes < 1_000) return singleBytes().format(bytes);
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), largeBytes.length);
  return largeBytes[power - 1]?.().format(bytes / 1_000 ** power) ?? '';
}

/** For a rate per second: “41 files/s”, “0.4 files/s”. */
export function rateOf(perSecond: number, what: string): string {
  return `${roughly().format(perSecond)} ${what}/s`;
}

/** A wait as a person says it: “less than a minute”, “about 12 minutes”. */
export function remainingOf(remainingMs: number): string {
  const words = wordsOf('figures');
  const minutes = remainingMs / 60_000;
  if (minutes < 1) return words('underMinuteLeft');
  if (minutes < 90) return words('minutesLeft', { minutes: Math.round(minutes) });
  return words('hoursLeft', { hours: Math.round(minutes / 60) });
}

/** A duration that has been measured: “34 ms”, “1.2 s”. */
export function tookOf(ms: number): string {
  return ms < 1_000 ? milliseconds().format(ms) : `${tenths().format(ms / 1_000)} s`;
}
