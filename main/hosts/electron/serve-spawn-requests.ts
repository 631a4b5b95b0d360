import type { SpawnNews, SpawnRequest } from '#main/hosts/services/spawn-requests.ts';
import type { ShellPort } from './platform.ts';
import type { StartUtility, Utility } from './utility.ts';

/** Starts and ends services for an engine as it asks, hands their ports over to it, and ends them when it has ended. */
export function serveSpawnRequests(engine: Utility, start: StartUtility): void {
  const children = new Map<number, Utility>();
  let ended = false;
  const tell = (news: SpawnNews, ports: ShellPort[] = []): void => engine.port.postMessage(news, ports);

  const begin = async ({ id, name, env }: Extract<SpawnRequest, { type: 'spawn' }>): Promise<void> => {
    const child = await start(name, env);
    children.set(id, child);
    if (ended) child.kill();
    else tell({ type: 'spawned', id, pid: child.pid }, [child.port]);
    const exit = await child.exited;
    children.delete(id);
    if (!ended) tell({ type: 'exited', id, ...exit });
  };

  engine.port.on('message', ({ data }) => {
    // The control port carries the engine's other news too.
    const request = data as SpawnRequest;
    if (request.type === 'kill') children.get(request.id)?.kill();
    else if (request.type === 'spawn') {
      begin(request).catch(() => tell({ type: 'not-spawned', id: request.id }));
    }
  });
  void engine.exited.then(() => {
    ended = true;
    for (const child of children.values()) child.kill();
  });
}
