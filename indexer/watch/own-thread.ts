import { type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';

/** A thread that answers one request after the other; it is started when it is asked and ends when it is not. */
export interface OwnThread<Request, Reply> {
  /** Rejects where the thread fails or is ended meanwhile. */
  ask(request: Request): Promise<Reply>;
  /** Ends the thread, also one that hangs in a system call; what it was asked for is rejected with the error. */
  end(error: Error): void;
}

/** What a thread answers with, and what of it is handed over instead of copied. */
export type Answered<Reply> = readonly [reply: Reply, handedOver: Transferable[]];

/** The thread ends after this without work: a library that nothing happens to costs nothing. */
const idleMs = 5_000;

/** The program of every such thread, but for what answers. */
const program = (answer: string): string => `
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const answer = (${answer})();
  parentPort.on('message', (asked) => {
    for (const { id, request } of asked) {
      const [reply, handedOver] = answer(request);
      parentPort.postMessage({ id, reply }, handedOver);
    }
  });`;

/**
 * `program`: called once in the thread, returns what answers. Its source is handed over, since a worker file of its own
 * would have to be found again in every bundle and archive; so it may use nothing from outside itself.
 */
export function createOwnThread<Request, Reply>(
  answering: () => (request: Request) => Answered<Reply>,
  resourceLimits: ResourceLimits,
): OwnThread<Request, Reply> {
  const waiting = new Map<number, PromiseWithResolvers<Reply>>();
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  /** What is asked in one turn of the event loop goes over in one message: waking the thread costs 30 µs. */
  let unsent: { readonly id: number; readonly request: Request }[] = [];

  const end = (error: Error): void => {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    unsent = [];
    void ended?.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(program(answering.toString()), { eval: true, resourceLimits });
    started.on('message', ({ id, reply }: { id: number; reply: Reply }) => {
      waiting.get(id)?.resolve(reply);
      waiting.delete(id);
      clearTimeout(timer);
      if (waiting.size === 0) timer = setTimeout(() => end(new Error('idle')), idleMs).unref();
    });
    started.on('error', (error) => {
      if (worker === started) end(error);
    });
    started.unref();
    return started;
  };
  const send = (): void => {
    if (unsent.length > 0) worker?.postMessage(unsent);
    unsent = [];
  };

  return {
    ask(request) {
      clearTimeout(timer);
      worker ??= start();
      const asked = Promise.withResolvers<Reply>();
      waiting.set(++lastId, asked);
      if (unsent.push({ id: lastId, request }) === 1) process.nextTick(send);
      return asked.promise;
    },
    end,
  };
}
