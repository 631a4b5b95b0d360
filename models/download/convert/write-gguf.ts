/** A metadata value with its GGUF type. */
export type GgufValue =
  | { readonly type: 'u32' | 'f32' | 'i32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'i32s' | 'f32s'; readonly value: readonly number[] };

export interface GgufTensorShape {
  readonly name: string;
  /** Innermost dimension first: the reverse of what safetensors and numpy write. */
  readonly dimensions: readonly number[];
  readonly encoding: 'f32' | 'q8_0' | 'q4_k' | 'q6_k';
}

export interface GgufTensor extends GgufTensorShape {
  readonly bytes: Uint8Array;
}

const typeIds = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
/** Id, and the size of a block in values and bytes (ggml.c, `type_traits`). */
const encodings = {
  f32: [0, 1, 4],
  q8_0: [8, 32, 34],
  q4_k: [12, 256, 144],
  q6_k: [14, 256, 210],
} as const;
const version = 3;
const alignment = 32;

/** A GGUF file in memory. Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
export function writeGguf(
  metadata: readonly (readonly [string, GgufValue])[],
  tensors: readonly GgufTensor[],
): Uint8Array {
  const { header } = describeGguf(metadata, tensors);
  return Buffer.concat([header, ...tensors.flatMap(({ bytes }) => [bytes, padding(bytes.length)])]);
}

/** The beginning of such a file, up to its tensors' data, and how many bytes of data follow. */
export function describeGguf(
  metadata: readonly (readonly [string, GgufValue])[],
  tensors: readonly GgufTensorShape[],
): { readonly header: Uint8Array; readonly dataBytes: number } {
  const parts: Uint8Array[] = [new TextEncoder().encode('GGUF'), u32(version)];
  parts.push(u64(tensors.length), u64(metadata.length));
  for (const [key, value] of metadata) parts.push(text(key), ...typed(value));
  let offset = 0;
  for (const { name, dimensions, encoding } of tensors) {
    const [id, blockValues, blockBytes] = encodings[encoding];
    parts.push(text(name), u32(dimensions.length), ...dimensions.map(u64), u32(id), u64(offset));
    const values = dimensions.reduce((product, length) => product * length, 1);
    offset += aligned((values / blockValues) * blockBytes);
  }
  parts.push(padding(parts.reduce((sum, part) => sum + part.length, 0)));
  return { header: Buffer.concat(parts), dataBytes: offset };
}

function typed(value: GgufValue): Uint8Array[] {
  switch (value.type) {
    case 'u32':
    case 'i32':
      return [u32(typeIds[value.type]), u32(value.value)];
    case 'f32':
      return [u32(typeIds.f32), f32(value.value)];
    case 'bool':
      return [u32(typeIds.bool), Uint8Array.of(value.value ? 1 : 0)];
    case 'string':
      return [u32(typeIds.string), text(value.value)];
    case 'strings':
      return [u32(typeIds.array), u32(typeIds.string), u64(value.value.length), ...value.value.map(text)];
    case 'f32s':
      return [u32(typeIds.array), u32(typeIds.f32), u64(value.value.length), ...value.value.map(f32)];
    case 'i32s':
      return [u32(typeIds.array), u32(typeIds.i32), u64(value.value.length), ...value.value.map(u32)];
  }
}

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}

function f32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return bytes;
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function padding(length: number): Uint8Array {
  return new Uint8Array(aligned(length) - length);
}
