/** Thousands apart (14,300 · 14.300 · 14'300 · 14 300), or four digits and more; then perhaps cents. */
const amount =
  /(?<![\p{L}\p{N}.,'’-])(\d{1,3}(?:(?<mark>[.,'’])\d{3}(?:\k<mark>\d{3})*| \d{3}(?: \d{3})*)|\d{4,12})(?:[.,](\d{1,2}))?(?![\p{L}\p{N}]|[.,'’-]\d)/gu;

const year = /^(?:19|20)\d\d$/;

/** The numbers of a query in every way texts write them, and what is left of the query for words. */
export interface QueryNumbers {
  /** Of each number its spellings as words of the full text: 14,300 is 14300 in one text and 14 beside 300 in another. */
  readonly numbers: readonly (readonly string[])[];
  readonly rest: string;
}

export function numberSpellings(query: string): QueryNumbers {
  const numbers: string[][] = [];
  const rest = query.replace(amount, (whole, integer: string, _mark: string | undefined, cents?: string) => {
    const digits = integer.replace(/\D/g, '');
    const written = year.test(integer) ? [digits] : [digits, inThousands(digits)];
    const withCents = cents === undefined ? [] : written.map((number) => `${number} ${cents}`);
    numbers.push([...new Set([...withCents, ...written])]);
    // Two numbers side by side look the same as one with a space in it.
    return integer.includes(' ') ? whole : ' ';
  });
  return { numbers, rest };
}

function inThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ' ');
}
