import type { Fault } from '#main/contract/fault.ts';
import type { Room } from '../store/room.ts';

const firstPauseMs = 3_000;
/** What a look at the disk does not tell (a quota, permissions) is only found by writing. */
const longestPauseMs = 60_000;

/** What keeps the library from being written, and when that is tried again. */
export interface Trouble {
  /** Null where writing may be tried. */
  fault(): Fault | null;
  met(fault: Fault): void;
  /** Something was written. */
  over(): void;
  /** Nothing was written since trouble was met: one file is tried before the others, for each is read to be written. */
  isInDoubt(): boolean;
  close(): void;
}

/**
 * After each trouble nothing is tried for a while that grows; with a full disk not before there is room. `tell` is
 * called with each look at it, `retry` when it is time.
 */
export function createTrouble(room: Room, retry: () => void, tell: () => void): Trouble {
  let fault: Fault | null = null;
  let meetings = 0;
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    if (fault?.code === 'index-needs-room' && room.isShort()) {
      fault = room.shortage();
      timer = setTimeout(look, firstPauseMs);
      tell();
    } else {
      fault = null;
      retry();
    }
  };

  return {
    fault: () => fault,
    met(met) {
      // Files in flight meet it one after the other.
      if (fault === null) {
        meetings += 1;
        timer = setTimeout(look, Math.min(firstPauseMs * 2 ** (meetings - 1), longestPauseMs));
      }
      fault = met;
    },
    over() {
      meetings = 0;
    },
    isInDoubt: () => meetings > 0,
    close: () => clearTimeout(timer),
  };
}
