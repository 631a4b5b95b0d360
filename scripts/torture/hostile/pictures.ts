import { crc32 } from 'node:zlib';
import { type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';

/** Pictures, sounds and films of impossible size, whose boxes and directories lead back to themselves. */
export const pictures: readonly HostileFile[] = [
  {
    name: 'huge.png',
    content: () => png([chunk('IHDR', dimensions(0x7fffffff)), chunk('IDAT', Buffer.alloc(20))]),
    isQuick: true,
  },
  {
    name: 'notes.png',
    content: () => png(Array(50_000).fill(chunk('tEXt', Buffer.from('Comment\0again and again')))),
  },
  { name: 'huge.gif', content: () => Buffer.from('474946383961ffffffff800000', 'hex'), isQuick: true },
  {
    name: 'huge.bmp',
    content: () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(16, 0xff), dimensions(0x7fffffff)]),
    isQuick: true,
  },
  {
    name: 'loop.tif',
    content: () => Buffer.concat([Buffer.from('49492a0008000000', 'hex'), directory(8)]),
    isQuick: true,
  },
  { name: 'loop.jpg', content: exifLoop, isQuick: true },
  {
    name: 'segments.jpg',
    content: () => joined(Buffer.from('ffd8', 'hex'), repeated(Buffer.from('ffe00002', 'hex'), megabyte)),
  },
  { name: 'boxes.heic', content: () => nestedBoxes('heic', 'meta', 20_000) },
  { name: 'boxes.mp4', content: () => nestedBoxes('mp42', 'moov', 20_000) },
  {
    name: 'empty-boxes.mp4',
    content: () => joined(box('ftyp', Buffer.from('mp42')), repeated(Buffer.alloc(8), 100_000)),
  },
  {
    name: 'endless-box.mp4',
    content: () =>
      joined(box('ftyp', Buffer.from('mp42')), Buffer.from('000000016d6f6f76ffffffffffffffff', 'hex')),
    isQuick: true,
  },
  {
    name: 'huge.webp',
    content: () =>
      Buffer.concat([
        Buffer.from('RIFF'),
        Buffer.alloc(4, 0xff),
        Buffer.from('WEBPVP8X'),
        Buffer.alloc(24, 0xff),
      ]),
    isQuick: true,
  },
  {
    name: 'tag.mp3',
    content: () =>
      joined(Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f'), 'TIT2', Buffer.from('7f7f7f7f0000', 'hex'), 'a'),
    isQuick: true,
  },
  {
    name: 'tags.mp3',
    content: () =>
      joined(
        Buffer.from('ID3\x03\0\0\x7f\x7f\x7f\x7f'),
        repeated(Buffer.from('54495432000000020000000041', 'hex'), megabyte),
      ),
  },
  { name: 'blocks.flac', content: () => joined('fLaC', repeated(Buffer.from('04000000', 'hex'), megabyte)) },
  {
    name: 'pages.ogg',
    content: () => repeated('OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 300_000),
  },
];

function dimensions(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(8, 8);
  return header;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

function png(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

/** One directory of TIFF 6.0 with a pointer to itself as its Exif directory and as the next. */
function directory(at: number): Buffer {
  const entries = Buffer.alloc(18);
  entries.writeUInt16LE(1, 0);
  entries.writeUInt16LE(0x8769, 2);
  entries.writeUInt16LE(4, 4);
  entries.writeUInt32LE(1, 6);
  entries.writeUInt32LE(at, 10);
  entries.writeUInt32LE(at, 14);
  return entries;
}

function exifLoop(): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('49492a0008000000', 'hex'), directory(8)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), length, exif, Buffer.from('ffd9', 'hex')]);
}

function box(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8, 0);
  head.write(type, 4);
  return Buffer.concat([head, data]);
}

function* nestedBoxes(brand: string, type: string, depth: number): Generator<Buffer> {
  yield box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`));
  for (let level = depth; level > 0; level--) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(level * 8, 0);
    head.write(type, 4);
    yield head;
  }
}
