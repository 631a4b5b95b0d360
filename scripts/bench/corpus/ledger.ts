import { type Library, openLibrary } from '#indexer/store/library.ts';
import { rootAt } from '#indexer/watch/root.ts';
import { look } from '#indexer/watch/sighting.ts';

/** A library whose ledger has every file as read, through the store alone: what is measured is following, not reading. */
export async function fillLedger(libraryDir: string, dir: string, paths: readonly string[]): Promise<void> {
  const library = openLibrary(libraryDir);
  const { sourceId } = library.sources.add(dir, (await rootAt(dir)).rootId);
  for (let start = 0; start < paths.length; start += 1000) {
    const rows = await Promise.all(
      paths.slice(start, start + 1000).map((path) => settledRow(sourceId, path)),
    );
    library.files.replaceAll(rows);
  }
  library.close();
}

async function settledRow(
  sourceId: number,
  path: string,
): Promise<Parameters<Library['files']['replace']>[0]> {
  const sighting = await look(path);
  if (sighting.kind !== 'file') throw new Error(`${path} is not there`);
  return {
    ...{ sourceId, path, stat: sighting.stat, contentHash: null, parserId: null, parserVersion: null },
    ...{
      state: 'skipped',
      reason: 'unsupported-format',
      detail: null,
      documents: [],
      rules: { off: [], touched: [] },
    },
  };
}
