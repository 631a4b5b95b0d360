import { describe, expect, it } from 'vitest';
import { reasonOf } from '../testing/reason-of.ts';
import { OleContainer } from './container.ts';

const sectorBytes = 512;

/** A container of one directory sector, at sector 1, whose table of sectors lies in sector 0. */
function container(directoryFollowedBy: number, rootChild: number): Buffer {
  const bytes = Buffer.alloc(3 * sectorBytes);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0xfffffffe, 60);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.fill(0xff, 76, sectorBytes);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffd, sectorBytes);
  bytes.writeUInt32LE(directoryFollowedBy, sectorBytes + 4);
  const root = 2 * sectorBytes;
  bytes.writeUInt16LE(22, root + 64);
  bytes.writeUInt32LE(rootChild, root + 76);
  const child = root + 128;
  bytes.write('Words', child, 'utf16le');
  bytes.writeUInt16LE(12, child + 64);
  bytes.writeUInt8(2, child + 66);
  bytes.writeUInt32LE(1, child + 68);
  bytes.writeUInt32LE(0, child + 72);
  return bytes;
}

describe('OleContainer', () => {
  it('lists the streams of its root, whatever loops the directory is drawn with', () => {
    expect(new OleContainer(container(0xfffffffe, 1)).has('Words')).toBe(true);
    expect(new OleContainer(container(0xfffffffe, 77)).has('Words')).toBe(false);
  });

  it('ends where a chain of sectors leads back into itself or out of the file', () => {
    expect(reasonOf(() => new OleContainer(container(1, 1)))).toBe('corrupt');
    expect(reasonOf(() => new OleContainer(container(500_000, 1)))).toBe('corrupt');
  });

  it('ends where the file is cut short', () => {
    expect(reasonOf(() => new OleContainer(container(0xfffffffe, 1).subarray(0, 700)))).toBe('corrupt');
    expect(reasonOf(() => new OleContainer(new Uint8Array(8)))).toBe('corrupt');
  });
});
