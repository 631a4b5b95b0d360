import { implement, ORPCError } from '@orpc/server';
import type { Log } from '#indexer/pipeline/log.ts';
import { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import { carriedFault } from '#main/contract/fault-of.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';

/** For calls that come without a signal. */
export const never: AbortSignal = new AbortController().signal;

export type Implementer = ReturnType<typeof createImplementer>;

/**
 * The contract's implementer. Whatever a call or its stream throws leaves as an error with a fault's code: a refused
 * input as `bad-input`, a bug as `unexpected`, which only the log can explain.
 */
export function createImplementer(log: Log, logPath: string) {
  return implement(contract).use(async ({ next, path, signal = never }) => {
    const carried = (error: unknown): unknown => {
      if (signal.aborted) return error;
      const fault = faultFor(error, logPath);
      if (fault.code === 'unexpected')
        log.error('call-failed', { call: path.join('.'), ...errorFields(error) });
      const { code, message, data } = carriedFault(fault);
      return new ORPCError(code, { message, data });
    };
    try {
      const result = await next();
      return isStream(result.output) ? { ...result, output: withErrors(result.output, carried) } : result;
    } catch (error) {
      throw carried(error);
    }
  });
}

function faultFor(error: unknown, logPath: string): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return badInput(error);
  return new Fault('unexpected', { log: logPath }, error);
}

/** Names the field and the rule, never the value: it may be a question. */
function badInput(error: ORPCError<string, unknown>): Fault {
  const { issues } = (error.data ?? {}) as {
    issues?: readonly { path?: readonly unknown[]; message?: string }[];
  };
  const [first] = issues ?? [];
  const field = first?.path?.map(String).join('.') ?? '';
  return new Fault('bad-input', { what: `${field} ${first?.message ?? 'its form is wrong'}`.trim() }, error);
}

function isStream(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* withErrors(stream: AsyncIterable<unknown>, carried: (error: unknown) => unknown) {
  try {
    yield* stream;
  } catch (error) {
    throw carried(error);
  }
}
