import type { Llama } from 'node-llama-cpp';
import { type CoreMeter, createCoreMeter, threadsFor } from '../hardware/core-meter.ts';
import { usableCores } from '../hardware/cores.ts';
import { unlimitedThreads } from './llama.ts';

/** Fits the number of threads to the cores that other programs leave; see `threadsFor`. */
export interface ThreadMatch {
  /** Sets the threads of the next evaluation. */
  match(): void;
  /** Lifts the limit. */
  release(): void;
  /** Ends the measuring. */
  stop(): void;
}

/** Often enough that a figure from before an answer is still true when it starts. */
const measureMs = 250;

/** Measures from now on until stopped. With a GPU it does nothing: the work is done there. */
export function matchThreads(llama: Llama, meter: CoreMeter = createCoreMeter()): ThreadMatch {
  if (llama.gpu !== false) return { match: nothing, release: nothing, stop: nothing };
  const cores = usableCores(llama.cpuMathCores);
  const timer = setInterval(() => meter.free(), measureMs);
  timer.unref();
  return {
    match: () => {
      llama.maxThreads = threadsFor(meter.free(), cores);
    },
    release: () => {
      llama.maxThreads = unlimitedThreads;
    },
    stop: () => clearInterval(timer),
  };
}

const nothing = (): void => undefined;
