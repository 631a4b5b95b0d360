import type { Random } from '../../verification/random.ts';

/** One thing that a text may tell of a subject: `{S}` stands for the subject, `{V}` for the value. */
export interface Attribute {
  readonly name: string;
  value(random: Random): string;
  /** As running text says it, which names the subject. */
  readonly told: readonly string[];
  /** As a note or a table says it under a heading that is the subject. */
  readonly noted: string;
  readonly asked: readonly string[];
}

/** A kind of thing that a life has several of. */
export interface Kind {
  readonly language: 'en' | 'de' | 'es' | 'fr';
  /** As titles and texts name them. */
  readonly subjects: readonly string[];
  /** Of the same kind, but in no text. */
  readonly strangers: readonly string[];
  readonly attributes: readonly Attribute[];
  /** What nobody wrote down of any of them. */
  readonly unwritten: readonly string[];
}

export function attribute(
  name: string,
  value: (random: Random) => string,
  told: readonly string[],
  noted: string,
  asked: readonly string[],
): Attribute {
  return { name, value, told, noted, asked };
}

const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random.next() * (most - least + 1));

export const euros =
  (least: number, most: number) =>
  (random: Random): string =>
    `€${whole(random, least, most)}`;
export const dollars =
  (least: number, most: number) =>
  (random: Random): string =>
    `$${whole(random, least, most)}`;
export const count =
  (least: number, most: number, unit = '') =>
  (random: Random): string =>
    `${whole(random, least, most)}${unit}`;
export const clock = (random: Random): string =>
  `${whole(random, 8, 19)}:${random.pick(['00', '15', '30', '45'])}`;
export const code = (random: Random): string =>
  `${random.pick(['QD', 'RW', 'TX', 'MB'])}-${whole(random, 10_000, 99_999)}`;
export const phone = (random: Random): string =>
  `0555 ${whole(random, 100, 999)} ${whole(random, 1000, 9999)}`;

const months = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
};

export const day =
  (language: Kind['language']) =>
  (random: Random): string => {
    const month = random.pick(months[language].split(' ')) ?? '';
    const date = whole(random, 2, 28);
    if (language === 'de') return `${date}. ${month} 2024`;
    return language === 'es' ? `${date} de ${month} de 2024` : `${date} ${month} 2024`;
  };

/** One of a list, as often as it comes. */
export const oneOf =
  (...items: readonly string[]) =>
  (random: Random): string =>
    random.pick(items) ?? '';

export const people = oneOf(
  'Tobias Renner',
  'Nadia Fowler',
  'Greta Holm',
  'Samuel Achebe',
  'Lucía Prieto',
  'Henrik Dahl',
  'Odile Marchand',
  'Bruno Castell',
  'Yasmin Farouk',
  'Peter Lindqvist',
);
