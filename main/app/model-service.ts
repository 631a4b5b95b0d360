import type { Log } from '#indexer/pipeline/log.ts';
import { watchPulse } from '#main/hosts/services/pulse.ts';
import type { ServiceProcess, ServiceSpawner } from '#main/hosts/services/service.ts';
import { type Supervised, supervise } from '#main/hosts/services/supervisor.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { createModelClient, type ModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { modelServiceEnvironment } from '#models/runtime/environment.ts';
import { never } from './implementer.ts';

export interface ModelServiceOptions {
  readonly spawner: ServiceSpawner;
  readonly log: Log;
  readonly logPath: string;
  readonly onCrash: () => void;
}

/** The process that models run in: started with the first use, and again where it died or hung. */
export interface ModelService {
  /** The embedder in a file, loaded; null for no file. Throws the service's Faults. */
  embedder(path: string | null): Promise<Embedder | null>;
  chat(path: string | null): Promise<ChatModel | null>;
  /** A chat model that is not kept for the next question. */
  otherChat(path: string): Promise<ChatModel>;
  /** It was used since the service runs, so that it costs little to use it again. */
  isChatLoaded(): boolean;
  /** The running service, to be asked about the computer. Throws its Faults. */
  client(): Promise<ModelClient>;
  /** Process id while it runs, else null. */
  pid(): number | null;
  stop(): Promise<void>;
}

export function createModelService({ spawner, log, logPath, onCrash }: ModelServiceOptions): ModelService {
  const service = supervise<ModelClient>({
    label: 'model service',
    start: () => spawner.spawn('models', modelServiceEnvironment()),
    connect: async (process) => watched(process, log),
    // It holds nothing that could be lost.
    askToStop: (process) => process.kill(),
    keepRunning: false,
    log,
    logPath,
  });
  service.onCrash(onCrash);
  const embedder = loadOnce(service, (client, path) => client.embedder(path, never));
  const chat = loadOnce(service, async (client, path) =>
    proving(await client.chat(path, never), service.proved),
  );
  return {
    embedder: embedder.at,
    chat: chat.at,
    otherChat: async (path) => (await service.use()).chat(path, never),
    isChatLoaded: chat.isLoaded,
    client: () => service.use(),
    pid: () => service.pid(),
    stop: () => service.stop(),
  };
}

function watched(process: ServiceProcess, log: Log): ModelClient {
  const client = createModelClient(process.port);
  const stop = watchPulse(client.ping, () => {
    log.error('service-silent', { service: process.name });
    process.kill();
  });
  void process.exited.then(stop);
  return client;
}

/** Words of an answer show that the service works: a person who asks on is not kept waiting for crashes before it. */
function proving(chat: ChatModel, proved: () => void): ChatModel {
  return {
    ...chat,
    async *generate(request, signal) {
      for await (const event of chat.generate(request, signal)) {
        if (event.type === 'text') proved();
        yield event;
      }
    },
  };
}

/** Loads the file at a path once for each run of the service; a failed load is tried again at the next call. */
function loadOnce<T>(
  service: Supervised<ModelClient>,
  load: (client: ModelClient, path: string) => Promise<T>,
): { at(path: string | null): Promise<T | null>; isLoaded(): boolean } {
  let held: { readonly client: ModelClient; readonly path: string; readonly model: Promise<T> } | null = null;
  service.onCrash(() => {
    held = null;
  });
  return {
    isLoaded: () => held !== null,
    async at(path) {
      if (path === null) return null;
      const client = await service.use();
      if (held?.client !== client || held.path !== path) {
        const model = load(client, path);
        const mine = { client, path, model };
        held = mine;
        model.catch(() => {
          if (held === mine) held = null;
        });
      }
      return held.model;
    },
  };
}
