import type { Library } from '#indexer/store/library.ts';
import type { KeptSources } from '../assistant/conversations/kept-sources.ts';

/** Gives a library that was made just now the sources that were kept, and keeps every later change of them. */
export function keepSources(library: Library, kept: KeptSources): void {
  if (library.isNew) {
    for (const { path, rootId, state, rulesOff, patterns } of kept.list()) {
      const { sourceId } = library.sources.add(path, rootId);
      library.sources.setIgnoring(sourceId, { rulesOff, patterns });
      library.sources.setState(sourceId, state);
    }
  }
  kept.keep(library.sources.list());
  library.follow((change) => {
    if (change.type === 'sources-changed') kept.keep(library.sources.list());
  });
}
