import { expect, it } from 'vitest';
import { instructionSetsIn } from './read-engines.ts';

it.each([
  ['CPU : SSE3 = 1 | AVX2 = 1 | AVX512 = 0 | LLAMAFILE = 1 | REPACK = 1 | ', ['SSE3', 'AVX2']],
  ['Metal : EMBED_LIBRARY = 1 | CPU : NEON = 1 | ARM_FMA = 1 | ACCELERATE = 1 | ', ['NEON', 'ARM_FMA']],
  ['CUDA : ARCHS = 750 | USE_GRAPHS = 1 | CPU : AVX = 1 | ', ['AVX']],
  ['', []],
])('reads instruction sets out of “%s”', (text, sets) => {
  expect(instructionSetsIn(text)).toEqual(sets);
});
