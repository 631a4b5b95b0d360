/**
 * What is left out of a source by what its files hold, unless a person switches the rule off. The ids share a list with
 * those of the rules for names (watch/ignore-rules.ts); one is never given to another rule.
 */
export const contentRules = [
  { id: 'secrets', what: 'passwords, keys and recovery codes in texts' },
  { id: 'accounts', what: 'card, account and social security numbers in texts' },
  { id: 'secret-stores', what: 'password stores and key files' },
  { id: 'junk', what: 'junk mail' },
  { id: 'deleted', what: 'deleted mail' },
  { id: 'drafts', what: 'drafts of mail' },
] as const;

export type ContentRule = (typeof contentRules)[number]['id'];

/** How the rules bore on one reading of a file. */
export interface RulesApplied {
  /** Those that were switched off. */
  readonly off: readonly ContentRule[];
  /** Those that left something of the file out, or would have. */
  readonly touched: readonly ContentRule[];
}

/** All rules on, and nothing for them to leave out. */
export const nothingLeftOut: RulesApplied = { off: [], touched: [] };

/** The content rules among ids of rules. */
export function contentRulesIn(ids: Iterable<string>): readonly ContentRule[] {
  const named = new Set(ids);
  return contentRules.flatMap(({ id }) => (named.has(id) ? [id] : []));
}

/** The rules for secrets: what they leave out may not stay in the library where it was let in before. */
const secretRules: readonly ContentRule[] = ['secrets', 'accounts', 'secret-stores'];

/** True where secrets that one choice of rules let in are withheld by the next. */
export function withholdsAgain(offBefore: readonly ContentRule[], offNow: readonly ContentRule[]): boolean {
  return secretRules.some((rule) => offBefore.includes(rule) && !offNow.includes(rule));
}

/** True where a rule that was switched since a reading bears on the file: only then is it read again. */
export function isReadOtherwise({ off, touched }: RulesApplied, offNow: readonly ContentRule[]): boolean {
  return touched.some((rule) => off.includes(rule) !== offNow.includes(rule));
}
