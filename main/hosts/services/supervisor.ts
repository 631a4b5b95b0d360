import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#indexer/pipeline/log.ts';
import { Fault } from '#main/contract/fault.ts';
import { errorFields } from './logs/logs.ts';
import type { ServiceExit, ServiceProcess } from './service.ts';

export interface SupervisedOptions<T> {
  /** What the person reads in a fault: "model service". */
  readonly label: string;
  readonly start: () => Promise<ServiceProcess>;
  /** The handshake: resolves once the service can be used. A Fault thrown here is final, not retried. */
  readonly connect: (process: ServiceProcess) => Promise<T>;
  /** Asks a running service to end; it is killed where it has not ended after `stopMs`. */
  readonly askToStop: (process: ServiceProcess) => void;
  /** Start again at once after a crash, rather than at the next use. */
  readonly keepRunning: boolean;
  readonly log: Log;
  readonly logPath: string;
  /** Waits before the first, second, … restart; the last repeats. */
  readonly backOffMs?: readonly number[];
  /** This many crashes within `windowMs` and the service is given up. */
  readonly crashLimit?: number;
  readonly windowMs?: number;
  readonly stopMs?: number;
}

/** A service that is started when needed, restarted when it dies, and given up when it dies again and again. */
export interface Supervised<T> {
  /**
   * The connection to the running service; starts it, or waits for a restart under way.
   * Throws Fault `service-failed` once it was given up, and whatever Fault its start reported.
   */
  use(): Promise<T>;
  /** Told of each crash, with the Fault for whoever had a call under way. Returns how to stop listening. */
  onCrash(listener: (fault: Fault) => void): () => void;
  /** It did what it is there for: crashes before that count no more towards giving it up. */
  proved(): void;
  /** The process id while it runs, for the log and for tests. */
  pid(): number | null;
  stop(): Promise<void>;
}

type State<T> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'up'; readonly connection: Promise<T> }
  | { readonly phase: 'failed'; readonly fault: Fault }
  | { readonly phase: 'stopped' };

const defaultBackOffMs = [0, 250, 1000, 4000];

export function supervise<T>(options: SupervisedOptions<T>): Supervised<T> {
  return new Supervisor(options);
}

class Supervisor<T> implements Supervised<T> {
  readonly #options: SupervisedOptions<T>;
  readonly #listeners = new Set<(fault: Fault) => void>();
  #state: State<T> = { phase: 'idle' };
  #process: ServiceProcess | null = null;
  #crashes: number[] = [];
  readonly #stopping = new AbortController();

  constructor(options: SupervisedOptions<T>) {
    this.#options = options;
  }

  use(): Promise<T> {
    const state = this.#state;
    if (state.phase === 'up') return state.connection;
    if (state.phase === 'failed') return Promise.reject(state.fault);
    if (state.phase === 'stopped') return Promise.reject(this.#stoppedFault());
    const connection = this.#startAfterPause();
    this.#state = { phase: 'up', connection };
    // Whoever uses the connection sees its failure; without anyone, the log has it.
    connection.catch(() => undefined);
    return connection;
  }

  onCrash(listener: (fault: Fault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly proved = (): void => {
    this.#crashes = [];
  };

  pid(): number | null {
    return this.#process?.pid ?? null;
  }

  async stop(): Promise<void> {
    this.#state = { phase: 'stopped' };
    this.#stopping.abort();
    const process = this.#process;
    if (process === null) return;
    this.#options.askToStop(process);
    const ended = process.exited.then(() => true);
    const late = delay(this.#options.stopMs ?? 5000, false, { ref: false });
    if (!(await Promise.race([ended, late]))) process.kill();
    await process.exited;
  }

  async #startAfterPause(): Promise<T> {
    const pauseMs = this.#pauseMs();
    if (pauseMs > 0) await delay(pauseMs, undefined, { signal: this.#stopping.signal });
    const process = await this.#started();
    try {
      const gone = process.exited.then(() => Promise.reject(this.#stoppedFault()));
      return await Promise.race([this.#options.connect(process), gone]);
    } catch (error) {
      process.kill();
      const final = error instanceof Fault && error.code !== 'service-stopped' && this.#state.phase === 'up';
      if (final) this.#state = { phase: 'failed', fault: error };
      throw error;
    }
  }

  async #started(): Promise<ServiceProcess> {
    const { log, label, start } = this.#options;
    const process = await start().catch((error: unknown) => {
      log.error('service-not-started', { service: label, ...errorFields(error) });
      this.#ended({ code: null, reason: null });
      throw this.#stoppedFault();
    });
    this.#process = process;
    void process.exited.then((exit) => {
      this.#process = null;
      this.#ended(exit);
    });
    if (this.#stopping.signal.aborted) process.kill();
    return process;
  }

  #pauseMs(): number {
    const { backOffMs = defaultBackOffMs } = this.#options;
    return this.#crashes.length === 0 ? 0 : (backOffMs[this.#crashes.length - 1] ?? backOffMs.at(-1) ?? 0);
  }

  #ended({ code, reason }: ServiceExit): void {
    const { label, log, keepRunning, crashLimit = 5, windowMs = 60_000 } = this.#options;
    if (this.#state.phase !== 'up') return;
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < windowMs), now];
    const crashes = this.#crashes.length;
    log.error('service-crashed', { service: label, code: code ?? -1, reason: reason ?? '', crashes });
    const givenUp = crashes >= crashLimit;
    const fault = givenUp ? this.#failedFault() : this.#stoppedFault();
    this.#state = givenUp ? { phase: 'failed', fault } : { phase: 'idle' };
    for (const listener of this.#listeners) listener(fault);
    if (keepRunning && !givenUp) void this.use();
  }

  #stoppedFault(): Fault {
    return new Fault('service-stopped', { service: this.#options.label });
  }

  #failedFault(): Fault {
    const { label, logPath } = this.#options;
    return new Fault('service-failed', { service: label, times: this.#crashes.length, log: logPath });
  }
}
