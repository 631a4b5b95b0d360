import { ORPCError } from '@orpc/server';
import { Fault } from '#main/contract/fault.ts';
import { carriedFault } from '#main/contract/fault-of.ts';

/** A Fault as the engine sends it; anything else as it is. */
export function carried(error: unknown): unknown {
  if (!(error instanceof Fault)) return error;
  const { code, message, data } = carriedFault(error);
  return new ORPCError(code, { message, data });
}
