import type { Fault } from '#main/contract/fault.ts';

/** What a person reads of a failure; one that happened on this side of the line knows no log. */
export function faultSentence(fault: Fault): string {
  const { log } = fault.detail;
  if (fault.code === 'unexpected' && log === undefined) {
    return 'Something went wrong inside Quipu. Try again; its log has the details.';
  }
  return fault.message;
}
