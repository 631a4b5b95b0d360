import type { ShellPort } from '../platform.ts';

type MessageListener = (event: { readonly data: unknown; readonly ports: readonly ShellPort[] }) => void;
interface Message {
  readonly data: unknown;
  readonly ports: readonly ShellPort[];
}

/** One end of a channel as Electron's are: structured clones, queued until the receiving end is started. */
export class FakePort implements ShellPort {
  other: FakePort | null = null;
  closed = false;
  readonly #onMessage: MessageListener[] = [];
  readonly #onClose: (() => void)[] = [];
  #waiting: Message[] | null = [];

  on(event: 'message' | 'close', listener: MessageListener & (() => void)): this {
    if (event === 'message') this.#onMessage.push(listener);
    else if (this.closed) setImmediate(listener);
    else this.#onClose.push(listener);
    return this;
  }

  postMessage(message: unknown, transfer: readonly ShellPort[] = []): void {
    const data: unknown = structuredClone(message);
    const { other } = this;
    if (other !== null && !this.closed) setImmediate(() => other.#receive({ data, ports: transfer }));
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const message of waiting) this.#deliver(message);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const listener of this.#onClose) listener();
    this.other?.close();
  }

  #receive(message: Message): void {
    if (this.#waiting === null) this.#deliver(message);
    else this.#waiting.push(message);
  }

  #deliver(message: Message): void {
    for (const listener of this.#onMessage) listener(message);
  }
}

export function fakeChannel(): { port1: FakePort; port2: FakePort } {
  const port1 = new FakePort();
  const port2 = new FakePort();
  port1.other = port2;
  port2.other = port1;
  return { port1, port2 };
}
