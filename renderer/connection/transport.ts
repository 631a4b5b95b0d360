import type { Link } from './client.ts';

/** An open line to the engine. */
export interface Channel {
  readonly link: Link;
  /** Resolves once, when the line is gone. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Why no line could be opened: nobody answered, or this page may not ask. */
export class NoChannel extends Error {
  readonly reason: 'unreachable' | 'locked';

  constructor(reason: 'unreachable' | 'locked') {
    super(reason);
    this.name = 'NoChannel';
    this.reason = reason;
  }
}

/** Opens a line; rejects with NoChannel. One for the page in a browser, one for the window in Electron. */
export type Transport = (signal: AbortSignal) => Promise<Channel>;
