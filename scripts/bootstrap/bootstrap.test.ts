import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The bootstrap is plain JavaScript without declarations, so what is tested of it is declared here. */
async function load<Module>(name: string): Promise<Module> {
  return (await import(new URL(name, import.meta.url).href)) as Module;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-bootstrap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('the packages', async () => {
  const { packagesAreThere } = await load<{ packagesAreThere(folder: string): boolean }>('packages.mjs');
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  };

  it('are there only when npm finished, in the wanted versions, with their folders', () => {
    write('package-lock.json', { packages: wanted });
    expect(packagesAreThere(folder), 'nothing installed').toBe(false);
    write('node_modules/a/package.json', {});
    expect(packagesAreThere(folder), 'broken off: npm’s record is missing').toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(packagesAreThere(folder)).toBe(true);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    expect(packagesAreThere(folder), 'another version').toBe(false);
    write('node_modules/.package-lock.json', '{"packages": {"node_mo');
    expect(packagesAreThere(folder), 'a record that was cut off').toBe(false);
  });

  it('are not there when a folder was deleted', () => {
    write('package-lock.json', { packages: wanted });
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(packagesAreThere(folder)).toBe(false);
  });
});

describe('the lock file', async () => {
  const { missingEntries } = await load<{ missingEntries(lock: unknown): Record<string, object> }>(
    '../build/complete-lockfile.mjs',
  );

  it('names every package for every platform (else: node scripts/build/complete-lockfile.mjs)', () => {
    const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
    expect(missingEntries(JSON.parse(readFileSync(path, 'utf8')))).toEqual({});
  });

  it('gets what is missing with its platform', () => {
    const optionalDependencies = {
      'x-linux-x64-musl': '1.2.3',
      'x-win32-arm64-msvc': '1.2.3',
      'x-wasm': '1.2.3',
    };
    const lock = { packages: { 'node_modules/x': { dev: true, optionalDependencies } } };
    expect(missingEntries(lock)).toEqual({
      'node_modules/x-linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        os: ['linux'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
      'node_modules/x-win32-arm64-msvc': {
        version: '1.2.3',
        cpu: ['arm64'],
        os: ['win32'],
        dev: true,
        optional: true,
      },
    });
  });
});

it('the page is built anew when a source’s content changes, not when its time does', async () => {
  const { fingerprint } = await load<{ fingerprint(folder: string, names: readonly string[]): string }>(
    'renderer-build.mjs',
  );
  const source = write('renderer/main.tsx', 'a');
  const first = fingerprint(folder, ['renderer', 'absent']);
  utimesSync(source, 1, 1);
  write('renderer/main.test.tsx', 'a test');
  expect(fingerprint(folder, ['renderer', 'absent'])).toBe(first);
  write('renderer/main.tsx', 'b');
  expect(fingerprint(folder, ['renderer', 'absent'])).not.toBe(first);
});

it('the models are looked at again when a file or the folder’s choice changed', async () => {
  const { folderChoice, modelsAreThere } = await load<{
    folderChoice(env: NodeJS.ProcessEnv): string;
    modelsAreThere(stamp: string, env: NodeJS.ProcessEnv): boolean;
  }>('starter-models.mjs');
  const path = write('model.gguf', 'weights');
  const { size, mtimeMs } = statSync(path);
  const files = [{ path, sizeBytes: size, modifiedMs: mtimeMs }];
  const stamp = write('models.json', { choice: folderChoice({}), files });
  expect(modelsAreThere(stamp, {})).toBe(true);
  expect(modelsAreThere(stamp, { QUIPU_MODELS_DIR: '/elsewhere' })).toBe(false);
  expect(modelsAreThere(join(folder, 'absent.json'), {})).toBe(false);
  writeFileSync(path, 'other weights');
  expect(modelsAreThere(stamp, {})).toBe(false);
  rmSync(path);
  expect(modelsAreThere(stamp, {})).toBe(false);
});

describe('a failure', async () => {
  const { npmFailure } = await load<{ npmFailure(output: string, doing: string): Error }>('setup-error.mjs');
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'registry cannot be reached'],
    ['npm error code ENOSPC\nnpm error no space left on device', 'disk is full'],
    ['npm error code EINTEGRITY\nnpm error sha512-…', 'wrong checksum'],
    ['npm error code EACCES\nnpm error permission denied', 'may not be written'],
    ['npm warn EBADENGINE x\nnpm error code E404\n', 'code E404'],
  ])('of npm is one line with the way out: %s', (output, words) => {
    const { message } = npmFailure(output, 'install the packages');
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
  });

  it('to find the browser that was named says so', async () => {
    const { findChromium } = await load<{ findChromium(env: object): string | null }>('chromium.mjs');
    expect(findChromium({ QUIPU_CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(() => findChromium({ QUIPU_CHROMIUM: join(folder, 'absent') })).toThrow('which does not exist');
  });

  it('to know the task ends with code 2 and the tasks’ names', () => {
    const run = fileURLToPath(new URL('run.mjs', import.meta.url));
    const { status, stderr, stdout } = spawnSync(process.execPath, [run, 'nonsense'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^There is no task "nonsense"; the tasks are .*demo.*\n$/);
    expect(stdout).toBe('');
  });
});

it('measurements are told from the app’s own commands', async () => {
  const { measuring } = await load<{ measuring(args: string[]): string[] | null }>('measuring.mjs');
  expect(measuring(['eval', 'retrieval', 'x'])).toEqual(['eval', 'retrieval', 'x']);
  expect(measuring(['--library', 'eval', '--json', 'bench', 'mail'])).toEqual(['bench', 'mail', '--json']);
  expect(measuring(['search', 'eval'])).toBeNull();
  expect(measuring(['--library', 'eval'])).toBeNull();
  expect(measuring([])).toBeNull();
});

describe('handing over', () => {
  const launch = (script: string) => {
    const handOver = JSON.stringify(new URL('hand-over.mjs', import.meta.url).href);
    const launcher = write(
      'launcher.mjs',
      `import { handOver } from ${handOver};
       process.exitCode = await handOver(process.execPath, process.argv[2], process.argv.slice(3));`,
    );
    const path = write('script.mjs', script);
    return spawn(process.execPath, [launcher, path, 'one', 'two words'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  };

  it('passes arguments, output and exit code on', async () => {
    const child = launch('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('["one","two words"]');
    expect(await once(child, 'exit')).toEqual([3, null]);
  });

  it('passes SIGTERM on', async () => {
    const child = launch(
      `setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(7)); console.log('ready');`,
    );
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('leaves nothing running when the launcher is killed', async () => {
    const child = launch('setInterval(() => {}, 1000); console.log(process.pid);');
    const [output] = await once(child.stdout, 'data');
    const pid = Number(String(output));
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 20_000, interval: 100 });
  });
});
