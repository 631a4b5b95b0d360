import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSearch, type Search } from '#indexer/search/search.ts';
import { searchInput } from '#main/contract/search.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type ForkedService, forkService } from '#models/runtime/forked-service.ts';
import { type OpenSample, openSample } from './open-sample.ts';
import { languageQuestions } from './questions/languages.ts';

const e5Path = fileURLToPath(
  new URL('../../../../shared/models/multilingual-e5-small.Q4.gguf', import.meta.url),
);
const { signal } = new AbortController();
/** Reading and embedding the sample library on two busy cores. */
const longMs = 900_000;
/** Passages an answer is drawn from. */
const shown = 24;
const sharedAtLeast = 0.9;

describe.skipIf(!existsSync(e5Path))(
  'a multilingual embedder over the sample library (skipped where ../shared/models is not)',
  () => {
    let service: ForkedService;
    let sample: OpenSample;
    let search: Search;
    let embedder: Embedder;
    const cacheDir = mkdtempSync(join(tmpdir(), 'quipu-two-languages-'));

    beforeAll(async () => {
      service = await forkService();
      embedder = await createModelClient(service.port).embedder(e5Path, signal);
      sample = await openSample({ embedder, chat: null, today: new Date(), signal, cacheDir });
      search = createSearch(sample.asking.library);
    }, longMs);
    afterAll(async () => {
      sample?.close();
      await service?.kill();
      rmSync(cacheDir, { recursive: true });
    });

    /** The rank of the first passage from one of the files that answer; 0 where there is none. */
    const rankOf = async (question: string, cites: readonly string[]): Promise<number> => {
      const hits = await search.search(
        searchInput.parse({ query: question, limit: shown }),
        embedder,
        signal,
      );
      return hits.findIndex(({ path }) => cites.includes(sample.inSample(path))) + 1;
    };

    it(
      'finds what is written in another language than the question, both ways',
      async () => {
        const ranks = new Map<string, number>();
        for (const { question, gold } of languageQuestions)
          if (gold.kind === 'told') ranks.set(question, await rankOf(question, gold.cites));
        const missed = [...ranks].filter(([, rank]) => rank === 0).map(([question]) => question);
        expect(ranks.size).toBeGreaterThanOrEqual(14);
        expect(missed.length, missed.join('\n')).toBeLessThanOrEqual((1 - sharedAtLeast) * ranks.size);
        // Of each way some are found at once.
        const first = [...ranks].filter(([, rank]) => rank > 0 && rank <= 3).map(([question]) => question);
        expect(first.some((question) => /^(?:Wie|Wer|Was|Wann|Worauf)/.test(question))).toBe(true);
        expect(first.some((question) => question.startsWith('¿'))).toBe(true);
        expect(first.some((question) => /^(?:How|Which)/.test(question))).toBe(true);
      },
      longMs,
    );
  },
);
