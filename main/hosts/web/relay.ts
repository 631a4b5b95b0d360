import type { RawData, WebSocket } from 'ws';
import { faultOf } from '#main/contract/fault-of.ts';

/** Beyond this much unsent the engine is not read from until the page has caught up. */
const unsentBytes = 4 * 1024 * 1024;

/** RFC 6455 7.4.1: the engine went away and is being started again; the page connects anew. */
const restarting = 1012;
const refused = 1011;

/**
 * Passes frames between the page and an engine's socket, unread. Either side's end ends the other, which cancels
 * what the page had asked for. A fault of reaching the engine closes with its code as the reason.
 */
export function relay(page: WebSocket, engineSocket: () => Promise<WebSocket>): void {
  const early: { data: RawData; isBinary: boolean }[] = [];
  const keep = (data: RawData, isBinary: boolean): void => void early.push({ data, isBinary });
  page.on('message', keep);
  page.on('error', () => page.terminate());
  engineSocket().then(
    (engine) => {
      page.off('message', keep);
      join(page, engine);
      for (const { data, isBinary } of early) engine.send(data, { binary: isBinary });
    },
    (error: unknown) => page.close(refused, faultOf(error).code),
  );
}

function join(page: WebSocket, engine: WebSocket): void {
  page.on('message', (data, isBinary) => engine.send(data, { binary: isBinary }));
  page.on('close', () => engine.close());
  engine.on('close', () => page.close(restarting));
  engine.on('message', (data, isBinary) => {
    page.send(data, { binary: isBinary }, () => {
      if (engine.isPaused && page.bufferedAmount < unsentBytes) engine.resume();
    });
    if (page.bufferedAmount >= unsentBytes) engine.pause();
  });
  if (page.readyState !== page.OPEN) engine.close();
}
