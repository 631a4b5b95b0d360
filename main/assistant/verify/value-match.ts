import { dateCovers, type PartialDate } from '../language/dates.ts';
import { stem } from '../language/stems.ts';
import type { Value } from '../language/values.ts';

const overlaps = (left: readonly number[], right: readonly number[]): boolean =>
  left.some((number) => right.includes(number));

function numbersOf(value: Value): readonly number[] | null {
  if (value.kind === 'number' || value.kind === 'amount') return value.numbers;
  return value.kind === 'code' && /^\d{1,15}$/.test(value.code) ? [Number(value.code)] : null;
}

const languages = ['en', 'de', 'es', 'fr', 'it', 'pt'] as const;

/** Stems of units in full and in short; what is not here has one spelling. */
const units: ReadonlyMap<string, string> = new Map(
  `mm millimetre millimeter milimetro
  cm centimetre centimeter zentimeter centimetro
  km kilometre kilometer kilometro
  m metre meter metro
  m² m2 sqm quadratmeter
  g gram gramm gramo gramme
  kg kilogram kilogramm kilo kilogramo kilogramme
  l litre liter litro
  ml millilitre milliliter mililitro
  min minute minutos minuten
  h hr hrs hour hours stunde stunden hora horas heure
  s sec second sekunde sekunden segundo seconde
  d day tag dia jour
  kw kilowatt
  kwh kilowattstunde
  °c degree grad grado degre`
    .split('\n')
    .flatMap((line) => {
      const names = line.trim().split(/\s+/);
      return names.flatMap((name) =>
        languages.map((language) => [stem(name, language), names[0] ?? name] as const),
      );
    }),
);

function sameUnit(left: string, right: string): boolean {
  const one = (unit: string): string => units.get(unit) ?? unit;
  return left === right || one(left) === one(right);
}

/** Months between what is written and what it speaks of, beyond which a day without a year may be of another year. */
const nearMonths = 6;

/** A day without a year is of the year nearest to when it was written: "5 May" in a mail of March 2025. */
function withYear(readings: readonly PartialDate[], writtenAt: string | null): PartialDate[] {
  if (writtenAt === null) return [...readings];
  const written = new Date(writtenAt);
  return readings.flatMap((reading) => {
    if (reading.year !== null || reading.month === null || reading.day === null) return [reading];
    const ahead = reading.month - 1 - written.getUTCMonth();
    const shift = ahead > nearMonths ? -1 : ahead < -nearMonths ? 1 : 0;
    return [{ ...reading, year: written.getUTCFullYear() + shift }];
  });
}

/**
 * Whether a value that stands in a source is the claimed one, in kind, unit and figure: 14,300 euros is not 14,300 of
 * anything else, and "in March" does not stand for 14 March. A claim may say less than its source, never more.
 * `writtenAt`: the date of the source's document (ISO 8601), which tells the year of a day that stands without one.
 */
export function valueStands(source: Value, claim: Value, writtenAt: string | null = null): boolean {
  switch (claim.kind) {
    case 'date':
      return source.kind === 'date' && dateCovers(withYear(source.readings, writtenAt), claim.readings);
    case 'time':
      return source.kind === 'time' && source.minutes === claim.minutes;
    case 'amount':
      return (
        source.kind === 'amount' &&
        source.currency === claim.currency &&
        overlaps(source.numbers, claim.numbers)
      );
    case 'percent':
      return source.kind === 'percent' && overlaps(source.numbers, claim.numbers);
    case 'code': {
      if (source.kind === 'code') return source.code === claim.code;
      const claimed = numbersOf(claim);
      const given = source.kind === 'number' ? source.numbers : null;
      return claimed !== null && given !== null && overlaps(given, claimed);
    }
    case 'number': {
      const given = numbersOf(source);
      if (given === null || !overlaps(given, claim.numbers)) return false;
      if (claim.unit === null) return true;
      return source.kind === 'number' && (source.unit === null || sameUnit(source.unit, claim.unit));
    }
  }
}
