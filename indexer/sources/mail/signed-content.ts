/** Elements inside elements: against nesting without end. */
const deepestElement = 50;
/** Chunks of one content: against millions of empty ones. */
const mostChunks = 1_000_000;
/** `1.2.840.113549.1.7.2`, signed-data (RFC 5652 5.1). */
const signedData = Buffer.from('2a864886f70d010702', 'hex');

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Where the next element begins. */
  readonly next: number;
}

/** The message inside an opaque signature (RFC 8551 3.5.2); null where the bytes are encrypted or damaged. */
export function signedContent(bytes: Uint8Array): Uint8Array | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [type, wrapped] = childrenAt(data, 0);
  if (type === undefined || wrapped === undefined) return null;
  if (!data.subarray(type.start, type.end).equals(signedData)) return null;
  const content = childrenAt(data, wrapped.start)[2];
  const holder = content === undefined ? undefined : childrenOf(data, content)[1];
  const octets = holder === undefined ? undefined : childrenOf(data, holder)[0];
  return octets === undefined ? null : octetsOf(data, octets);
}

function childrenAt(data: Buffer, at: number): Element[] {
  const element = elementAt(data, at, 0);
  return element === null ? [] : childrenOf(data, element);
}

function childrenOf(data: Buffer, parent: Element): Element[] {
  const children: Element[] = [];
  for (let at = parent.start; at < parent.end && children.length < mostChunks; ) {
    const child = elementAt(data, at, 0);
    if (child === null || child.next <= at) break;
    children.push(child);
    at = child.next;
  }
  return children;
}

/** An octet string in one piece, or in the chunks that programs write while they do not know its length yet. */
function octetsOf(data: Buffer, { tag, start, end }: Element): Uint8Array | null {
  if (tag === 0x04) return data.subarray(start, end);
  if (tag !== 0x24) return null;
  const chunks = childrenOf(data, { tag, start, end, next: end }).filter((chunk) => chunk.tag === 0x04);
  return Buffer.concat(chunks.map((chunk) => data.subarray(chunk.start, chunk.end)));
}

/** One element of BER (X.690 8.1): lengths may be left open and ended by two zeros. */
function elementAt(data: Buffer, at: number, depth: number): Element | null {
  const [tag, length] = [data[at], data[at + 1]];
  if (tag === undefined || length === undefined || depth > deepestElement) return null;
  if (length === 0x80) return openElementAt(data, at, tag, depth);
  const lengthBytes = length < 0x80 ? 0 : length & 0x7f;
  const start = at + 2 + lengthBytes;
  if (lengthBytes > 5 || start > data.length) return null;
  const size = lengthBytes === 0 ? length : data.readUIntBE(at + 2, lengthBytes);
  const end = Math.min(data.length, start + size);
  return { tag, start, end, next: end };
}

function openElementAt(data: Buffer, at: number, tag: number, depth: number): Element | null {
  const start = at + 2;
  let end = start;
  while (end < data.length && !(data[end] === 0 && data[end + 1] === 0)) {
    const child = elementAt(data, end, depth + 1);
    if (child === null || child.next <= end) return null;
    end = child.next;
  }
  return { tag, start, end, next: end + 2 };
}
