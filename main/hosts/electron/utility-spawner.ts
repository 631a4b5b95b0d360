import { fileURLToPath } from 'node:url';
import type { Log } from '#indexer/pipeline/log.ts';
import { memoryMark, parentPidVariable } from '#main/hosts/services/guard.ts';
import { recordStderr } from '#main/hosts/services/logs/stderr.ts';
import type { ServiceExit, ServiceName, ServiceSpawner } from '#main/hosts/services/service.ts';
import { heapFlags, inheritedEnvironment } from '#main/hosts/services/service-environment.ts';
import type { Platform, ShellChild } from './platform.ts';
import { serveSpawnRequests } from './serve-spawn-requests.ts';
import type { StartUtility, Utility } from './utility.ts';

/**
 * Starts services as utility processes of Electron. The engine may ask for services of its own, which only this
 * process can start; they talk to the engine directly and end with it. `entries` is the folder of the built services.
 */
export function createUtilitySpawner(
  platform: Pick<Platform, 'utilityProcess' | 'createChannel'>,
  entries: URL,
  log: Log,
): ServiceSpawner {
  const start: StartUtility = (name, env) => startUtility(platform, entries, log, name, env);
  return {
    async spawn(name, env) {
      const utility = await start(name, env);
      if (name === 'engine') serveSpawnRequests(utility, start);
      // After the listeners of whoever awaits the service.
      setImmediate(() => utility.port.start());
      return { name, ...utility };
    },
  };
}

async function startUtility(
  { utilityProcess, createChannel }: Pick<Platform, 'utilityProcess' | 'createChannel'>,
  entries: URL,
  log: Log,
  name: ServiceName,
  env: Readonly<Record<string, string>>,
): Promise<Utility> {
  const child = utilityProcess.fork(fileURLToPath(new URL(`${name}.js`, entries)), [], {
    serviceName: `Quipu ${name}`,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...inheritedEnvironment(name), [parentPidVariable]: String(process.pid), ...env },
    // Node's permission flags do not reach a utility process.
    execArgv: heapFlags[name].map((flag) => `--js-flags=${flag}`),
  });
  const exited = whenExited(child, name, log);
  const { port1, port2 } = createChannel();
  child.postMessage(null, [port1]);
  await spawned(child, exited, name);
  return { pid: child.pid ?? 0, port: port2, exited, kill: () => void child.kill() };
}

function spawned(child: ShellChild, exited: Promise<ServiceExit>, name: ServiceName): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    void exited.then(() => reject(new Error(`The ${name} service ended before it had started.`)));
  });
}

/**
 * The end of a process and, where the guard ended it, the reason, which stands in its last words. Electron lets go of
 * the stream with the process, so what has not arrived by then is not waited for.
 */
function whenExited(child: ShellChild, name: ServiceName, log: Log): Promise<ServiceExit> {
  let reason: ServiceExit['reason'] = null;
  void recordStderr(child.stderr, name, log, (line) => {
    if (line === memoryMark) reason = 'memory';
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, reason })));
}
