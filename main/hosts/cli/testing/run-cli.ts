import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Kept between tests: compiled code. */
const cache = fileURLToPath(new URL('../../../../out/test-cache', import.meta.url));
const program = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own with a library, files to add and, unless `models` is given, no models. */
export interface Place {
  readonly dir: string;
  readonly library: string;
  readonly files: string;
  /** Writes a file below `files`; returns its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Runs the command line to its end. */
  quipu(...args: string[]): Promise<Ran>;
  /** The one object that a command prints with --json. */
  json<T>(...args: string[]): Promise<T>;
  /** Starts the command line and leaves it running; ended with the test. */
  start(...args: string[]): ChildProcess;
  /** A command line that has indexed `files` and keeps the engine running for the others. */
  watch(): Promise<ChildProcess>;
  /** The events of a log (`host` or `engine`), oldest first. */
  log(name: string): readonly Record<string, unknown>[];
  /** The services that were started, by this place's hosts and engines. */
  services(): readonly { readonly service: string; readonly pid: number }[];
}

export function testPlace(models?: string): Place {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-cli-'));
  const library = join(dir, 'library');
  const files = join(dir, 'files');
  mkdirSync(files);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const env = {
    ...process.env,
    QUIPU_MODELS_DIR: models ?? join(dir, 'models'),
    NO_COLOR: '1',
    XDG_CACHE_HOME: cache,
  };
  const commandLine = (args: readonly string[]): string[] => [program, '--library', library, ...args];
  const quipu = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      execFile(process.execPath, commandLine(args), { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  const start = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, commandLine(args), { env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  const log = (name: string): readonly Record<string, unknown>[] => {
    const path = join(library, 'logs', `${name}.log`);
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    // The last line may be half written.
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  return {
    ...{ dir, library, files, quipu, start },
    async watch() {
      await quipu('add', files);
      const host = start('index', '--watch');
      await printed(host, 'Files:');
      return host;
    },
    write(name, content) {
      const path = join(files, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    async json<T>(...args: string[]) {
      const { stdout, stderr, code } = await quipu(...args, '--json');
      if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    log,
    services: () =>
      [...log('host'), ...log('engine')]
        .filter(({ event }) => event === 'service-started')
        .map(({ service, child }) => ({ service: String(service), pid: Number(child) })),
  };
}

/** What a process has printed as soon as it holds `text`. */
export function printed(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (part) => {
      seen += String(part);
      if (seen.includes(text)) resolve(seen);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before “${text}”: ${seen}`)));
  });
}
