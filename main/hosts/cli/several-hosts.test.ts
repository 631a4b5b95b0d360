import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Status } from '#main/contract/sources.ts';
import { isAlive } from '#main/hosts/services/test-entries.ts';
import { type Place, printed, testPlace } from './testing/run-cli.ts';

// Each command line is a process or two, on cores that other tests use too.
vi.setConfig({ testTimeout: 120_000 });

function running(place: Place): number[] {
  return place
    .services()
    .map(({ pid }) => pid)
    .filter(isAlive);
}

it('a second command line attaches to the engine of the first', async () => {
  const place = testPlace();
  place.write('a.md', 'The first note about otters.');
  await place.watch();
  const [status, found] = await Promise.all([
    place.json<Status>('status'),
    place.json<{ hits: unknown[] }>('search', 'otters'),
  ]);
  expect(status.files.indexed).toBe(1);
  expect(found.hits).toHaveLength(1);
  // One engine for the adding, one for all that came after.
  expect(place.services().filter(({ service }) => service === 'engine')).toHaveLength(2);
});

it('command lines that start at the same moment share one library', async () => {
  const place = testPlace();
  const states = await Promise.all([1, 2, 3].map(() => place.json<Status>('status')));
  expect(states.map(({ documents }) => documents)).toEqual([0, 0, 0]);
});

it('many deleted files are told as missing, with the next step, until a rescan confirms that they are gone', async () => {
  const place = testPlace();
  for (let n = 0; n < 40; n++) place.write(`${n}.md`, `Note ${n} about otters.`);
  await place.watch();
  for (let n = 0; n < 30; n++) rmSync(join(place.files, `${n}.md`));
  const missing = async () => {
    const { reasons } = await place.json<Status>('status');
    return reasons.find(({ reason }) => reason === 'missing')?.count;
  };
  await expect.poll(missing, { timeout: 20_000 }).toBe(30);
  const told = await place.quipu('status');
  expect(told.stdout).toMatch(/Files: 40 indexed.*, 30 of them missing\.$/m);
  expect(told.stdout).toMatch(/ 30 files: The file is missing.*quipu index/);
  const indexed = await place.quipu('index');
  expect(indexed.stdout).toMatch(/^Files: 10 indexed[^\n]*bytes\)\.$/m);
  expect(indexed.stdout).toContain('\n30 deleted files left the library.\n');
});

it('kill -9 of the host leaves no orphan, and the library opens again', async () => {
  const place = testPlace();
  for (let n = 0; n < 5; n++) place.write(`${n}.md`, `Note ${n} about otters.`);
  const host = await place.watch();
  const services = running(place);
  // The engine and at least one parser.
  expect(services.length).toBeGreaterThanOrEqual(2);
  host.kill('SIGKILL');
  await vi.waitFor(() => expect(services.filter(isAlive)).toEqual([]), { timeout: 10_000 });
  expect((await place.json<Status>('status')).files.indexed).toBe(5);
});

it('an engine that is killed is started again, and its hosts go on with the next', async () => {
  const place = testPlace();
  place.write('a.md', 'The first note about otters.');
  const host = await place.watch();
  let complaints = '';
  host.stderr?.on('data', (part) => {
    complaints += String(part);
  });
  const starts = (): number => place.log('engine').filter(({ event }) => event === 'engine-ready').length;
  const before = starts();
  const engine = place.services().findLast(({ service }) => service === 'engine');
  process.kill(engine?.pid ?? 0, 'SIGKILL');
  const found = await place.json<{ hits: unknown[] }>('search', 'otters');
  expect(found.hits).toHaveLength(1);
  await vi.waitFor(() => expect(starts()).toBeGreaterThan(before), { timeout: 10_000 });

  place.write('b.md', 'The second note about otters.');
  await vi.waitFor(
    async () => expect((await place.json<{ hits: unknown[] }>('search', 'otters')).hits).toHaveLength(2),
    { timeout: 30_000, interval: 500 },
  );
  // Without a model this one note is due, before the kill or after it; nothing else is worth a word.
  const others = complaints.split('\n').filter((line) => line !== '' && !line.startsWith('No embedder'));
  expect({ exit: host.exitCode, others }).toEqual({ exit: null, others: [] });
});

it('a host that finds another engine in the place of its own that was killed uses that one', async () => {
  const place = testPlace();
  place.write('a.md', 'The first note about otters.');
  const first = await place.watch();
  const engines = () => place.services().filter(({ service }) => service === 'engine');
  first.kill('SIGSTOP');
  process.kill(engines().at(-1)?.pid ?? 0, 'SIGKILL');
  const second = place.start('index', '--watch');
  await printed(second, 'Files:');
  const before = engines().length;
  first.kill('SIGCONT');
  // The next engine of the first host finds the library in use.
  await vi.waitFor(() => expect(engines().length).toBeGreaterThan(before), { timeout: 10_000 });
  await vi.waitFor(() => expect(isAlive(engines()[before]?.pid ?? 0)).toBe(false), { timeout: 10_000 });

  second.kill('SIGKILL');
  place.write('b.md', 'The second note about otters.');
  await vi.waitFor(
    async () => expect((await place.json<{ hits: unknown[] }>('search', 'otters')).hits).toHaveLength(2),
    { timeout: 30_000, interval: 500 },
  );
  expect(first.exitCode).toBeNull();
});

it('the logs hold no text of a file, no question and no answer', async () => {
  const place = testPlace();
  place.write('secret.md', '# Zanzibar\n\nZanzibar is where the Zanzibar treasure lies.\n');
  place.write('broken.html', `<p>Zanzibar ${'<b>'.repeat(2000)}`);
  place.write(
    'broken.eml',
    'Subject: Zanzibar\nContent-Type: multipart/mixed; boundary=Zanzibar\n\nZanzibar',
  );
  place.write('broken.pdf', '%PDF-1.7\nZanzibar\n');
  place.write('broken.docx', 'Zanzibar');
  place.write('front.md', '---\nZanzibar: [Zanzibar\n---\nZanzibar');
  await place.quipu('add', place.files);
  await place.quipu('index');
  await place.quipu('ask', 'Where does the Zanzibar treasure lie?');
  await place.quipu('search', 'Zanzibar "');
  await place.quipu('search', 'Zanzibar', '--mode', 'vector');
  const logs = readdirSync(join(place.library, 'logs'));
  expect(logs).toContain('engine.log');
  for (const name of logs) {
    expect(readFileSync(join(place.library, 'logs', name), 'utf8')).not.toMatch(/zanzibar/i);
  }
});

it('a socket left by an engine that died does not keep the next from starting', async () => {
  const place = testPlace();
  await place.json('status');
  writeFileSync(join(place.library, 'engine.sock'), '');
  expect((await place.json<Status>('status')).documents).toBe(0);
});
