import type { SourceRow } from '#indexer/store/sources.ts';
import { ignoreRules } from '#indexer/watch/ignore-rules.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Ignoring, IgnoringChange } from '#main/contract/ignoring.ts';

type Chosen = Pick<SourceRow, 'rulesOff' | 'patterns'>;

/** What is left out of a source, as it is told. */
export function ignoringOf({ rulesOff, patterns }: Chosen, files: readonly string[]): Ignoring {
  const rules = ignoreRules.map(({ id, what }) => ({ id, what, on: !rulesOff.includes(id) }));
  return { rules, patterns: [...patterns], files: [...files] };
}

/** What is chosen after a change. Throws Fault `not-found` for a rule that there is not. */
export function changedIgnoring(chosen: Chosen, change: Omit<IgnoringChange, 'sourceId'>): Chosen {
  const off = new Set(chosen.rulesOff);
  for (const [id, on] of Object.entries(change.rules ?? {})) {
    if (ignoreRules.every((rule) => rule.id !== id))
      throw new Fault('not-found', { what: `The rule “${id}”` });
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
