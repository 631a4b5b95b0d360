import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Ignoring } from '#main/contract/ignoring.ts';
import type { Status } from '#main/contract/sources.ts';
import { testPlace } from './testing/run-cli.ts';

// Each command line is a process or two, on cores that other tests use too.
vi.setConfig({ testTimeout: 120_000 });

const boiler =
  '# Boiler\n\nThe heating engineer replaced the boiler valve on Tuesday.\n\nIt cost 140 euros.\n';

interface SearchJson {
  readonly query: string;
  readonly plan: object;
  readonly tookMs: number;
  readonly hits: readonly Record<string, unknown>[];
}

describe('the command line on a library of its own', () => {
  it('adds, indexes, searches, answers, tells and forgets', async () => {
    const place = testPlace();
    const path = place.write('notes/Boiler.md', boiler);
    place.write('empty.md', '');
    await place.watch();
    expect(await place.json('add', place.files)).toMatchObject({ sources: [{ path: place.files }] });

    const indexed = await place.json<Status>('index');
    expect(indexed.files).toEqual({ indexed: 1, partly: 0, skipped: 1, failed: 0, pending: 0 });
    expect(indexed.reasons).toEqual([{ reason: 'empty', count: 1 }]);

    const found = await place.json<SearchJson>('search', 'boiler valve', '--limit', '3');
    expect(Object.keys(found)).toEqual(['query', 'plan', 'tookMs', 'hits']);
    expect(found.hits[0]).toMatchObject({ path, kind: 'note', title: 'Boiler' });
    expect(Object.keys(found.hits[0] ?? {}).sort()).toEqual(
      [
        'score',
        'copies',
        'also',
        'documentId',
        'kind',
        'title',
        'path',
        'date',
        'people',
        'place',
        'start',
        'end',
        'text',
      ].sort(),
    );
    expect((await place.json<SearchJson>('search', 'boiler', '--kind', 'mail')).hits).toEqual([]);
    expect(await place.json('search', 'bolier valve')).toMatchObject({ corrected: 'boiler valve' });

    const answer = await place.json<Record<string, unknown>>('ask', 'What did the boiler valve cost?');
    expect(Object.keys(answer)).toEqual([
      ...['question', 'plan', 'answer', 'sentences', 'citations', 'computed', 'model', 'timings'],
    ]);
    expect(answer).toMatchObject({ model: null, citations: [{ n: 1, path }] });
    expect(String(answer['answer'])).toContain('140 euros');

    const status = await place.json<Status>('status');
    expect(status).toMatchObject({ documents: 1, embedded: 0, sources: [{ path: place.files }] });
    const { stdout } = await place.quipu('status', '--files', '--json');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        path: join(place.files, 'empty.md'),
        state: 'skipped',
        reason: 'empty',
        documents: 0,
        chunks: 0,
        withheld: 0,
      },
      { path, state: 'indexed', reason: null, documents: 1, chunks: expect.any(Number), withheld: 0 },
    ]);

    expect(await place.json('why', path)).toMatchObject({ verdict: 'found', file: { documents: 1 } });
    const told = await place.quipu('why', join(place.files, '.git', 'config'));
    expect(told.stdout).toContain(`${join(place.files, '.git')} is left out by the rule “version control”.`);

    const ignored = await place.json<Ignoring>('ignore', '1', '--add', 'empty*', '--rule', 'hidden=off');
    expect(ignored).toMatchObject({ patterns: ['empty*'], files: [] });
    expect(ignored.rules).toContainEqual(expect.objectContaining({ id: 'hidden', on: false }));
    expect((await place.json<Status>('status')).reasons).toEqual([]);
    const listed = await place.quipu('ignore', place.files, '--remove', 'empty*', '--rule', 'hidden=on');
    expect(listed.stdout).toMatch(/on +hidden +hidden files and folders\n/);

    const letIn = ['ignore', '1', '--rule', 'secrets=off'] as const;
    const refused = await place.quipu(...letIn);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('secrets=off needs --yes as well. Passwords, keys and recovery codes');
    expect((await place.quipu(...letIn, '--yes')).stdout).toMatch(/off +secrets +passwords/);
    const again = await place.quipu('ignore', '1', '--rule', 'secrets=on');
    expect(again.stdout).toContain('What the library has of them leaves it for good');

    expect(await place.json('retry', '--reason', 'empty')).toMatchObject({ retried: 1 });
    expect((await place.quipu('retry', path)).stdout).toBe(
      `1 file was read again.\n${path}: It is indexed: search finds it.\n`,
    );

    expect(await place.json('forget', place.files)).toEqual({ source: place.files, documents: 1 });
    expect(await place.json<Status>('status')).toMatchObject({ sources: [], documents: 0, chunks: 0 });
  });

  it('says of a place that a source covers that it is there already', async () => {
    const place = testPlace();
    place.write('notes/Boiler.md', boiler);
    const add = async (path: string) => (await place.quipu('add', path)).stdout.split('\n')[0];
    const notes = join(place.files, 'notes');
    expect(await add(place.files)).toBe(`Added ${place.files} as source 1.`);
    expect(await add(place.files)).toBe(`${place.files} is source 1 already.`);
    expect(await add(notes)).toBe(`${notes} is covered already by source 1, ${place.files}.`);
  });

  it('says the same to a person, without control characters out of files', async () => {
    const place = testPlace();
    place.write('Trap.md', `# Trap \u001b[31m\n\nThe \u001b]0;owned\u0007 boiler trap.\n`);
    await place.quipu('add', place.files);
    expect((await place.quipu('index')).stdout).toContain('Files: 1 indexed, 0 partly');
    const { stdout, stderr } = await place.quipu('search', 'boiler');
    expect(stdout).toContain('line');
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it.skipIf(process.platform === 'win32')(
    'a name is one line wherever it is shown, and can be told',
    async () => {
      const place = testPlace();
      const name = 'a\u001b[2J\nfailed   forged.md';
      const shown = 'a\\u001b[2J\\nfailed   forged.md';
      place.write(name, 'A boiler without a heading.');
      await place.watch();
      const files = await place.quipu('status', '--files');
      expect(files.stdout).toBe(`indexed  ${join(place.files, shown)}\n`);
      for (const args of [
        ['search', 'boiler'],
        ['ask', 'Where is the boiler?', '--no-model'],
        ['text', join(place.files, name)],
        ['add', join(place.files, `${name}.gone`)],
      ]) {
        const { stdout, stderr } = await place.quipu(...args);
        expect(stdout + stderr).toContain(join(place.files, shown));
        expect(stdout + stderr).not.toContain('\u001b');
        expect(stdout + stderr).not.toMatch(/^failed/m);
      }
    },
  );

  it('keeps everything for this user alone', async () => {
    const place = testPlace();
    await place.json('status');
    expect(statSync(place.library).mode & 0o777).toBe(0o700);
    expect(statSync(join(place.library, 'library.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.library, 'conversations.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.library, 'logs', 'engine.log')).mode & 0o777).toBe(0o600);
  });
});

describe('what goes wrong is one line and an exit code', () => {
  const oneLine = /^[^\n]+\n$/;

  it('wrong usage is 2', async () => {
    const place = testPlace();
    for (const args of [
      ['search', 'x', '--limt', '3'],
      ['search', 'x', '--limit', 'many'],
      ['search', 'x', '--mode', 'psychic'],
      ['search', 'x', '--after', 'yesterday'],
      ['search', 'x', '--after', '2024-02-31'],
      ['search', 'x', '--before', '2023-02-29T10:00'],
      ['search', 'x'.repeat(10_001)],
      ['ask', 'x'.repeat(10_001)],
      ['text', ''],
      ['text', place.files],
      ['add', ''],
      ['--library'],
      ['search'],
      ['models', 'steal'],
      ['models', 'catalog', 'qwen3-4b'],
      ['models', 'catalog', '--role', 'poet'],
      ['ignore', '1', '--rule', 'hidden'],
      ['ignore', '1', '--add', '**/a/**/b/**/c'],
      ['retry', '--reason', 'boredom'],
      ['retry', 'x', '--reason', 'empty'],
      ['fly'],
      [],
    ]) {
      const ran = await place.quipu(...args);
      expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(ran.stderr).toMatch(oneLine);
    }
  });

  it('help is no failure, and is the same as a word and as an option', async () => {
    const place = testPlace();
    const overview = await place.quipu('--help');
    expect(await place.quipu('help')).toEqual(overview);
    expect(overview).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['search QUERY', 'models list', 'eval retrieval DIR', 'bench [NAME…]'])
      expect(overview.stdout).toContain(`\n  ${name}`);
    expect(await place.quipu('help', 'search')).toEqual(await place.quipu('search', '--help'));
  });

  it('a wrong path, source or model is 1', async () => {
    const place = testPlace();
    const loop = join(place.dir, 'loop');
    symlinkSync('loop', loop);
    await place.watch();
    for (const [args, told] of [
      [['add', '/no/such/folder'], '/no/such/folder does not exist'],
      [['text', join(place.files, 'gone.md')], 'gone.md does not exist'],
      [['text', loop], 'leads nowhere or in a circle'],
      [['add', loop], 'leads nowhere or in a circle'],
      [['forget', '17'], 'was not found'],
      [['ignore', '1', '--rule', 'boredom=on'], 'The rule “boredom” was not found'],
      [['retry', '/no/such/file'], 'there is nothing to read again'],
      [['models', 'use', 'gpt-9'], 'no model called gpt-9'],
      [['models', 'use', 'qwen3-8b'], 'Get it with: quipu models get qwen3-8b'],
      [['models', 'get', 'gpt-9'], 'no model called gpt-9'],
      [['models', 'get', 'bge-reranker-v2-m3'], 'no use for a reranker yet'],
      [['search', 'x', '--mode', 'vector'], 'model'],
    ] as const) {
      const ran = await place.quipu(...args);
      expect({ args, code: ran.code }).toEqual({ args, code: 1 });
      expect(ran.stderr).toMatch(oneLine);
      expect(ran.stderr).toContain(told);
    }
  });

  it.runIf(existsSync('/proc/self'))('a library where nothing can be made is 1', async () => {
    const ran = await testPlace().quipu('status', '--library', '/proc/foo');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^The library folder \/proc\/foo cannot be written\.[^\n]+\n$/);
  });

  it('what is on offer is told by family, each with how it runs and what its licence allows', async () => {
    const place = testPlace();
    interface Offers {
      models: { id: string; family: string; fit: { why: string }; licence: { words: string } }[];
    }
    const { models } = await place.json<Offers>('models', 'catalog', '--family', 'llama 2');
    expect(models.map(({ id }) => id).sort()).toEqual(['llama-2-13b-chat', 'llama-2-7b-chat']);
    for (const { fit, licence } of models) expect([fit.why, licence.words].join(' ')).toMatch(/^.+\. .+\.$/);
    const told = await place.quipu('models', 'catalog', '--family', 'llama 2');
    expect(told.stdout).toContain('llama-2-7b-chat');
    expect((await place.quipu('models', 'list')).stdout).toContain('No model is on this computer');
  });

  it('a damaged model file is named, and search goes on by words', async () => {
    const models = mkdtempSync(join(tmpdir(), 'quipu-models-'));
    onTestFinished(() => rmSync(models, { recursive: true, force: true }));
    writeFileSync(join(models, 'all-MiniLM-L6-v2.Q8_0.gguf'), 'GGUF and then nothing');
    const place = testPlace(models);
    place.write('Boiler.md', boiler);
    await place.watch();
    expect((await place.json<SearchJson>('search', 'boiler')).hits).toHaveLength(1);
    const byMeaning = await place.quipu('search', 'boiler', '--mode', 'vector');
    expect(byMeaning.code).toBe(1);
    expect(byMeaning.stderr).toMatch(/is damaged.*Delete it and get the model again\.\n$/);
  });

  it.each([
    ['library.db', /^The library at .* was written by a newer Quipu\..*\n$/],
    ['conversations.db', /^Your conversations in .*conversations\.db were written by a newer Quipu\..*\n$/],
  ])('a newer %s is named as such and left as it is', async (name, said) => {
    const place = testPlace();
    await place.json('status');
    const db = new Database(join(place.library, name));
    db.pragma('user_version = 9999');
    db.close();
    const refused = await place.quipu('status');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(said);
  });

  it('the pace of the background work is kept, and indexing that is asked for does not wait', async () => {
    const place = testPlace();
    place.write('Boiler.md', boiler);
    await place.quipu('add', place.files);
    const words = ['--only-when-idle', 'on', '--not-on-battery', 'on', '--pause', '2h'];
    expect(await place.json('pace', ...words)).toMatchObject({ onlyWhenIdle: true, notOnBattery: true });
    const shown = (await place.quipu('pace')).stdout;
    expect(shown).toContain('on   only while nobody uses the computer');
    expect(shown).toMatch(/on {3}not before \d/);
    expect(await place.json('index')).toMatchObject({ files: { indexed: 1, pending: 0 } });
    expect(await place.json('pace', '--resume')).toMatchObject({ onlyWhenIdle: true, pausedUntil: null });
    expect((await place.quipu('pace', '--pause', 'soon')).code).toBe(2);
  });

  it('a damaged library is set aside and built anew from the same sources', async () => {
    const place = testPlace();
    place.write('Boiler.md', boiler);
    await place.quipu('add', place.files);
    await place.quipu('index');
    writeFileSync(
      join(place.library, 'library.db'),
      'this is no database, whatever its name says. '.repeat(50),
    );
    const indexed = await place.quipu('index');
    expect(indexed.code).toBe(0);
    expect(indexed.stderr).toMatch(/^The index was damaged\. It is being built anew from your files; .*\n$/m);
    expect((await place.json<SearchJson>('search', 'boiler')).hits).toHaveLength(1);
  });

  it('an engine that meets damage starts again and goes on', async () => {
    const place = testPlace();
    for (let n = 0; n < 60; n++) place.write(`${n}.md`, `# Note ${n}\n\n${'some words here '.repeat(400)}`);
    await place.quipu('add', place.files);
    await place.quipu('index');
    const bytes = readFileSync(join(place.library, 'library.db'));
    writeFileSync(join(place.library, 'library.db'), bytes.fill(0xa5, 400_000));
    const indexed = await place.quipu('index');
    const again = indexed.code === 0 ? indexed : await place.quipu('index');
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('The index was damaged.') });
    expect(await place.json('status')).toMatchObject({ files: { indexed: 60, pending: 0 } });
  });
});
