import { mkdirSync, renameSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type ForkedService, forkService } from '#models/runtime/forked-service.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const path = findModel(starterEmbedder) ?? '';
const never = new AbortController().signal;
const pool = startParsers();

/** The model service as the engine has it: started when it is asked for, and again after it has died. */
let service: ForkedService | null = null;
let loaded: Promise<Embedder> | null = null;
let isInstalled = true;

async function embedder(): Promise<Embedder | null> {
  if (!isInstalled) return null;
  if (service === null) {
    const started = await forkService();
    service = started;
    loaded = createModelClient(started.port).embedder(path, never);
    started.port.on('close', () => {
      if (service === started) service = null;
    });
  }
  return loaded;
}

let at: Indexing;
let embedded: number[];

function follow(): void {
  at.library.follow((change) => {
    if (change.type === 'embedded') embedded.push(...change.chunkIds);
  });
}

beforeEach(() => {
  isInstalled = true;
  embedded = [];
  at = startIndexing(pool, { embedder });
  follow();
});
afterEach(() => at.close());
afterAll(async () => {
  service?.kill();
  await pool.close();
});

const idle = () => at.indexer.whenIdle(AbortSignal.timeout(120_000));
const topics = ['rowing', 'cheese', 'glaciers', 'chess', 'beehives', 'tramways'];

function writeNotes(count: number): void {
  for (let n = 0; n < count; n++) at.write(`${n}.md`, `# Note ${n}\n\nAbout ${topics[n % 6]}, number ${n}.`);
}

describe('embedding', () => {
  it('follows the reading, and what is embedded is never embedded again', async () => {
    writeNotes(60);
    await at.indexer.add(at.folder);
    await idle();
    expect(at.indexer.current()).toMatchObject({
      phase: 'idle',
      chunksEmbedded: 60,
      chunksTotal: 60,
      notice: null,
    });
    at.write('60.md', 'One more note, about lighthouses.');
    await expect.poll(() => at.finds('lighthouses')).toEqual(['60.md']);
    await idle();
    expect(embedded).toHaveLength(61);
    await at.restart(() => {
      mkdirSync(at.path('moved'));
      for (let n = 0; n < 20; n++) renameSync(at.path(`${n}.md`), at.path(`moved/${n}.md`));
    });
    follow();
    await idle();
    expect(at.finds('rowing').filter((name) => name.startsWith('moved/'))).not.toEqual([]);
    expect(at.indexer.current()).toMatchObject({ chunksEmbedded: 61, chunksTotal: 61 });
    expect(embedded).toHaveLength(61);
  });

  it('says that no embedder is there, and fills in when one is', async () => {
    isInstalled = false;
    writeNotes(10);
    await at.indexer.add(at.folder);
    await idle();
    expect(at.finds('cheese')).toHaveLength(2);
    expect(at.indexer.current()).toMatchObject({ phase: 'idle', chunksEmbedded: 0, chunksTotal: 10 });
    expect(at.indexer.current().notice).toContain('No embedder');
    isInstalled = true;
    at.indexer.embedderChanged();
    await idle();
    expect(at.indexer.current()).toMatchObject({ chunksEmbedded: 10, chunksTotal: 10, notice: null });
  });

  it('goes on where it was after the model service was killed', async () => {
    writeNotes(400);
    await at.indexer.add(at.folder);
    await expect.poll(() => embedded.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
    service?.kill();
    await expect.poll(() => at.events.includes('embedding-failed'), { timeout: 60_000 }).toBe(true);
    await idle();
    expect(at.indexer.current()).toMatchObject({ chunksEmbedded: 400, chunksTotal: 400, notice: null });
    expect(embedded).toHaveLength(400);
  });
});
