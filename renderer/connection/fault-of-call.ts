import { Fault } from '#main/contract/fault.ts';
import { faultOf } from '#main/contract/fault-of.ts';

/** The Fault behind what a call or stream threw; a line that broke under it met an engine that stopped. */
export function faultOfCall(error: unknown): Fault {
  const fault = faultOf(error);
  const broken =
    fault.code === 'engine-unreachable' || (error instanceof Error && /not open/.test(error.message));
  return broken ? new Fault('service-stopped', { service: 'engine' }, error) : fault;
}
