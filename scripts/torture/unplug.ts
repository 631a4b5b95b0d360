import { startParsers } from '#indexer/pipeline/testing/indexing.ts';
import { unplug } from '#indexer/pipeline/testing/unplug.ts';
import { waysToUnplug } from '#indexer/pipeline/testing/ways-to-unplug.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { createModelClient } from '#models/client.ts';
import { forkService } from '#models/runtime/forked-service.ts';

/** Unplugs the root of a source in every way that can be tried here: `unplug [FILES]`. */
export async function tortureByUnplugging([files = '200']: readonly string[]): Promise<boolean> {
  const pool = startParsers(2);
  const path = findModel(starterEmbedder);
  const service = path === null ? null : await forkService();
  const client = service === null ? null : createModelClient(service.port);
  let failed = 0;
  try {
    const embedder =
      client === null || path === null ? null : await client.embedder(path, new AbortController().signal);
    console.log(`${files} files, embedder ${embedder?.modelId ?? 'none: nothing is said of embeddings'}`);
    for (const way of waysToUnplug()) {
      if (way.cannot !== null) {
        console.log(`skipped  ${way.name}: ${way.cannot}`);
        continue;
      }
      const problems = await unplug({ pool, embedder, way, files: Number(files) });
      const outcome = problems.length === 0 ? 'held    ' : 'FAILED  ';
      console.log(
        `${outcome} ${way.name}: ${problems.join('; ') || '0 rows deleted, 0 texts embedded again'}`,
      );
      failed += Math.sign(problems.length);
    }
  } finally {
    await service?.kill();
    await pool.close();
  }
  return failed === 0;
}
