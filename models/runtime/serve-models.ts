import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Llama } from 'node-llama-cpp';
import { Fault } from '#main/contract/fault.ts';
import { carriedFault } from '#main/contract/fault-of.ts';
import { modelServiceContract } from '../service-contract.ts';
import { type ChatWriter, loadChatWriter } from './chat-writer.ts';
import { type EmbeddingModel, loadEmbeddingModel } from './embedding-model.ts';
import { createForeground, type Foreground } from './foreground.ts';
import { type KeptModels, keepModels } from './kept-models.ts';
import { startLlama } from './llama.ts';
import { measureSpeed } from './measure-speed.ts';
import { readEngines } from './read-engines.ts';

/** The message channel to the engine, as `ServicePort` of main/hosts/services: a Node process's or Electron's. */
export interface ServingPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

export interface ServeOptions {
  /** How long an unused model stays in memory. */
  readonly idleMs?: number;
}

const defaultIdleMs = 5 * 60_000;

interface Loaded {
  readonly llama: () => Promise<Llama>;
  readonly foreground: Foreground;
  readonly embedders: KeptModels<EmbeddingModel>;
  readonly writers: KeptModels<ChatWriter>;
}

/** Answers `modelServiceContract` over the port: the model service's whole program. */
export function serveModels(port: ServingPort, { idleMs = defaultIdleMs }: ServeOptions = {}): void {
  const foreground = createForeground();
  const llama = startOnce();
  const router = createRouter({
    ...{ llama, foreground },
    embedders: keepModels(async (path) => loadEmbeddingModel(await llama(), path, foreground), idleMs),
    writers: keepModels(async (path) => loadChatWriter(await llama(), path, foreground), idleMs),
  });
  new RPCHandler(router).upgrade(port);
}

/** llama.cpp starts with the first model, not with the service: a computer without models never loads it. */
function startOnce(): () => Promise<Llama> {
  let started: Promise<Llama> | undefined;
  return () => {
    started ??= startLlama((message) => process.stderr.write(`llama.cpp: ${message}\n`));
    return started;
  };
}

function createRouter({ llama, foreground, embedders, writers }: Loaded) {
  const contract = implement(modelServiceContract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw carried(error);
    }
  });
  return contract.router({
    ping: contract.ping.handler(() => null),
    embedder: {
      load: contract.embedder.load.handler(({ input }) =>
        embedders.use(input.path, async ({ modelId, dimensions }) => ({ modelId, dimensions })),
      ),
      embed: contract.embedder.embed.handler(({ input, signal = never }) =>
        embedders.use(input.path, async (model) => {
          const matrix = await model.embed(input.texts, input.purpose, signal);
          return { matrix: Buffer.from(matrix.buffer).toString('base64'), dimensions: model.dimensions };
        }),
      ),
    },
    hardware: {
      engines: contract.hardware.engines.handler(async () => readEngines(await llama())),
      measure: contract.hardware.measure.handler(async () => {
        const leave = foreground.enter();
        try {
          return await measureSpeed(await llama());
        } finally {
          leave();
        }
      }),
    },
    chat: {
      load: contract.chat.load.handler(({ input }) =>
        writers.use(input.path, async ({ modelId, name, contextTokens, thinks }) => ({
          ...{ modelId, name, contextTokens, thinks },
        })),
      ),
      prepare: contract.chat.prepare.handler(({ input, signal = never }) =>
        writers.use(input.path, (writer) => writer.prepare(input.messages, signal)),
      ),
      generate: contract.chat.generate.handler(async function* ({ input, signal = never }) {
        try {
          yield* writers.stream(input.path, (writer) => writer.generate(input, signal));
        } catch (error) {
          throw carried(error);
        }
      }),
    },
  });
}

/** For calls that come without a signal. */
const never = new AbortController().signal;

/** A Fault as it crosses to the engine. Anything else is a bug: its place goes to the log, its message may hold text. */
function carried(error: unknown): unknown {
  if (error instanceof Fault) {
    const { code, message, data } = carriedFault(error);
    return new ORPCError(code, { message, data });
  }
  if (error instanceof Error && error.name !== 'AbortError') {
    const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
    process.stderr.write(`${[error.name, ...frames].join('\n')}\n`);
  }
  return error;
}
