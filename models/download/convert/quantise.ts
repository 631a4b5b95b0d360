/// <reference lib="es2025.float16" />

/** Values that share one scale. */
const blockValues = 32;
/** One 16-bit float scale, then 32 signed bytes. */
const blockBytes = 34;

/**
 * Q8_0: blocks of 32 values as a 16-bit float scale and signed bytes, value = scale * byte.
 * The same arithmetic as llama.cpp's `quantize_row_q8_0_ref` (ggml-quants.c), so that files compare equal.
 */
export function quantiseQ8(values: Float32Array): Uint8Array {
  const blocks = values.length / blockValues;
  if (!Number.isInteger(blocks)) throw new RangeError(`${values.length} values do not fill blocks of 32`);
  const out = new Uint8Array(blocks * blockBytes);
  const view = new DataView(out.buffer);
  for (let block = 0; block < blocks; block++) {
    const row = values.subarray(block * blockValues, (block + 1) * blockValues);
    const scale = Math.fround(largest(row) / 127);
    const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
    view.setFloat16(block * blockBytes, scale, true);
    for (let i = 0; i < blockValues; i++) {
      const scaled = Math.fround((row[i] ?? 0) * inverse);
      // C's roundf: halves away from zero, which Math.round does only above zero.
      view.setInt8(block * blockBytes + 2 + i, Math.sign(scaled) * Math.round(Math.abs(scaled)));
    }
  }
  return out;
}

function largest(values: Float32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
