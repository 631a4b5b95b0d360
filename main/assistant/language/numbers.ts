/** A number as written, without unit: 14,300 · 14.300,50 · 1 250 (thin or hard space) · 0.5. */
export const numberSource =
  "(?:\\d{1,3}(?:[.,'’\\u00a0\\u2009\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)(?![\\d])";

/**
 * What a written number may mean. "14.300" is 14300 in German and 14.3 in English, and a text does not say which,
 * so both are returned; "14.300,50" can only be one.
 */
export function readNumber(text: string): number[] {
  const plain = text.replace(/['’\u00a0\u2009\u202f ]/g, '');
  const separators = plain.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return [Number(plain)];
  const ungrouped = Number(plain.replace(/[.,]/g, ''));
  const cut = plain.lastIndexOf(last);
  const decimal = Number(`${plain.slice(0, cut).replace(/[.,]/g, '')}.${plain.slice(cut + 1)}`);
  const digitsAfter = plain.length - cut - 1;
  const mixed = new Set(separators).size > 1;
  if (mixed) return [decimal];
  if (separators.length > 1) return [ungrouped];
  if (digitsAfter !== 3) return [decimal];
  return plain.startsWith('0') ? [decimal] : [ungrouped, decimal];
}

/** Folded, one number an entry: English, German, Spanish, French, Italian, Portuguese. */
export const twoToTwelve: readonly string[] = [
  'two zwei dos deux dois duas',
  'three drei tres trois tre',
  'four vier cuatro quatre quattro quatro',
  'five funf cinco cinq cinque',
  'six sechs seis six',
  'seven sieben siete sept sette sete',
  'eight acht ocho huit otto oito',
  'nine neun nueve neuf nove',
  'ten zehn diez dix dieci dez',
  'eleven elf once onze undici',
  'twelve zwolf doce douze dodici doze',
];

/** Larger ones; German joins the rest into one word, Spanish and French do not. */
const large: readonly (readonly [number, string])[] = [
  [13, 'thirteen dreizehn trece treize'],
  [14, 'fourteen vierzehn catorce quatorze'],
  [15, 'fifteen funfzehn quince quinze'],
  [16, 'sixteen sechzehn dieciseis seize'],
  [17, 'seventeen siebzehn diecisiete'],
  [18, 'eighteen achtzehn dieciocho'],
  [19, 'nineteen neunzehn diecinueve'],
  [20, 'twenty zwanzig veinte vingt'],
  [30, 'thirty dreissig treinta trente'],
  [40, 'forty vierzig cuarenta quarante'],
  [50, 'fifty funfzig cincuenta cinquante'],
  [60, 'sixty sechzig sesenta soixante'],
  [70, 'seventy siebzig setenta'],
  [80, 'eighty achtzig ochenta'],
  [90, 'ninety neunzig noventa'],
];

/** Numbers people spell out; "one" and its like are left out because they are articles and pronouns too. */
const spelled: Map<string, number> = new Map(
  ['zero null cero zero', '', ...twoToTwelve].flatMap((spellings, value) =>
    spellings
      .split(' ')
      .filter((name) => name !== '' && name !== 'once' && name !== 'null')
      .map((name) => [name, value] as const),
  ),
);
for (const [value, names] of large) for (const name of names.split(' ')) spelled.set(name, value);

/** The value of a folded number word, or null. */
export function spelledNumber(folded: string): number | null {
  return spelled.get(folded) ?? null;
}
