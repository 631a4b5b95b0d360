import type { FileContent, ParseRequest, ParserPort, ParserReply, SliceGiven } from './messages.ts';

/** A parser's process as the pool sees it. */
export interface ParserProcess {
  readonly pid: number;
  readonly port: ParserPort;
  readonly exited: Promise<{ readonly code: number | null; readonly reason?: 'memory' | null }>;
  kill(): void;
}

/** Why a child ended while it had a file in hand. */
export type Ending = 'timeout' | 'memory' | 'crash';

export interface WorkerEvents {
  onContent(worker: ParserWorker, id: number, content: FileContent): void;
  /** It asks for bytes of the file in hand; until they are given its time does not run on. */
  onWant(worker: ParserWorker, id: number, at: number, length: number): void;
  /** `unanswered`: the requests it had, the one in hand first; `wasReady` is false where it never began. */
  onEnd(worker: ParserWorker, ending: Ending, unanswered: readonly ParseRequest[], wasReady: boolean): void;
}

/** V8 ends the process with this code or with SIGABRT where the heap is full. */
const heapFullCode = 134;

/** A child that is not ready after this hangs; a busy computer needs seconds to start one, which no file is to blame for. */
const startMs = 30_000;
/** A mailbox of 190 MB took 13 s of one core, and 29 s on a busy computer: a large file is given more time. */
const wallMsPerMegabyte = 500;

/**
 * One child: takes requests in order, is killed when the one in hand takes longer than `wallMs` and what its size
 * adds to that.
 */
export class ParserWorker {
  readonly #process: ParserProcess;
  readonly #events: WorkerEvents;
  readonly #wallMs: number;
  readonly #unanswered: ParseRequest[] = [];
  #timer: NodeJS.Timeout | undefined;
  #ready = false;
  #timedOut = false;
  #retired = false;
  rssBytes = 0;

  constructor(process: ParserProcess, wallMs: number, events: WorkerEvents) {
    this.#process = process;
    this.#wallMs = wallMs;
    this.#events = events;
    process.port.on('message', ({ data }) => this.#receive(data as ParserReply));
    void process.exited.then(({ code, reason }) => this.#ended(code, reason ?? null));
    this.#watch(startMs);
  }

  get load(): number {
    return this.#unanswered.length;
  }

  /** Of the files that it has in hand. */
  get loadBytes(): number {
    return this.#unanswered.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  take(request: ParseRequest): void {
    this.#unanswered.push(request);
    if (this.#unanswered.length === 1 && this.#ready) this.#watch();
    this.#process.port.postMessage(request);
  }

  give(slice: SliceGiven): void {
    this.#process.port.postMessage(slice);
  }

  /** What it had in hand is lost; what waits behind that is told. */
  end(): void {
    this.#process.kill();
  }

  /** Ends it without telling anyone: its work is done or no longer wanted. */
  retire(): void {
    this.#retired = true;
    clearTimeout(this.#timer);
    this.#process.kill();
  }

  get exited(): Promise<unknown> {
    return this.#process.exited;
  }

  #receive(reply: ParserReply): void {
    if (reply.type === 'ready') {
      this.#ready = true;
    } else if (reply.type === 'want') {
      this.#events.onWant(this, reply.id, reply.at, reply.length);
    } else if (this.#unanswered[0]?.id === reply.id) {
      this.#unanswered.shift();
      this.rssBytes = reply.rssBytes;
    }
    if (this.#unanswered.length > 0) this.#watch();
    else clearTimeout(this.#timer);
    if (reply.type === 'content') this.#events.onContent(this, reply.id, reply.content);
  }

  #watch(limitMs = this.#wallMs + megabytes(this.#unanswered[0]) * wallMsPerMegabyte): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timedOut = true;
      this.#process.kill();
    }, limitMs);
  }

  #ended(code: number | null, reason: 'memory' | null): void {
    clearTimeout(this.#timer);
    if (this.#retired) return;
    const ending = this.#timedOut
      ? 'timeout'
      : reason === 'memory' || code === heapFullCode
        ? 'memory'
        : 'crash';
    this.#events.onEnd(this, ending, this.#unanswered, this.#ready);
  }
}

function megabytes(request: ParseRequest | undefined): number {
  return (request?.bytes.length ?? 0) / 1_000_000;
}
