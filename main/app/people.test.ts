import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import { unknownComputer } from './computer/computer.ts';
import { type Engine, openEngine } from './engine.ts';

const dir = mkdtempSync(join(tmpdir(), 'quipu-people-'));
const files = join(dir, 'files');
const log = openLog(join(dir, 'logs'), 'engine');
let engine: Engine;

function open(): void {
  engine = openEngine({
    folders: { library: join(dir, 'library'), logs: join(dir, 'logs'), models: [join(dir, 'models')] },
    spawner: createNodeSpawner(log),
    computer: unknownComputer,
    log,
    openFile: async () => undefined,
    onDamage: () => undefined,
  });
}

const client = () => createRouterClient(engine.router);
const namesOf = async () => (await client().people.list({})).people.map(({ name }) => name).sort();
const mailsOf = async (question: string) =>
  (await client().search({ query: question, filter: { people: [question] } })).hits.length;

beforeAll(async () => {
  mkdirSync(files);
  const mail = (name: string, from: string): void =>
    writeFileSync(
      join(files, name),
      `From: ${from}\nTo: bo@b.org\nSubject: Quinces\nDate: Mon, 3 Mar 2025 10:00:00 +0000\nMessage-ID: <${name}@a>\n\nAbout the quinces, ${name}.\n`,
    );
  mail('1.eml', 'Ana Berg <ana@a.org>');
  mail('2.eml', 'Ana Berg <ana@firm.org>');
  mail('3.eml', 'Mum <mum@a.org>');
  open();
  await client().sources.add({ path: files });
  await client().sources.settle();
});
afterAll(async () => {
  await engine.close();
  await log.close();
  rmSync(dir, { recursive: true, force: true });
});

it('a person is joined, split and put back as before, and search follows at once', async () => {
  expect(await namesOf()).toEqual(['Ana Berg', 'Mum', 'bo@b.org']);
  expect(await mailsOf('mum@a.org')).toBe(1);
  const joined = await client().people.join({ people: ['Ana Berg', 'mum@a.org'] });
  expect(joined.person).toMatchObject({ name: 'Ana Berg', documents: 3 });
  expect(joined.person.choices).toMatchObject([{ act: 'join', names: ['Ana Berg', 'Mum'] }]);
  expect(await mailsOf('mum@a.org')).toBe(3);

  const split = await client().people.split({ person: 'Ana Berg', off: ['ana@firm.org'] });
  expect(split.person.documents).toBe(2);
  expect(split.off).toMatchObject({ name: 'Ana Berg', addresses: ['ana@firm.org'], documents: 1 });
  expect(await mailsOf('ana@firm.org')).toBe(1);

  for (const { choiceId } of [joined, split])
    expect(await client().people.undo({ choiceId })).toEqual({ undone: true });
  expect(await client().people.undo({ choiceId: joined.choiceId })).toEqual({ undone: false });
  expect(await namesOf()).toEqual(['Ana Berg', 'Mum', 'bo@b.org']);
});

it('what was decided outlives the index', async () => {
  await client().people.join({ people: ['bo@b.org', 'mum@a.org'] });
  await engine.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, 'library', `library.db${end}`), { force: true });
  open();
  await client().sources.settle();
  expect(await client().people.read({ person: 'mum@a.org' })).toMatchObject({ documents: 3 });
  const [choice] = await client().people.choices();
  await client().people.undo({ choiceId: choice?.choiceId ?? 0 });
});

it('what cannot be done is said', async () => {
  const failing = async (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: Error) => error.message,
    );
  expect(await failing(client().people.join({ people: ['Ana', 'ana@a.org'] }))).toContain(
    'one person already',
  );
  expect(await failing(client().people.read({ person: 'Nobody' }))).toContain('Nobody in the library');
  expect(await failing(client().people.split({ person: 'Mum', off: ['mum@a.org'] }))).toContain(
    'all there is',
  );
  expect(await failing(client().people.split({ person: 'Mum', off: ['ana@a.org'] }))).toContain(
    'has no address',
  );
});
