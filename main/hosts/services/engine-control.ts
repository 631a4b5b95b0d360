import { Fault, type FaultDetail, isFaultCode } from '#main/contract/fault.ts';
import { carriedFault } from '#main/contract/fault-of.ts';
import type { ServicePort, ServiceProcess } from './service.ts';

/** Environment of the engine's process: the library's folder. */
export const libraryVariable = 'QUIPU_LIBRARY';

/** What the engine tells the host that started it. */
type EngineNews =
  | { readonly type: 'ready'; readonly address: string }
  | { readonly type: 'fault'; readonly code: string; readonly data: FaultDetail };

const stopRequest = { type: 'stop' };

export function reportReady(port: ServicePort, address: string): void {
  port.postMessage({ type: 'ready', address } satisfies EngineNews);
}

export function reportFault(port: ServicePort, fault: Fault): void {
  const { code, data } = carriedFault(fault);
  port.postMessage({ type: 'fault', code, data } satisfies EngineNews);
}

export function onStopRequest(port: ServicePort, stop: () => void): void {
  port.on('message', ({ data }) => {
    if (typeof data === 'object' && data !== null && 'type' in data && data.type === stopRequest.type) stop();
  });
}

export function requestStop(engine: ServiceProcess): void {
  engine.port.postMessage(stopRequest);
}

/** The engine's address once it is ready. Throws the Fault it reports instead. */
export function whenReady(engine: ServiceProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    engine.port.on('message', ({ data }) => {
      const news = data as EngineNews;
      if (news.type === 'ready') resolve(news.address);
      else if (news.type === 'fault' && isFaultCode(news.code)) reject(new Fault(news.code, news.data));
    });
  });
}
