import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AskEvent } from '#main/contract/ask.ts';
import { openLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import { connectEngine, type EngineClient, openSocket } from '#main/hosts/services/socket/connect.ts';
import { type EngineSocket, serveSocket } from '#main/hosts/services/socket/serve.ts';
import { writeGguf } from '#models/download/convert/write-gguf.ts';
import { unknownComputer } from './computer/computer.ts';
import { type Engine, openEngine } from './engine.ts';

const dir = mkdtempSync(join(tmpdir(), 'quipu-router-'));
const address = join(dir, 'engine.sock');
const files = join(dir, 'files');
const log = openLog(join(dir, 'logs'), 'engine');
const opened: string[] = [];
let engine: Engine;
let socket: EngineSocket;
let client: EngineClient;

const tinyModel = writeGguf(
  [
    ['general.architecture', { type: 'string', value: 'llama' }],
    ['general.name', { type: 'string', value: 'Tiny' }],
    ['general.license', { type: 'string', value: 'mit' }],
  ],
  [{ name: 'token_embd.weight', dimensions: [32, 2], encoding: 'f32', bytes: new Uint8Array(256) }],
);

/** A connection of its own, closed with the tests. */
async function connected(): Promise<EngineClient> {
  const connection = await connectEngine(address);
  if (connection === null) throw new Error('nobody listens');
  return connection.client;
}

beforeAll(async () => {
  mkdirSync(files);
  writeFileSync(join(files, 'a.md'), '# Otters\n\nOtters sleep in the river.\n');
  writeFileSync(join(files, 'page.html'), '<p>Badgers sleep in the earth.</p>');
  engine = openEngine({
    folders: { library: join(dir, 'library'), logs: join(dir, 'logs'), models: [join(dir, 'models')] },
    spawner: createNodeSpawner(log),
    computer: unknownComputer,
    log,
    openFile: async (path) => void opened.push(path),
    onDamage: () => undefined,
  });
  const handler = new RPCHandler(engine.router);
  socket = await serveSocket(address, (front) => void handler.upgrade(front), log);
  client = await connected();
  await client.sources.add({ path: files });
  await client.sources.settle();
});
afterAll(async () => {
  await socket.close();
  await engine.close();
  await log.close();
  rmSync(dir, { recursive: true, force: true });
});

async function documentId(query: string): Promise<number> {
  const { hits } = await client.search({ query });
  return hits[0]?.documentId ?? 0;
}

describe('the contract over the local socket', () => {
  it('places of this computer are suggested by their names, told apart from those that are added', async () => {
    const home = join(dir, 'home');
    mkdirSync(join(home, 'Downloads'), { recursive: true });
    writeFileSync(join(home, 'Downloads', 'All mail.mbox'), 'From ');
    symlinkSync(files, join(home, 'Documents'));
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'none'));
    vi.stubEnv('XDG_DATA_HOME', join(home, 'none'));
    onTestFinished(() => void vi.unstubAllEnvs());
    const places = await Array.fromAsync(await client.sources.suggested());
    expect(places.map(({ path, isAdded }) => [path, isAdded])).toEqual([
      [files, true],
      [join(home, 'Downloads', 'All mail.mbox'), false],
    ]);
  });

  it('says where everything lies and how large it is, and that nothing used the network', async () => {
    const { downloads, places: all } = await client.privacy();
    // What the program made for its own start lies where it lies on this computer.
    const places = all.filter(({ holds }) => holds !== 'program');
    expect(downloads).toEqual([]);
    expect(places.map(({ holds }) => holds)).toEqual(['index', 'conversations', 'logs']);
    for (const { path, bytes } of places) expect([path.startsWith(dir), bytes > 0]).toEqual([true, true]);
  });

  it('a document is read, and opened where its kind is safe', async () => {
    const otters = await documentId('otters');
    expect((await client.documents.read({ documentId: otters })).text).toContain(
      'Otters sleep in the river.',
    );
    expect(await client.documents.open({ documentId: otters })).toEqual({ opened: true });
    await expect(client.documents.open({ documentId: await documentId('badgers') })).rejects.toMatchObject({
      code: 'kind-not-opened',
    });
    expect(opened).toEqual([join(files, 'a.md')]);
  });

  it('an answer streams its events, ends in a conversation that is kept, and can be left', async () => {
    const events: AskEvent[] = [];
    for await (const event of await client.ask({ question: 'Where do otters sleep?' })) events.push(event);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['started', 'plan', 'hits', 'instant']),
    );
    const last = events.at(-1);
    expect(last?.type === 'done' && last.answer.citations[0]?.quote).toContain('Otters sleep in the river.');
    const [kept] = await client.conversations.list();
    expect(await client.conversations.remove({ conversationId: kept?.conversationId ?? 0 })).toEqual({
      removed: true,
      goesAt: expect.any(String),
    });

    for await (const _event of await client.ask({ question: 'Where do otters sleep?' })) break;
    for await (const progress of await client.sources.progress()) {
      expect(progress.phase).toBe('idle');
      break;
    }
  });

  it('settings and models are one: what is chosen is there', async () => {
    expect(await client.settings.change({ theme: 'dark', chat: null })).toMatchObject({
      theme: 'dark',
      chat: null,
    });
    expect((await client.models.list()).find(({ role }) => role === 'chat')).toMatchObject({ inUse: false });
    await expect(client.models.use({ role: 'chat', modelId: 'smollm2-135m-instruct' })).rejects.toMatchObject(
      {
        code: 'model-missing',
      },
    );
    await expect(client.models.use({ role: 'chat', modelId: '../../etc/passwd.gguf' })).rejects.toMatchObject(
      {
        code: 'model-unknown',
      },
    );
  });

  it('a model file of one’s own is used where it lies, and stays there when it is let go', async () => {
    const path = join(dir, 'elsewhere', 'tiny.gguf');
    mkdirSync(join(dir, 'elsewhere'));
    writeFileSync(path, tinyModel);
    const { modelId, models } = await client.models.add({ path });
    const own = { id: 'tiny.gguf', name: 'Tiny', role: 'chat', licence: 'mit', own: true, path };
    expect(models.find(({ id }) => id === modelId)).toMatchObject({ ...own, inUse: false });
    expect((await client.models.add({ path })).models).toEqual(models);
    expect(await client.models.use({ role: 'chat', modelId })).toContainEqual(
      expect.objectContaining({ ...own, inUse: true }),
    );
    const same = join(dir, 'tiny.gguf');
    writeFileSync(same, tinyModel);
    await expect(client.models.add({ path: same })).rejects.toMatchObject({ code: 'bad-input' });
    expect((await client.models.remove({ modelId })).map(({ id }) => id)).not.toContain(modelId);
    expect(readFileSync(path)).toEqual(Buffer.from(tinyModel));
    expect((await client.settings.read()).chat).toBeNull();
    await expect(client.models.remove({ modelId })).rejects.toMatchObject({ code: 'model-unknown' });
  });

  it('a model of Ollama, whose file has no name of its own, is used by its blob', async () => {
    const path = join(dir, 'elsewhere', `sha256-${'a'.repeat(64)}`);
    writeFileSync(path, tinyModel);
    const { modelId } = await client.models.add({ path });
    const models = await client.models.use({ role: 'chat', modelId });
    expect(models).toContainEqual(expect.objectContaining({ name: 'Tiny', path, inUse: true }));
    await client.models.remove({ modelId });
    expect(existsSync(path)).toBe(true);
  });

  it('a model file that was put into the models folder is offered, and deleted when it is removed', async () => {
    const path = join(dir, 'models', 'placed.gguf');
    mkdirSync(join(dir, 'models'), { recursive: true });
    writeFileSync(path, tinyModel);
    writeFileSync(join(dir, 'models', 'broken.gguf'), tinyModel.slice(0, 100));
    const ids = (await client.models.list()).map(({ id }) => id);
    expect(ids).toContain('placed.gguf');
    expect(ids).not.toContain('broken.gguf');
    await client.models.remove({ modelId: 'placed.gguf' });
    expect(existsSync(path)).toBe(false);
  });

  it('a file that is no whole model is refused, and settings cannot bring one in', async () => {
    const path = join(dir, 'cut.gguf');
    writeFileSync(path, tinyModel.slice(0, -1));
    await expect(client.models.add({ path })).rejects.toMatchObject({ code: 'model-damaged' });
    await expect(client.models.add({ path: join(dir, 'gone.gguf') })).rejects.toMatchObject({
      code: 'model-missing',
    });
    const change = { modelFiles: [path] } as Parameters<typeof client.settings.change>[0];
    expect((await client.settings.change(change)).modelFiles).toEqual([]);
  });

  it('what is on offer is told with how it runs here, and what has no use is not fetched', async () => {
    const { computer, models } = await client.models.catalogue();
    expect(computer.memoryBytes).toBeGreaterThan(0);
    expect(models.map(({ role }) => role)).toEqual(expect.arrayContaining(['chat', 'embedder', 'reranker']));
    for (const role of ['chat', 'embedder']) {
      const recommended = models.filter((model) => model.role === role && model.recommended !== null);
      expect(recommended.length, 'at most one').toBeLessThan(2);
      if (recommended[0] !== undefined)
        expect(models.find((model) => model.role === role)).toBe(recommended[0]);
    }
    const reranker = models.find(({ role }) => role === 'reranker')?.id ?? '';
    const getting = async () => {
      for await (const _ of await client.models.get({ modelId: reranker })) break;
    };
    await expect(getting()).rejects.toMatchObject({ code: 'bad-input' });
    await expect(client.models.use({ role: 'chat', modelId: reranker })).rejects.toMatchObject({
      code: 'model-missing',
    });
    const kept = (await client.settings.read()).speed;
    expect((await client.models.catalogue()).models.map(({ fit }) => fit)).toEqual(
      models.map(({ fit }) => fit),
    );
    expect((await client.settings.read()).speed).toEqual(kept);
  });

  it('failures keep their code and say which field was wrong, not what it held', async () => {
    await expect(client.sources.pause({ sourceId: 99 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.sources.add({ path: 'relative' })).rejects.toMatchObject({
      code: 'path-not-whole',
    });
    await expect(client.sources.add({ path: join(dir, 'library') })).rejects.toMatchObject({
      code: 'path-is-library',
    });
    await expect(client.search({ query: 'zanzibar', limit: -5 })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.not.stringContaining('zanzibar'),
    });
    await expect(client.search({ query: 'x'.repeat(10_001) })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(client.documents.read({ documentId: 4242 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a source', () => {
  it('is added by its path as it is typed or pasted, and only once', async () => {
    vi.stubEnv('HOME', dir);
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const path of [files, ` "${files}" `, `'${files}'`, '~/files'])
      expect(await client.sources.add({ path })).toMatchObject({ isNew: false, path: files });
  });
});

describe('frames that no front end sends', () => {
  const request = (body: unknown, url = '/search'): string =>
    JSON.stringify({ i: '1', t: 1, p: { u: url, b: body, m: 'POST' } });

  const frames: readonly (string | Buffer)[] = [
    '',
    'not json',
    '{',
    'null',
    '[]',
    '{"i":{}}',
    '{"i":"1","t":9}',
    '{"i":"1","t":3,"p":{"e":"message","d":1}}',
    '{"i":"1","t":1}',
    Buffer.from([0xff, 0xff, 0x00, 0x01]),
    Buffer.alloc(1000, 0xff),
    request({ json: { query: 'x' }, meta: [[1, '__proto__']] }),
    request({ json: { query: 'x' }, meta: [[5, 'query']] }),
    request({ json: { query: 'x' }, maps: [['query']] }),
    request({ json: JSON.parse('{"__proto__":{"query":"x"},"constructor":{"prototype":{}}}') }),
    request({ json: { query: { toString: 'x' } } }),
    request('text'),
    request({}, '/../../search'),
    request({}, '/__proto__/constructor'),
    request({}, '/sources/__proto__'),
    request({}, 'http://elsewhere.example/search'),
    request({}, '\u0000'),
    `${request({ json: 1 }).slice(0, -3)}${'['.repeat(100_000)}`,
    `{"i":"1","t":1,"p":{"u":"/search","b":{"json":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}`,
  ];

  it('are survived, each of them, by the engine and by the connection of another', async () => {
    // oRPC prints what it cannot read; in an engine that goes to stderr, of which the log keeps the frames alone.
    const printing = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => printing.mockRestore());
    for (const frame of frames) {
      const raw = await openSocket(address);
      raw?.send(frame);
      const ended = new Promise((resolve) => raw?.once('close', resolve));
      await client.settings.read();
      raw?.close();
      await ended;
    }
    expect({}).not.toHaveProperty('query');
    expect((await client.search({ query: 'otters' })).hits).toHaveLength(1);
  });

  it('a huge one ends its own connection', async () => {
    const raw = await openSocket(address);
    const closed = new Promise((resolve) => raw?.once('close', resolve));
    raw?.send('x'.repeat(10_000_000));
    expect(await closed).toBe(1009);
    expect(await client.sources.list()).toHaveLength(1);
  });

  it('nothing of any of this is in the log', async () => {
    await log.close();
    expect(readFileSync(log.path, 'utf8')).not.toMatch(/otter|badger|zanzibar|river/i);
  });
});
