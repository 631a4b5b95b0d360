import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../testing/reason-of.ts';
import { ZipArchive } from './archive.ts';

interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly flags?: number;
  readonly claimedBytes?: number;
}

function zip(entries: readonly Entry[], claimedCount = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0, claimedBytes = content.length } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimedBytes, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claimedCount, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('ZipArchive', () => {
  it('reads entries by name, also behind foreign bytes', () => {
    const bytes = zip([{ name: 'a.xml', content: Buffer.from('<a/>') }]);
    for (const archive of [bytes, Buffer.concat([Buffer.from('stub'), bytes])])
      expect(Buffer.from(new ZipArchive(archive).read('a.xml')).toString()).toBe('<a/>');
  });

  it('stops at a bomb, whatever size it claims', () => {
    const bomb = zip([{ name: 'a.xml', content: Buffer.alloc(20_000_000), claimedBytes: 10 }]);
    expect(reasonOf(() => new ZipArchive(bomb).read('a.xml'))).toBe('too-large');
  });

  it('stops at an entry larger than any document', () => {
    const noise = Buffer.alloc(110_000_000, 'abcdefghij klmnop');
    expect(reasonOf(() => new ZipArchive(zip([{ name: 'a', content: noise }])).read('a'))).toBe('too-large');
  });

  it('names encryption', () => {
    const bytes = zip([{ name: 'a', content: Buffer.from('x'), flags: 1 }]);
    expect(reasonOf(() => new ZipArchive(bytes).read('a'))).toBe('encrypted');
  });

  it('refuses directories that lie', () => {
    const bytes = zip([{ name: 'a', content: Buffer.from('x') }], 60_000);
    expect(reasonOf(() => new ZipArchive(bytes))).toBe('too-large');
    expect(reasonOf(() => new ZipArchive(zip([{ name: 'a', content: Buffer.from('x') }], 9)))).toBe(
      'corrupt',
    );
    expect(reasonOf(() => new ZipArchive(bytes.subarray(0, 40)))).toBe('corrupt');
  });
});
