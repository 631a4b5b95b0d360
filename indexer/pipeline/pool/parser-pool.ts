import type { Reason } from '#main/contract/ledger.ts';
import type { FileMeta } from '../../sources/parser.ts';
import type { Slices } from '../../sources/slices.ts';
import type { FileContent, ParseRequest } from './messages.ts';
import { type Ending, type ParserProcess, ParserWorker, type WorkerEvents } from './parser-worker.ts';

export type { FileContent, ParserProcess };

/** Reads files in child processes, where a hostile one can do no harm and a hanging one is stopped. */
export interface ParserPool {
  /**
   * What one file holds. A file that hangs, crashes or exhausts its parser is content with a reason, not an error.
   * `slices`: what the parser may ask for beside the bytes. Rejects with the signal's reason, or where no parser process can be kept running.
   */
  read(bytes: Uint8Array, meta: FileMeta, signal: AbortSignal, slices?: Slices): Promise<FileContent>;
  close(): Promise<void>;
}

export interface ParserPoolOptions {
  /** Child processes at most; they start when there is work. */
  readonly size: number;
  readonly spawn: () => Promise<ParserProcess>;
  /** A parser in an endless loop, or a decompression bomb that is all work and no memory, is stopped after this. */
  readonly wallMs?: number;
  /** Without work for the first of these all children but one end, and the last one after the second. */
  readonly restsMs?: readonly [number, number];
}

const defaultWallMs = 30_000;
/** A child holds about 100 MB; the last one stays for a while, so that a file that is saved now and then need not wait. */
const defaultRestsMs = [30_000, 600_000] as const;
/** Files in a child's hands: one it reads and one that waits, so that it never idles for a round trip. */
const filesPerChild = 2;
/** Small ones may be more, that it goes on while the engine writes a group of them and takes no answers. */
const smallFilesPerChild = 24;
/** Of all of them together: their answers fit into the channel, so that a child that crashes has sent its last one. */
const smallBytes = 64 * 1024;
/** What one file left behind must not be counted against the next. */
const largestIdleRssBytes = 400 * 1024 * 1024;
/** Children that end before they can read anything: then it is not the files. */
const failedStartsAtMost = 3;

interface Job {
  readonly request: ParseRequest;
  readonly slices: Slices | undefined;
  readonly resolve: (content: FileContent) => void;
  readonly reject: (reason: unknown) => void;
  /** How often a child ended with this file in hand. */
  crashes: number;
}

const reasons: Readonly<Record<Ending, Reason>> = {
  timeout: 'parser-timeout',
  memory: 'parser-memory',
  crash: 'parser-crashed',
};

export function createParserPool(options: ParserPoolOptions): ParserPool {
  return new Pool(options);
}

class Pool implements ParserPool {
  readonly #options: ParserPoolOptions;
  readonly #waiting: Job[] = [];
  readonly #jobs = new Map<number, Job>();
  readonly #workers = new Set<ParserWorker>();
  #starting = 0;
  #failedStarts = 0;
  #nextId = 1;
  #rest: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ParserPoolOptions) {
    this.#options = options;
  }

  read(bytes: Uint8Array, meta: FileMeta, signal: AbortSignal, slices?: Slices): Promise<FileContent> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#closed) return Promise.reject(new Error('the parser pool is closed'));
    const { promise, resolve, reject } = Promise.withResolvers<FileContent>();
    const request: ParseRequest = {
      ...{ id: this.#nextId++, bytes, meta },
      ...(slices !== undefined && { sliceableBytes: slices.sizeBytes }),
    };
    const job: Job = { request, slices, resolve, reject, crashes: 0 };
    const leave = (): void => {
      const at = this.#waiting.indexOf(job);
      if (at >= 0) this.#waiting.splice(at, 1);
      this.#jobs.delete(job.request.id);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    clearTimeout(this.#rest);
    this.#jobs.set(job.request.id, job);
    // Somebody waits before a screen for what is to be shown.
    if (meta.show === undefined) this.#waiting.push(job);
    else this.#waiting.unshift(job);
    this.#pump();
    return promise.finally(() => signal.removeEventListener('abort', leave));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#rest);
    this.#rejectAll(new Error('the parser pool is closed'));
    const workers = [...this.#workers];
    for (const worker of workers) worker.retire();
    await Promise.all(workers.map((worker) => worker.exited));
  }

  #pump(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#freest();
      if (worker === undefined) break;
      const job = this.#waiting.shift();
      if (job !== undefined) worker.take(job.request);
    }
    const wanted = Math.min(this.#options.size - this.#workers.size, this.#waiting.length) - this.#starting;
    for (let i = 0; i < wanted; i++) void this.#start();
  }

  /** The child with the least to do that may take one more; idle ones first. */
  #freest(): ParserWorker | undefined {
    const growing = this.#workers.size + this.#starting < this.#options.size;
    const mostOf = ({ loadBytes }: ParserWorker): number => {
      if (growing) return 1;
      return loadBytes <= smallBytes ? smallFilesPerChild : filesPerChild;
    };
    return [...this.#workers]
      .filter((worker) => worker.load < mostOf(worker))
      .sort((a, b) => a.load - b.load)[0];
  }

  async #start(): Promise<void> {
    this.#starting++;
    try {
      const process = await this.#options.spawn();
      const worker = new ParserWorker(process, this.#options.wallMs ?? defaultWallMs, this.#events);
      if (this.#closed) worker.retire();
      else this.#workers.add(worker);
    } catch (error) {
      this.#startFailed(error);
    } finally {
      this.#starting--;
    }
    if (!this.#closed) this.#pump();
  }

  readonly #events: WorkerEvents = {
    onContent: (worker, id, content) => {
      this.#failedStarts = 0;
      this.#settle(id, content);
      if (worker.load === 0 && worker.rssBytes > largestIdleRssBytes) {
        this.#workers.delete(worker);
        worker.retire();
      }
      this.#pump();
    },
    onWant: (worker, id, at, length) => void this.#give(worker, id, at, length),
    onEnd: (worker, ending, unanswered, wasReady) => {
      this.#workers.delete(worker);
      const [inHand, ...behind] = unanswered;
      if (wasReady) this.#blame(inHand, ending);
      else behind.unshift(...(inHand === undefined ? [] : [inHand]));
      this.#waiting.unshift(...behind.flatMap(({ id }) => this.#jobs.get(id) ?? []));
      if (!wasReady) this.#startFailed(new Error('a parser process ended before it was ready'));
      this.#pump();
    },
  };

  /** A parser that waits for bytes of a file that can't be read, or that nobody wants any more, is ended. */
  async #give(worker: ParserWorker, id: number, at: number, length: number): Promise<void> {
    const job = this.#jobs.get(id);
    try {
      const bytes = await job?.slices?.read(at, length);
      if (bytes === undefined) worker.end();
      else worker.give({ type: 'slice', id, bytes });
    } catch (error) {
      this.#jobs.delete(id);
      job?.reject(error);
      worker.end();
    }
  }

  /** A crash may be the child's own misfortune, so the file gets one more child; a second one is the file's doing. */
  #blame(request: ParseRequest | undefined, ending: Ending): void {
    const job = request === undefined ? undefined : this.#jobs.get(request.id);
    if (job === undefined) return;
    job.crashes++;
    if (ending === 'crash' && job.crashes < 2) this.#waiting.unshift(job);
    else this.#settle(job.request.id, unread(reasons[ending], job.request.meta));
  }

  #settle(id: number, content: FileContent): void {
    this.#jobs.get(id)?.resolve(content);
    this.#jobs.delete(id);
    this.#restAfter(this.#options.restsMs ?? defaultRestsMs);
  }

  #restAfter([restMs, ...later]: readonly number[]): void {
    clearTimeout(this.#rest);
    if (restMs === undefined || this.#jobs.size > 0) return;
    this.#rest = setTimeout(() => {
      for (const worker of [...this.#workers].slice(later.length)) {
        this.#workers.delete(worker);
        worker.retire();
      }
      this.#restAfter(later);
    }, restMs).unref();
  }

  #startFailed(cause: unknown): void {
    this.#failedStarts++;
    if (this.#failedStarts < failedStartsAtMost) return;
    this.#failedStarts = 0;
    this.#rejectAll(new Error('parser processes do not start', { cause }));
  }

  #rejectAll(error: Error): void {
    this.#waiting.length = 0;
    for (const job of this.#jobs.values()) job.reject(error);
    this.#jobs.clear();
  }
}

function unread(reason: Reason, { rulesOff = [] }: FileMeta): FileContent {
  const rules = { off: rulesOff, touched: [] };
  return { parserId: null, parserVersion: null, state: 'failed', reason, detail: null, documents: [], rules };
}
