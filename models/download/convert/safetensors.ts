/** One weight matrix or vector of a safetensors file; `shape` as written, outermost dimension first. */
export interface Weights {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

interface TensorEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const lengthBytes = 8;

/**
 * Reads the 32-bit float tensors of a safetensors file by name; tensors of other types are left out.
 * Format: https://github.com/huggingface/safetensors#format (u64 header length, JSON header, data).
 */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, Weights> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  const dataStart = lengthBytes + headerBytes;
  // A safetensors header is an object of entries beside `__metadata__`; the file's checksum was compared before.
  const header = JSON.parse(new TextDecoder().decode(file.subarray(lengthBytes, dataStart))) as Record<
    string,
    TensorEntry
  >;
  const weights = new Map<string, Weights>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__' || entry.dtype !== 'F32') continue;
    const [start, end] = entry.data_offsets;
    // Copied: a Float32Array must start at a multiple of four (and a Buffer's own slice would share).
    const bytes = new Uint8Array(file.subarray(dataStart + start, dataStart + end));
    weights.set(name, { shape: entry.shape, values: new Float32Array(bytes.buffer) });
  }
  return weights;
}
