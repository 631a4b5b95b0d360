import type { Llama } from 'node-llama-cpp';
import type { Engines } from '../hardware/engines.ts';

export async function readEngines(llama: Llama): Promise<Engines> {
  return {
    mathCores: llama.cpuMathCores,
    instructionSets: instructionSetsIn(llama.systemInfo),
    gpu: llama.gpu === false ? null : await gpuOf(llama, llama.gpu),
  };
}

/** llama.cpp tells them as “CPU : SSE3 = 1 | AVX2 = 1 | …”, with some of its own ways of computing among them. */
export function instructionSetsIn(systemInfo: string): string[] {
  const own = new Set(['LLAMAFILE', 'REPACK', 'OPENMP', 'ACCELERATE', 'KLEIDIAI']);
  const cpu = /CPU : ([^:]*)/.exec(systemInfo)?.[1] ?? '';
  return [...cpu.matchAll(/(\w+) = 1/g)].map(([, name = '']) => name).filter((name) => !own.has(name));
}

async function gpuOf(llama: Llama, kind: string): Promise<Engines['gpu']> {
  const { total, unifiedSize } = await llama.getVramState();
  const [name = kind] = await llama.getGpuDeviceNames();
  return { kind, name, memoryBytes: total, isShared: unifiedSize > 0 };
}
