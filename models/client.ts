import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { Fault } from '#main/contract/fault.ts';
import { faultOf } from '#main/contract/fault-of.ts';
import type { ChatEvent, ChatModel, ChatRequest } from './chat/chat-model.ts';
import type { Embedder } from './embed/embedder.ts';
import type { Engines } from './hardware/engines.ts';
import type { MeasuredSpeed } from './hardware/speed.ts';
import type { ServingPort } from './runtime/serve-models.ts';
import type { modelServiceContract } from './service-contract.ts';

/** The engine's side of the model service. Every call throws Fault `service-stopped` once the port has closed. */
export interface ModelClient {
  /** Loads the embedder in this file. Throws Fault `model-missing`, `model-damaged`, `bad-input`. */
  embedder(path: string, signal: AbortSignal): Promise<Embedder>;
  /** Loads the chat model in this file. Throws Fault `model-missing`, `model-damaged`, `model-needs-memory`, `bad-input`. */
  chat(path: string, signal: AbortSignal): Promise<ChatModel>;
  /** Resolves while the service can answer at all. */
  ping(): Promise<void>;
  engines(signal: AbortSignal): Promise<Engines>;
  measure(signal: AbortSignal): Promise<MeasuredSpeed>;
}

type Service = ContractRouterClient<typeof modelServiceContract>;

export function createModelClient(port: ServingPort): ModelClient {
  // First, so that the link knows of a close before the calls it breaks.
  const link = watchLink(port);
  const service: Service = createORPCClient(new RPCLink({ port }));
  return {
    async embedder(path, signal) {
      const { modelId, dimensions } = await link.call(signal, () =>
        service.embedder.load({ path }, { signal }),
      );
      return {
        modelId,
        dimensions,
        embed: async (texts, purpose, callSignal) => {
          if (texts.length === 0) return [];
          const input = { path, texts, purpose };
          const { matrix } = await link.call(callSignal, () =>
            service.embedder.embed(input, { signal: callSignal }),
          );
          return rowsOf(matrix, dimensions);
        },
      };
    },
    engines: (signal) => link.call(signal, () => service.hardware.engines(undefined, { signal })),
    measure: (signal) => link.call(signal, () => service.hardware.measure(undefined, { signal })),
    async chat(path, signal) {
      const loaded = await link.call(signal, () => service.chat.load({ path }, { signal }));
      const generate = (request: ChatRequest, callSignal: AbortSignal): AsyncIterable<ChatEvent> =>
        link.stream(callSignal, () => service.chat.generate({ ...request, path }, { signal: callSignal }));
      const prepare: ChatModel['prepare'] = (messages, callSignal) =>
        link.call(callSignal, () => service.chat.prepare({ path, messages }, { signal: callSignal }));
      return { ...loaded, generate, prepare };
    },
    ping: async () => {
      await service.ping();
    },
  };
}

/** Turns what goes wrong on the way into a Fault; oRPC itself would wait for ever on a port that has closed. */
function watchLink(port: ServingPort) {
  const stopped = (cause?: unknown): Fault =>
    new Fault('service-stopped', { service: 'model service' }, cause);
  let open = true;
  port.on('close', () => {
    open = false;
  });
  const fault = (error: unknown, signal: AbortSignal): unknown => {
    if (signal.aborted) return signal.reason;
    return error instanceof ORPCError || open ? faultOf(error) : stopped(error);
  };
  return {
    async call<Result>(signal: AbortSignal, act: () => Promise<Result>): Promise<Result> {
      signal.throwIfAborted();
      if (!open) throw stopped();
      try {
        return await act();
      } catch (error) {
        throw fault(error, signal);
      }
    },
    async *stream<Event>(signal: AbortSignal, act: () => Promise<AsyncIterable<Event>>) {
      signal.throwIfAborted();
      if (!open) throw stopped();
      try {
        yield* await act();
      } catch (error) {
        throw fault(error, signal);
      }
    },
  };
}

function rowsOf(matrix: string, dimensions: number): Float32Array[] {
  const bytes = new Uint8Array(Buffer.from(matrix, 'base64'));
  const values = new Float32Array(bytes.buffer);
  return Array.from({ length: values.length / dimensions }, (_, row) =>
    values.subarray(row * dimensions, (row + 1) * dimensions),
  );
}
