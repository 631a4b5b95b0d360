import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '#main/contract/fault.ts';
import { type SearchMode, searchMode } from '#main/contract/search.ts';
import { catalogued, starterEmbedder } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type ForkedService, forkService } from '#models/runtime/forked-service.ts';
import { evalRetrieval, type RetrievalReport } from './retrieval.ts';
import { evalSecrets, type SecretsReport } from './secrets.ts';

const usage = `Usage: quipu eval retrieval DIR [--mode hybrid|keyword|vector] [--json]
       quipu eval secrets DIR [--json]`;

interface Asked {
  readonly what: 'retrieval' | 'secrets';
  readonly dir: string;
  readonly mode: SearchMode;
  readonly json: boolean;
}

const filesOf = {
  retrieval: ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'],
  secrets: ['positives.jsonl', 'negatives.jsonl'],
} as const;

/** `quipu eval …`: measures, prints, and returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runEval(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 2;
  }
  try {
    for (const file of filesOf[asked.what]) {
      if (!existsSync(join(asked.dir, file)))
        throw new Fault('path-missing', { path: join(asked.dir, file) });
    }
    if (asked.what === 'secrets') {
      const report = await evalSecrets(asked.dir);
      console.log(asked.json ? JSON.stringify(report) : secretsInWords(report));
    } else {
      const report = await measureRetrieval(asked);
      console.log(asked.json ? JSON.stringify(report) : inWords(report));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** What is asked, or what is wrong with it. */
function readArguments(args: readonly string[]): Asked | string {
  const [what, ...rest] = args;
  if (what === 'answers') return `eval ${what} is not there yet.\n${usage}`;
  if (what !== 'retrieval' && what !== 'secrets') return usage;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        ...(what === 'retrieval' ? { mode: { type: 'string' } as const } : {}),
        json: { type: 'boolean', default: false },
      },
    });
    const [dir, ...more] = positionals;
    const mode = searchMode.safeParse(values.mode ?? 'hybrid');
    if (dir === undefined || more.length > 0 || !mode.success) return usage;
    return { what, dir: resolve(dir), mode: mode.data, json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}

async function measureRetrieval({ dir, mode }: Asked): Promise<RetrievalReport> {
  const signal = new AbortController().signal;
  const cacheDir = join(modelsFolder(), '..', 'eval');
  if (mode === 'keyword') return evalRetrieval(dir, { mode, embedder: null, cacheDir, signal });
  const service = await forkService();
  try {
    const embedder = await openEmbedder(service, signal);
    return await evalRetrieval(dir, { mode, embedder, cacheDir, signal });
  } finally {
    await service.kill();
  }
}

async function openEmbedder({ port }: ForkedService, signal: AbortSignal): Promise<Embedder> {
  const path = join(modelsFolder(), catalogued(starterEmbedder)?.file ?? '');
  if (!existsSync(path)) throw new Fault('model-missing', { model: starterEmbedder });
  return createModelClient(port).embedder(path, signal);
}

function inWords({ set, mode, queries, ...figures }: RetrievalReport): string {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return `${set} (${mode}, ${queries} queries): ${parts.join(', ')}`;
}

function secretsInWords({
  set,
  positives,
  recall,
  recallByKind,
  negatives,
  wronglyWithheld,
}: SecretsReport): string {
  const kinds = Object.entries(recallByKind).map(([kind, share]) => `${kind} ${share}`);
  return [
    `${set}: recall ${recall} of ${positives} secrets (${kinds.join(', ')})`,
    `${set}: ${wronglyWithheld} of ${negatives} texts without secrets wrongly withheld`,
  ].join('\n');
}
