import type { Log } from '#indexer/pipeline/log.ts';
import type { Library } from '#indexer/store/library.ts';
import { Fault } from '#main/contract/fault.ts';
import type { KeptSources } from '../assistant/conversations/kept-sources.ts';

/** Gives a library that was made just now the sources that were kept, and keeps every later change of them. */
export function keepSources(library: Library, kept: KeptSources, log: Log): void {
  const keep = (): void => {
    try {
      kept.keep(library.sources.list());
    } catch (error) {
      // A full disk; what was kept before stays, and the next change or start tries again.
      if (!(error instanceof Fault)) throw error;
      log.error('sources-not-kept', { code: error.code });
    }
  };
  if (library.isNew) {
    for (const { path, rootId, state, rulesOff, patterns } of kept.list()) {
      const { sourceId } = library.sources.add(path, rootId);
      library.sources.setIgnoring(sourceId, { rulesOff, patterns });
      library.sources.setState(sourceId, state);
    }
  }
  keep();
  library.follow((change) => {
    if (change.type === 'sources-changed') keep();
  });
}
