import type { ServiceSpawner } from './service.ts';

/** A spawner that knows the process ids of those of its services that run. */
export interface CountedSpawner extends ServiceSpawner {
  pids(): readonly number[];
}

export function countedSpawner(spawner: ServiceSpawner): CountedSpawner {
  const running = new Set<number>();
  return {
    pids: () => [...running],
    async spawn(name, env) {
      const service = await spawner.spawn(name, env);
      running.add(service.pid);
      void service.exited.then(() => running.delete(service.pid));
      return service;
    },
  };
}
