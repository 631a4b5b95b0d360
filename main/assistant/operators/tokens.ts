import type { Span } from '../plan/span.ts';

export const operatorNames = ['from', 'to', 'with', 'kind', 'in', 'after', 'before', 'has', 'tag'] as const;
export type OperatorName = (typeof operatorNames)[number];

/** One operator of a query, with its stretch. */
export type Token = Span & { readonly value: string } & (
    | { readonly type: 'operator'; readonly name: OperatorName }
    | { readonly type: 'phrase' }
    | { readonly type: 'without' }
  );

const quoted = '"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»';
const operator = new RegExp(
  `(?<![^\\s(])(${operatorNames.join('|')}):(?:${quoted}|([^\\s"“„«]+))(?!\\S*:)`,
  'giu',
);
/** A minus right before a word, with a space before it: “well-known” and “- a list” are none. */
const without = new RegExp(`(?<![^\\s(])[-−](?:${quoted}|(\\p{L}[\\p{L}\\p{N}_'’-]*))(?![:\\p{L}])`, 'gu');
const phrase = new RegExp(quoted, 'gu');

/** The operators of a query in their order, none overlapping; whatever is none of them is left to be a plain word. */
export function tokensOf(query: string): Token[] {
  const found: Token[] = [];
  const take = (token: Token): void => {
    const free = !found.some((other) => token.start < other.end && other.start < token.end);
    if (free && token.value.trim() !== '') found.push(token);
  };
  const spanOf = (match: RegExpMatchArray & { index: number }): Span => ({
    start: match.index,
    end: match.index + match[0].length,
  });
  for (const match of query.matchAll(operator)) {
    const [, name = '', ...values] = match;
    // The pattern is made of these names alone.
    const known = name.toLowerCase() as OperatorName;
    take({
      ...spanOf(match),
      type: 'operator',
      name: known,
      value: firstOf(values).replace(/[,;?!.]+$/, ''),
    });
  }
  for (const match of query.matchAll(without))
    take({ ...spanOf(match), type: 'without', value: firstOf(match.slice(1)) });
  for (const match of query.matchAll(phrase))
    take({ ...spanOf(match), type: 'phrase', value: firstOf(match.slice(1)) });
  return found.sort((a, b) => a.start - b.start);
}

function firstOf(values: readonly (string | undefined)[]): string {
  return (values.find((value) => value !== undefined) ?? '').trim();
}
