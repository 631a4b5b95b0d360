import { Decimal } from 'decimal.js';
import { readNumber } from '../language/numbers.ts';
import type { Language } from '../language/stop-words.ts';
import { foldInPlace, languageOf } from '../language/words.ts';

/** Exact to this many digits; what is longer, a third, is rounded for show. */
const Exact = Decimal.clone({ precision: 40, toExpNeg: -30, toExpPos: 30 });
const shownDecimals = 6;
/** A power beyond this has more digits than anybody reads. */
const largestPower = 200;

/** What leads into a calculation, in six languages, folded. */
const lead =
  /^[\s¿]*(?:(?:so )?(?:what(?:'s| is| does)|how much (?:is|are|does|do)|calculate|compute|work out|was (?:ist|sind|ergibt)|wie ?viel (?:ist|sind|ergibt|macht)|rechne(?: aus)?|berechne|cuanto (?:es|son|da)|calcula|combien (?:font|fait)|calcule[rz]?|quanto (?:fa|fanno|e|sao|da)|calcola)\s+)?/u;
const tail = /\s*(?:make|ergibt|give)?\s*[=?.!\s]*$/u;

/** Words for what a sign says, folded. The longest first, so that none is taken for the beginning of another. */
const worded: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:multiplied by|multipliziert mit|multiplicado por|multiplie par|moltiplicato per|times|mal|fois|veces|vezes|volte)\b/gu,
    '*',
  ],
  [/\b(?:divided by|geteilt durch|dividido (?:por|entre)|divise par|diviso(?: per)?|over)\b/gu, '/'],
  [/\b(?:plus|mas|mais|piu)\b/gu, '+'],
  [/\b(?:minus|less|menos|moins|meno)\b/gu, '-'],
  [
    /\b(?:square root of|quadratwurzel (?:aus|von)|wurzel (?:aus|von)|raiz cuadrada de|racine carree de|radice quadrata di|raiz quadrada de)\b/gu,
    'r',
  ],
  [/\b(?:squared|zum quadrat|al cuadrado|au carre|al quadrato|ao quadrado)(?![\p{L}])/gu, '^2'],
  [/\b(?:to the power of|hoch|elevado a(?: la)?|puissance|alla)\b/gu, '^'],
  [
    /(?:%|\b(?:per ?cent|prozent|por ciento|pour ?cent|per cento|por cento)\b)\s*(?:of|von|vom|de|del|du|di|do|da)\b/gu,
    'o',
  ],
  [/\b(?:per ?cent|prozent|por ciento|pour ?cent|per cento|por cento)\b/gu, '%'],
  [/[×·∙x](?=\s*[\d(r])/gu, '*'],
  [/÷|(?<=\d\s*):(?=\s*\d)/gu, '/'],
  [/−/gu, '-'],
];
/** What looks like a calculation and is none: a date, a telephone number, a code, a page range. */
const noSum = /\d{4}-\d{1,2}-\d{1,2}|^\s*\d+(?:[-/]\d+)+\s*$|(?<![\d.,])0\d/u;
const money = /[£$€]|\b(?:euros?|eur|gbp|usd|dollars?|pounds?)\b/gu;

type Sign = '+' | '-' | '*' | '/' | '^' | '%' | 'o' | 'r' | '(' | ')';
type Token = { readonly sign: Sign } | { readonly value: Decimal };

/** Reads and works out a calculation; null where the text is anything else. */
export function reckonSum(question: string): string | null {
  const folded = foldInPlace(question).replace(lead, '').replace(tail, '');
  if (!/\d/u.test(folded) || noSum.test(folded)) return null;
  const currencies = new Set(folded.match(money) ?? []);
  if (currencies.size > 1) return null;
  let text = folded.replace(money, ' ');
  for (const [words, sign] of worded) text = text.replace(words, ` ${sign} `);
  const language = languageOf(question);
  const tokens = tokensOf(text, language);
  if (tokens === null || !isSum(tokens)) return null;
  const result = workOut(tokens);
  if (result === null) return null;
  const [currency = ''] = currencies;
  return `${inWords(tokens, language)} = ${shown(result, language)}${currency === '' ? '' : ` ${currency}`}`;
}

function tokensOf(text: string, language: Language): Token[] | null {
  const tokens: Token[] = [];
  for (const [token] of text.matchAll(/\d[\d.,'’\u00a0\u202f]*\d|\d|\S/gu)) {
    if (/^\d/u.test(token)) {
      const value = numberOf(token, language);
      if (value === null) return null;
      tokens.push({ value });
    } else if ('+-*/^%or()'.includes(token)) tokens.push({ sign: token as Sign });
    else return null;
  }
  return tokens;
}

/** "1.250" is a thousand and more where points group digits, and one and a quarter where they mark decimals. */
function numberOf(written: string, language: Language): Decimal | null {
  if (/^\d+$/u.test(written)) return new Exact(written);
  const readings = readNumber(written);
  const pointGroups = language !== 'en';
  const isGrouped = written.includes('.') === pointGroups;
  const value = readings.length === 1 || isGrouped ? readings[0] : readings[1];
  return value === undefined || !Number.isFinite(value) ? null : new Exact(String(value));
}

/** Two numbers at least, or one and what a root or a percentage is of. */
function isSum(tokens: readonly Token[]): boolean {
  const numbers = tokens.filter((token) => 'value' in token).length;
  const signs = tokens.filter((token) => 'sign' in token && token.sign !== '(' && token.sign !== ')');
  const isRoot = signs.some((token) => 'sign' in token && (token.sign === 'r' || token.sign === '^'));
  return numbers <= 50 && signs.length > 0 && (numbers >= 2 || isRoot);
}

/** By precedence: powers, then products, then sums; null where the signs make no sense or nothing is divided by zero. */
function workOut(tokens: readonly Token[]): Decimal | null {
  let at = 0;
  const peek = (): Sign | null => {
    const token = tokens[at];
    return token !== undefined && 'sign' in token ? token.sign : null;
  };
  const take = (sign: Sign): boolean => {
    if (peek() !== sign) return false;
    at += 1;
    return true;
  };
  const whole = (): Decimal => {
    let sum = product();
    for (;;) {
      if (take('+')) sum = sum.plus(shareOf(sum));
      else if (take('-')) sum = sum.minus(shareOf(sum));
      else return sum;
    }
  };
  /** "200 + 10%": a tenth of what stands before. */
  const shareOf = (base: Decimal): Decimal => {
    const from = at;
    const value = power();
    if (take('%')) return base.times(value).div(100);
    at = from;
    return product();
  };
  const product = (): Decimal => {
    let value = percent();
    for (;;) {
      if (take('*')) value = value.times(percent());
      else if (take('/')) value = value.div(percent());
      else if (take('o')) value = value.div(100).times(percent());
      else return value;
    }
  };
  const percent = (): Decimal => {
    const value = power();
    return take('%') ? value.div(100) : value;
  };
  const power = (): Decimal => {
    const base = single();
    if (!take('^')) return base;
    const exponent = power();
    if (exponent.abs().gt(largestPower)) throw new RangeError('too large');
    return base.pow(exponent);
  };
  const single = (): Decimal => {
    if (take('-')) return single().neg();
    if (take('r')) return single().sqrt();
    if (take('(')) {
      const value = whole();
      if (!take(')')) throw new SyntaxError('a bracket is not closed');
      return value;
    }
    const token = tokens[at];
    if (token === undefined || !('value' in token)) throw new SyntaxError('a number is missing');
    at += 1;
    return token.value;
  };
  try {
    const result = whole();
    return at === tokens.length && result.isFinite() ? result : null;
  } catch {
    return null;
  }
}

const signWords: Readonly<Record<Sign, string>> = {
  ...{
    '+': ' + ',
    '-': ' − ',
    '*': ' × ',
    '/': ' ÷ ',
    '^': '^',
    '%': '%',
    o: '% of ',
    r: '√',
    '(': '(',
    ')': ')',
  },
};

function inWords(tokens: readonly Token[], language: Language): string {
  return tokens
    .map((token) => ('value' in token ? shown(token.value, language) : signWords[token.sign]))
    .join('')
    .trim();
}

function shown(value: Decimal, language: Language): string {
  const rounded = value.toDecimalPlaces(shownDecimals);
  const about = rounded.eq(value) ? '' : 'about ';
  // Intl formats strings of digits exactly, numbers only up to 2^53.
  const digits = rounded.toFixed() as `${number}`;
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: shownDecimals }).format(digits);
  return about + figure.replace('-', '−');
}
