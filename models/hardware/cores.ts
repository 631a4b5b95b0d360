import { availableParallelism } from 'node:os';

/**
 * Cores to compute on: physical ones (`mathCores`, as llama.cpp counts them), and no more than this process may use
 * (containers and affinity masks give it less than the machine has).
 */
export function usableCores(mathCores: number): number {
  return Math.max(1, Math.min(mathCores, availableParallelism()));
}
