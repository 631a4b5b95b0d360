import { setTimeout as rest } from 'node:timers/promises';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { peakMegabytes, pidsOf } from '../../bench/engine.ts';

const everyMs = 250;

/** What was seen of an engine and its parsers while they worked. */
export interface EngineSeen {
  /** Processes that were the engine: more than one after a crash. */
  readonly engines: number;
  /** The longest time that a call waited for its answer. */
  readonly longestReplyMs: number;
  readonly parserMb: number;
  readonly engineMb: number;
}

/** Looks at the engine's processes and asks it something, again and again until `end`. */
export function watchEngine(client: EngineClient): { end(): Promise<EngineSeen> } {
  const looks = new Map<number, number>();
  let [parserMb, engineMb, longestReplyMs] = [0, 0, 0];
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      for (const pid of pidsOf('engine')) looks.set(pid, (looks.get(pid) ?? 0) + 1);
      const peaks = peakMegabytes();
      parserMb = Math.max(parserMb, Math.round(peaks['parserPeakMb'] ?? 0));
      engineMb = Math.max(engineMb, Math.round(peaks['enginePeakMb'] ?? 0));
      const asked = performance.now();
      await client.status();
      longestReplyMs = Math.max(longestReplyMs, Math.round(performance.now() - asked));
      await rest(everyMs);
    }
  };
  const looking = look();
  return {
    async end() {
      isOver = true;
      await looking;
      // A service that is just being started is a copy of the engine for a moment.
      const engines = [...looks.values()].filter((count) => count > 1).length;
      return { engines, longestReplyMs, parserMb, engineMb };
    },
  };
}
