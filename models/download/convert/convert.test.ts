import { expect, it } from 'vitest';
import { quantiseQ8 } from './quantise.ts';
import { readSafetensors } from './safetensors.ts';

it('a block keeps its largest value exactly and the rest within half a step', () => {
  const values = Float32Array.from({ length: 64 }, (_, i) => (i < 32 ? Math.sin(i) * 3 : 0));
  const bytes = quantiseQ8(values);
  expect(bytes).toHaveLength(68);
  const view = new DataView(bytes.buffer);
  const scale = view.getFloat16(0, true);
  expect(scale * 127).toBeCloseTo(Math.max(...values.map(Math.abs)), 2);
  for (let i = 0; i < 32; i++)
    expect(Math.abs(view.getInt8(2 + i) * scale - (values[i] ?? 0))).toBeLessThan(scale);
  expect([...bytes.subarray(34)], 'zeros stay zeros').toEqual(Array(34).fill(0));
});

it('rounds halves away from zero, on both sides', () => {
  const values = new Float32Array(32);
  values.set([127, 2.5, -2.5, 3.5, -3.5]);
  expect([...new Int8Array(quantiseQ8(values).buffer, 2, 5)]).toEqual([127, 3, -3, 4, -4]);
});

it('safetensors are read by name, whatever the header’s length', () => {
  const header = JSON.stringify({
    __metadata__: { format: 'pt' },
    ids: { dtype: 'I64', shape: [1], data_offsets: [0, 8] },
    weight: { dtype: 'F32', shape: [1, 2], data_offsets: [8, 16] },
  });
  const file = Buffer.alloc(8 + header.length + 16);
  file.writeBigUInt64LE(BigInt(header.length));
  file.write(header, 8);
  file.writeFloatLE(1.5, 8 + header.length + 8);
  file.writeFloatLE(-2, 8 + header.length + 12);
  const weights = readSafetensors(file);
  expect([...weights.keys()]).toEqual(['weight']);
  expect(weights.get('weight')).toEqual({ shape: [1, 2], values: Float32Array.of(1.5, -2) });
});
