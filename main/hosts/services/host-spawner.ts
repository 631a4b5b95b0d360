import type { HandingPort, StartedPort } from './own-port.ts';
import type { ServiceExit, ServicePort, ServiceProcess, ServiceSpawner } from './service.ts';
import type { SpawnNews, SpawnRequest } from './spawn-requests.ts';

interface Asked {
  readonly spawned: (pid: number, port: StartedPort) => void;
  readonly failed: () => void;
  readonly exited: (exit: ServiceExit) => void;
}

/** Starts services by asking the host over the engine's control port: in Electron only the host can. */
export function createHostSpawner(control: Pick<ServicePort, 'postMessage'> & HandingPort): ServiceSpawner {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  const send = (request: SpawnRequest): void => control.postMessage(request);
  control.on('message', ({ data, ports }) => heed(asked, data as SpawnNews, ports));
  return {
    spawn(name, env) {
      lastId += 1;
      const id = lastId;
      const started = Promise.withResolvers<ServiceProcess>();
      const exited = Promise.withResolvers<ServiceExit>();
      asked.set(id, {
        spawned: (pid, port) => {
          const kill = (): void => send({ type: 'kill', id });
          started.resolve({ name, pid, port, exited: exited.promise, kill });
          // After the listeners of whoever awaits the service.
          setImmediate(() => port.start());
        },
        failed: () => started.reject(new Error(`The host could not start the ${name} service.`)),
        exited: exited.resolve,
      });
      send({ type: 'spawn', id, name, env });
      return started.promise;
    },
  };
}

function heed(asked: Map<number, Asked>, news: SpawnNews, ports: readonly StartedPort[]): void {
  // The control port carries other messages too, which have no such id.
  const service = asked.get(news.id);
  if (service === undefined) return;
  if (news.type === 'spawned') {
    const [port] = ports;
    if (port === undefined) service.failed();
    else service.spawned(news.pid, port);
    return;
  }
  asked.delete(news.id);
  if (news.type === 'exited') service.exited({ code: news.code, reason: news.reason });
  else service.failed();
}
