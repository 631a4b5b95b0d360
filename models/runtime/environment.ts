import { availableParallelism } from 'node:os';

/** Node's own work beside the contexts': files, names. */
const otherThreads = 4;

/**
 * The environment that a model service must be started with: each embedding context computes on a thread of Node's pool,
 * whose size is fixed before any code of the service runs.
 */
export function modelServiceEnvironment(): Readonly<Record<string, string>> {
  return { UV_THREADPOOL_SIZE: String(availableParallelism() + otherThreads) };
}
