import { Fault, type FaultCode, type FaultDetail, isFaultCode } from './fault.ts';

/** A Fault as it crosses a process border: what an oRPC error carries besides its status. */
export interface CarriedFault {
  readonly code: FaultCode;
  readonly message: string;
  readonly data: FaultDetail;
}

export function carriedFault(fault: Fault): CarriedFault {
  return { code: fault.code, message: fault.message, data: fault.detail };
}

/**
 * The Fault behind whatever a call or a stream of the contract threw. An oRPC error is known by its shape, so that
 * the contract needs no client. A connection that broke is `engine-unreachable`; anything else is `unexpected`.
 */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (typeof error !== 'object' || error === null) return new Fault('unexpected', {}, error);
  const { code, data, name } = error as { code?: unknown; data?: unknown; name?: unknown };
  if (typeof code === 'string' && isFaultCode(code)) return new Fault(code, detailOf(data), error);
  if (code === 'BAD_REQUEST') return new Fault('bad-input', { what: 'its form is wrong' }, error);
  if (name === 'AbortError') return new Fault('engine-unreachable', {}, error);
  return new Fault('unexpected', {}, error);
}

function detailOf(data: unknown): FaultDetail {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}
