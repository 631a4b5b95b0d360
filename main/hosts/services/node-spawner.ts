import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '#indexer/pipeline/log.ts';
import { memoryMark, parentPidVariable } from './guard.ts';
import { recordStderr } from './logs/stderr.ts';
import type { ServiceExit, ServiceName, ServicePort, ServiceProcess, ServiceSpawner } from './service.ts';
import { heapFlags, inheritedEnvironment } from './service-environment.ts';

const root = realpathSync(fileURLToPath(new URL('../../../', import.meta.url)));

/**
 * A parser handles hostile files, so it may read this program's own files and nothing else: no other file,
 * no writing, no processes, no native code. The one worker is the guard.
 */
const parserArguments = [
  '--permission',
  '--allow-worker',
  `--allow-fs-read=${root}`,
  '--disable-warning=PERM0006',
  '--disable-warning=SecurityWarning',
];

/**
 * Starts services as child processes of this Node; what they write to stderr goes to the log, as far as it may.
 * `entries` is the folder of the services' programs.
 */
export function createNodeSpawner(
  log: Log,
  entries: URL = new URL('./entries/', import.meta.url),
): ServiceSpawner {
  return {
    async spawn(name, env) {
      const entry = fileURLToPath(new URL(`${name}.ts`, entries));
      const child = fork(entry, {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        execArgv: [...heapFlags[name], ...(name === 'parser' ? parserArguments : [])],
        env: {
          ...inheritedEnvironment(name),
          ...(name !== 'parser' && compileCache()),
          [parentPidVariable]: String(process.pid),
          ...env,
        },
      });
      await once(child, 'spawn');
      log.info('service-started', { service: name, child: child.pid ?? 0 });
      return serviceOf(name, child.pid ?? 0, child, log);
    },
  };
}

/** The host's cache of compiled code; never a parser's, which could plant code in it. */
function compileCache(): NodeJS.ProcessEnv {
  const dir = getCompileCacheDir();
  return dir === undefined ? {} : { NODE_COMPILE_CACHE: dirname(dir) };
}

/** V8's last words when the heap has reached its limit. */
const heapFull = /^FATAL ERROR: .*JavaScript heap out of memory/;

function serviceOf(name: ServiceName, pid: number, child: ChildProcess, log: Log): ServiceProcess {
  let reason: ServiceExit['reason'] = null;
  const stderrRead = recordStderr(child.stderr, name, log, (line) => {
    if (line === memoryMark || heapFull.test(line)) reason = 'memory';
  });
  const exited = new Promise<ServiceExit>((resolve) => {
    child.once('exit', (code) => void stderrRead.then(() => resolve({ code, reason })));
  });
  // A child that dies while a message is on its way to it: the exit tells the story, the failed write nothing more.
  child.on('error', () => undefined);
  return { name, pid, port: portTo(child, exited), exited, kill: () => void child.kill('SIGKILL') };
}

function portTo(child: ChildProcess, exited: Promise<unknown>): ServicePort {
  return {
    postMessage: (message) => {
      if (child.connected) child.send(message as object, () => undefined);
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void): void => {
      if (event === 'message') child.on('message', (data) => listener({ data }));
      else void exited.then(() => listener({ data: undefined }));
    },
  };
}
