import { contentRules } from '#indexer/sources/content-rules.ts';
import type { SourceRow } from '#indexer/store/sources.ts';
import { ignoreRules } from '#indexer/watch/ignore-rules.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Ignoring, IgnoringChange, IgnoringRule } from '#main/contract/ignoring.ts';

type Chosen = Pick<SourceRow, 'rulesOff' | 'patterns'>;

const shown =
  'will be kept in the library, found by search, shown in answers and given to the models on this computer. Whoever can read the library can read them. Logs never have them.';
/** What it means to let secrets in; the rules that have no sentence here let in what is merely unwanted. */
const offMeans: ReadonlyMap<string, string> = new Map([
  ['secrets', `Passwords, keys and recovery codes that stand in texts ${shown}`],
  ['accounts', `Card, account and social security numbers that stand in texts ${shown}`],
  [
    'secret-stores',
    `Exports of password managers, key files and the folders of keys will be read, and what they hold ${shown} Passwords in them are withheld for as long as that rule is on.`,
  ],
]);
const onMeans =
  'What the library has of them leaves it for good, and the files they stand in are read again. Search waits for a moment while the library is written anew. Conversations keep what they quote: remove those that should not.';

const rules: readonly Omit<IgnoringRule, 'on'>[] = [
  ...ignoreRules.map(({ id, what }) => ({ id, what, by: 'name', offMeans: null, onMeans: null }) as const),
  ...contentRules.map(({ id, what }) => {
    const means = offMeans.get(id) ?? null;
    return { id, what, by: 'content', offMeans: means, onMeans: means === null ? null : onMeans } as const;
  }),
];

/** What is left out of a source, as it is told. */
export function ignoringOf({ rulesOff, patterns }: Chosen, files: readonly string[]): Ignoring {
  const told = rules.map((rule) => ({ ...rule, on: !rulesOff.includes(rule.id) }));
  return { rules: told, patterns: [...patterns], files: [...files] };
}

/** What is chosen after a change. Throws Fault `not-found` for a rule that there is not. */
export function changedIgnoring(chosen: Chosen, change: Omit<IgnoringChange, 'sourceId'>): Chosen {
  const off = new Set(chosen.rulesOff);
  for (const [id, on] of Object.entries(change.rules ?? {})) {
    if (rules.every((rule) => rule.id !== id)) throw new Fault('not-found', { what: `The rule “${id}”` });
    if (on) off.delete(id);
    else off.add(id);
  }
  const removed = new Set(change.remove);
  const kept = (change.patterns ?? chosen.patterns).filter((pattern) => !removed.has(pattern));
  // A pattern that is added stands last, where it decides.
  const added = [...new Set(change.add)];
  const patterns = [...kept.filter((pattern) => !added.includes(pattern)), ...added];
  return { rulesOff: [...off].sort(), patterns };
}
