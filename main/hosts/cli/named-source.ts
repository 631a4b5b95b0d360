import { resolve } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { Source } from '#main/contract/sources.ts';

/** The source that a person names by its number or path. Throws Fault `not-found`. */
export function namedSource(sources: readonly Source[], word: string): Source {
  const path = resolve(word);
  const found = sources.find((source) => String(source.sourceId) === word || source.path === path);
  if (found === undefined) throw new Fault('not-found', { what: `A source “${word}”` });
  return found;
}
