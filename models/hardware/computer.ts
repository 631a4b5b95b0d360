import { cpus, totalmem } from 'node:os';
import type { Computer } from '#main/contract/models.ts';
import { usableCores } from './cores.ts';
import type { Engines } from './engines.ts';

/** This computer as far as models are concerned: what this process may use of it. */
export function computerOf({ mathCores, instructionSets, gpu }: Engines, freeDiskBytes: number): Computer {
  const [first] = cpus();
  return {
    memoryBytes: memoryBytes(totalmem(), process.constrainedMemory()),
    cores: usableCores(mathCores),
    processor: first?.model.trim() ?? '',
    instructionSets: [...instructionSets],
    gpu,
    freeDiskBytes,
  };
}

/** A container may have less than the machine; where it has no limit, 0 or a number beyond any memory is told. */
export function memoryBytes(total: number, constrained: number): number {
  return constrained > 0 && constrained < total ? constrained : total;
}

/** Tells this computer from another, or from itself with other parts in it: what was measured holds as long. */
export function computerName({
  processor,
  cores,
  memoryBytes: memory,
  instructionSets,
  gpu,
}: Computer): string {
  return JSON.stringify([processor, cores, memory, instructionSets, gpu?.name, gpu?.memoryBytes]);
}
