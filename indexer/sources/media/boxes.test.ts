import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

function box(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(name, 4);
  return Buffer.concat([head, body]);
}

/** A movie header whose clock counts seconds since 1904 (ISO/IEC 14496-12, 8.2.2). */
function movieHeader(created: string): Buffer {
  const header = Buffer.alloc(100);
  const seconds = Date.parse(created) / 1000 + 2_082_844_800;
  header.writeUInt32BE(seconds, 4);
  header.writeUInt32BE(seconds, 8);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(60_000, 16);
  return box('moov', box('mvhd', header));
}

const type = box('ftyp', Buffer.from('isom\0\0\0\0isommp42'));
const moov = movieHeader('2024-08-17T15:30:00Z');

function read(bytes: Uint8Array, skipped?: { at: number; bytes: number }) {
  const meta = { name: 'VID_0817.mp4', modifiedMs: 0, ...(skipped !== undefined && { skipped }) };
  return readDocuments(bytes, meta, defaultLimits);
}

describe('a film of which only the ends were read', () => {
  const pixels = Buffer.alloc(40_000, 'pixel ');
  const whole = Buffer.concat([type, box('mdat', pixels), moov]);

  it('has its date, which stands behind its pictures', async () => {
    for (const [head, tail] of [
      [1_000, 1_000],
      [40, moov.length],
      [20_000, 19_000],
    ] as const) {
      const bytes = Buffer.concat([whole.subarray(0, head), whole.subarray(whole.length - tail)]);
      const { documents } = await read(bytes, { at: head, bytes: whole.length - head - tail });
      expect(documents).toMatchObject([{ title: 'VID 0817', date: '2024-08-17T15:30:00.000Z' }]);
    }
  });

  it('is no worse than one cut off where the ends do not meet', async () => {
    const bytes = Buffer.concat([whole.subarray(0, 100), whole.subarray(whole.length - 50)]);
    const reading = await read(bytes, { at: 100, bytes: whole.length - 150 });
    expect(reading).toMatchObject({ state: 'skipped', reason: 'waiting-recognition' });
  });

  it('reads the same when it is whole', async () => {
    const { documents } = await read(whole);
    expect(documents).toMatchObject([{ date: '2024-08-17T15:30:00.000Z' }]);
  });
});
