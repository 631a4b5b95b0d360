import type { SecretSpan } from './secret-span.ts';

/** ISO/IEC 7812: 13 to 19 digits, written in one or in the groups that stand on the card. */
const cardNumber =
  /(?<![\p{L}\d_./@#%&?+-]|\d[ ])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{13,19})(?![\p{L}\d_]|[./-]\d|[ -]\d{4})/gu;
/** First digits and lengths of the card networks: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro. */
const networks: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|095|[689])/, [14, 16]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
];
/** ISO 13616: country, check digits, then up to 30 letters and digits, often in fours. */
const accountNumber = /(?<![\p{L}\d_])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/giu;

export async function findMoney(text: string): Promise<SecretSpan[]> {
  const spans: SecretSpan[] = [];
  for (const { index, 0: written } of text.matchAll(cardNumber)) {
    if (isCardNumber(written.replace(/\D/g, '')))
      spans.push({ start: index, end: index + written.length, kind: 'card number' });
  }
  const candidates = [...text.matchAll(accountNumber)];
  if (candidates.length === 0) return spans;
  // 90 ms to load, which most files need not wait for.
  const { validateIBAN, ValidationErrorsIBAN, countrySpecs } = await import('ibantools');
  // A bank's own check digits inside the number are not ours to judge: a mistyped account is still somebody's.
  const bankDigits = ValidationErrorsIBAN.WrongAccountBankBranchChecksum;
  for (const { index, 0: written } of candidates) {
    const length = countrySpecs[written.slice(0, 2).toUpperCase()]?.chars;
    if (length == null) continue;
    const end = index + lengthOf(written, length);
    const compact = text.slice(index, end).replace(/[ -]/g, '').toUpperCase();
    const runsOn = /^[A-Za-z0-9]/.test(text.slice(end, end + 1));
    if (runsOn || compact.length !== length) continue;
    if (validateIBAN(compact).errorCodes.every((error) => error === bankDigits))
      spans.push({ start: index, end, kind: 'IBAN' });
  }
  return spans;
}

/** The part of `written` that holds its first `count` letters and digits. */
function lengthOf(written: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (/[A-Za-z0-9]/.test(written.charAt(at))) seen += 1;
    if (seen === count) return at + 1;
  }
  return written.length;
}

function isCardNumber(digits: string): boolean {
  const known = networks.some(([first, lengths]) => first.test(digits) && lengths.includes(digits.length));
  return known && !/^(\d)\1+$/.test(digits) && luhn(digits) % 10 === 0;
}

/** ISO/IEC 7812-1 annex B. */
function luhn(digits: string): number {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const digit = Number(digits.charAt(at)) * (isDoubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}
