import type { ContentRule } from '../content-rules.ts';

/** What a secret is to a person; the words stand in the text in its place. */
export type SecretKind =
  | 'private key'
  | 'access token'
  | 'password'
  | 'PIN'
  | 'recovery code'
  | 'seed phrase'
  | 'authenticator secret'
  | 'card number'
  | 'IBAN'
  | 'social security number';

/** A secret's stretch of a text, in UTF-16 code units, end exclusive; begins and ends with what is no white space. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

/** Numbers that stand in every bill, which some people want found. */
const accountKinds: readonly SecretKind[] = ['card number', 'IBAN', 'social security number'];

/** The rule that a kind of secret is left out by. */
export function ruleOf(kind: SecretKind): ContentRule {
  return accountKinds.includes(kind) ? 'accounts' : 'secrets';
}

/** In order and apart: of two that overlap the first takes in the second. */
export function merged(spans: readonly SecretSpan[]): SecretSpan[] {
  const apart: SecretSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (last === undefined || span.start >= last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { ...last, end: span.end };
  }
  return apart;
}
