import { startParsers } from '#indexer/pipeline/testing/indexing.ts';
import { operateAtRandom } from '#indexer/pipeline/testing/random-operations.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { createModelClient } from '#models/client.ts';
import { forkService } from '#models/runtime/forked-service.ts';

/** Changes a tree at random while it is indexed: `operations [SEEDS] [OPERATIONS]`. Half of all events are lost. */
export async function tortureByOperations([
  seeds = '10',
  count = '10000',
]: readonly string[]): Promise<boolean> {
  const pool = startParsers(2);
  const path = findModel(starterEmbedder);
  const service = path === null ? null : await forkService();
  const client = service === null ? null : createModelClient(service.port);
  let problems = 0;
  try {
    const embedder =
      client === null || path === null ? null : await client.embedder(path, new AbortController().signal);
    for (let seed = 1; seed <= Number(seeds); seed++) {
      const outcome = await operateAtRandom({
        ...{ pool, embedder, random: randomFrom(seed), operations: Number(count), restarts: 20, lost: 0.5 },
      });
      console.log(
        `seed ${seed}: ${count} operations, ${outcome.files} files, ${outcome.embedded} texts embedded, ${outcome.problems.length} problems`,
      );
      for (const problem of outcome.problems.slice(0, 10)) console.log(`  ${problem}`);
      problems += outcome.problems.length;
    }
  } finally {
    await service?.kill();
    await pool.close();
  }
  return problems === 0;
}
