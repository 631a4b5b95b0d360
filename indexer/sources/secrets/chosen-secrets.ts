import type { ContentRule } from '../content-rules.ts';
import { everySecret } from './find-secrets.ts';
import { merged, ruleOf, type SecretSpan } from './secret-span.ts';

/** Finds the secrets that are to be withheld by the rules that are on, and notes which rules found any. */
export class ChosenSecrets {
  readonly touched = new Set<ContentRule>();
  readonly #off: readonly ContentRule[];

  constructor(off: readonly ContentRule[]) {
    this.#off = off;
  }

  /** In order and apart. */
  async in(text: string): Promise<readonly SecretSpan[]> {
    const spans = await everySecret(text);
    for (const { kind } of spans) this.touched.add(ruleOf(kind));
    // Chosen before they are merged: an account number inside a password stays withheld where passwords are not.
    return merged(spans.filter(({ kind }) => !this.#off.includes(ruleOf(kind))));
  }
}
