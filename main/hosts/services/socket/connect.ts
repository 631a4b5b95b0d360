import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import { faultOf } from '#main/contract/fault-of.ts';

/** The engine as a front end sees it: the contract, with Faults for failures. */
export type EngineClient = ContractRouterClient<typeof contract>;

export interface EngineConnection {
  readonly client: EngineClient;
  close(): void;
}

/** A plain WebSocket to the engine at `address`, open; null where nobody listens there. */
export async function openSocket(address: string): Promise<WebSocket | null> {
  const socket = new WebSocket('ws://engine/engine', {
    createConnection: () => connect(address),
    perMessageDeflate: false,
    // Answers are the engine's own and can be long: a document's whole text.
    maxPayload: 256 * 1024 * 1024,
  });
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.on('error', () => undefined);
      resolve(socket);
    });
    socket.once('error', () => resolve(null));
  });
}

/** Connects to the engine at `address`; null where nobody listens there. */
export async function connectEngine(address: string): Promise<EngineConnection | null> {
  const socket = await openSocket(address);
  if (socket === null) return null;
  const link = new RPCLink({
    websocket: untilClosed(socket),
    interceptors: [
      async ({ next, signal }) => {
        try {
          if (socket.readyState !== socket.OPEN)
            throw new DOMException('The connection is closed', 'AbortError');
          const output = await next();
          return isStream(output) ? withFaults(output, signal) : output;
        } catch (error) {
          throw faultOfCall(error, signal);
        }
      },
    ],
  });
  return { client: createORPCClient(link), close: () => socket.close() };
}

/**
 * oRPC tells the other side of each stream that it was left, after the connection broke too, and nobody awaits that
 * message: its failure would end the program. On a closed socket it goes nowhere instead.
 */
function untilClosed(
  socket: WebSocket,
): Pick<globalThis.WebSocket, 'send' | 'readyState' | 'addEventListener' | 'removeEventListener'> {
  // ws implements the browser's interface; only the types of its events differ.
  const standard = socket as unknown as globalThis.WebSocket;
  return {
    readyState: socket.OPEN,
    send: (data) => {
      if (socket.readyState === socket.OPEN) standard.send(data);
    },
    addEventListener: standard.addEventListener.bind(standard),
    removeEventListener: standard.removeEventListener.bind(standard),
  };
}

function isStream(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* withFaults(stream: AsyncIterable<unknown>, signal: AbortSignal | undefined) {
  try {
    yield* stream;
  } catch (error) {
    throw faultOfCall(error, signal);
  }
}

/** A call that its caller aborted stays an abort; one whose connection broke met an engine that stopped. */
function faultOfCall(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return error;
  const fault = faultOf(error);
  return fault.code === 'engine-unreachable'
    ? new Fault('service-stopped', { service: lostEngine }, error)
    : fault;
}

const lostEngine = 'engine';

/** Whether a call failed because the engine went away under it: it may be asked again on a new connection. */
export function isLostEngine(error: unknown): boolean {
  if (!(error instanceof Fault) || error.code !== 'service-stopped') return false;
  const { service } = error.detail;
  return service === lostEngine;
}
