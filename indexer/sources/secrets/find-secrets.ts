import { findAddressPasswords } from './addresses.ts';
import { findMoney } from './money.ts';
import { findNamedSecrets } from './named-secrets.ts';
import { findPrivateKeys } from './private-keys.ts';
import { merged, type SecretSpan } from './secret-span.ts';
import { findSeedPhrases } from './seed-phrase.ts';
import { findTokens } from './tokens.ts';

/** The secrets of a text, in order and apart. */
export async function findSecrets(text: string): Promise<readonly SecretSpan[]> {
  return merged(await everySecret(text));
}

/**
 * Each secret that is recognised in a text, also where several take in the same words. Time is linear in the text whatever it holds: no expression looks at a
 * stretch of it more than a bounded number of times.
 */
export async function everySecret(text: string): Promise<readonly SecretSpan[]> {
  // The kinds that are told by their own form go first: where two begin together the first names the span.
  return [
    ...findPrivateKeys(text),
    ...findTokens(text),
    ...(await findMoney(text)),
    ...(await findSeedPhrases(text)),
    ...findAddressPasswords(text),
    ...findNamedSecrets(text),
  ];
}
