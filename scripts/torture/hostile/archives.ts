import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';
import { deflatedZeros, overlappingZip, type ZipEntry, zipOf } from './zip-writer.ts';

/** 45 MB of zeros as bzip2 packs them; streams of it may follow one another. */
const bzip2Zeros = Buffer.from(
  'QlpoOTFBWSZTWckBtsgBWKtAIMAAEAAACCAAMMwFKaZSSFJsVJIUni7kinChIZIDbZA=',
  'base64',
);
const harm = Buffer.from('This stands in a file whose name leads out of its archive.');

const escapes: readonly (readonly [name: string, entry: ZipEntry])[] = [
  ['leads-out.zip', { name: '../../../../tmp/quipu-leads-out.txt', bytes: harm }],
  ['absolute.zip', { name: '/tmp/quipu-absolute.txt', bytes: harm }],
  ['drive.zip', { name: 'C:\\Windows\\quipu-drive.txt', bytes: harm }],
  ['backslash.zip', { name: '..\\..\\quipu-backslash.txt', bytes: harm }],
  ['nul-name.zip', { name: 'harmless.txt\0.exe', bytes: harm }],
  ['turned-name.zip', { name: '\u202etxt.exe', bytes: harm }],
  ['long-name.zip', { name: `${'a/'.repeat(32_000)}b.txt`, bytes: harm }],
  ['link.zip', { name: 'link.txt', bytes: Buffer.from('/etc/passwd'), isLink: true }],
  ['prototype.zip', { name: '__proto__/constructor.txt', bytes: harm }],
];

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const tarEnd = Buffer.alloc(1024);

function signature(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** A header of ustar (POSIX 1003.1) with whatever it is told, and a right checksum. */
function tarHeader(name: string, octalSize: string, type = '0', link = ''): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\x000000000\x000000000\0', 100);
  header.write(octalSize, 124, 12);
  header.write('00000000000\0        ', 136);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function tarOf(name: string): Buffer {
  const size = harm.length.toString(8).padStart(11, '0');
  const padding = Buffer.alloc(512 - (harm.length % 512));
  return Buffer.concat([tarHeader(name, size), harm, padding, tarEnd]);
}

/** Archives that unpack without end, lie about their sizes or name files outside themselves. */
export const archives: readonly HostileFile[] = [
  { name: 'zeros-4-gb.zip', content: () => zipOf([zeros('zeros.txt', 4_000)]) },
  {
    name: 'overlapping.zip',
    content: () => overlappingZip(5_000, Buffer.alloc(20 * megabyte, 'x'), (at) => `${at}.txt`),
  },
  { name: 'nested-10-deep.zip', content: () => nested(10, 1), isQuick: true },
  { name: 'nested-10-wide.zip', content: () => nested(6, 10) },
  { name: 'million-entries.zip', content: () => overlappingZip(1_000_000, harm, (at) => `${at}.txt`) },
  { name: 'says-less.zip', content: () => zipOf([{ ...zeros('less.txt', 600), claimedBytes: 10 }]) },
  {
    name: 'says-more.zip',
    content: () => zipOf([{ name: 'more.txt', bytes: harm, claimedBytes: 4_000_000_000 }]),
    isQuick: true,
  },
  ...escapes.map(([name, entry]): HostileFile => ({ name, content: () => zipOf([entry]), isQuick: true })),
  { name: 'cut-off.zip', content: () => zipOf([{ name: 'a.txt', bytes: harm }]).subarray(0, 60) },
  { name: 'zeros-10-gb.gz', content: () => joined(gzipHeader, deflatedZeros(10_000), Buffer.alloc(8)) },
  { name: 'nested.tar.gz.gz', content: () => deepGzip(50) },
  { name: 'zeros-45-gb.bz2', content: () => repeated(bzip2Zeros, 1_000) },
  { name: 'zeros.zst', content: () => repeated(zstdCompressSync(Buffer.alloc(100 * megabyte)), 100) },
  { name: 'says-more.tar', content: () => joined(tarHeader('a.txt', '77777777777'), harm), isQuick: true },
  { name: 'negative-size.tar', content: () => joined(tarHeader('a.txt', '-0000000001'), harm) },
  { name: 'leads-out.tar', content: () => tarOf('../../../tmp/quipu-leads-out.txt') },
  { name: 'link.tar', content: () => joined(tarHeader('link', '00000000000', '2', '/etc/passwd'), tarEnd) },
  {
    name: 'million-entries.tar',
    content: () => joined(repeated(tarHeader('a', '00000000000'), 300_000), tarEnd),
  },
  { name: 'damaged.7z', content: () => joined(signature('377abcaf271c0004'), repeated('\xff', 5_000)) },
  { name: 'damaged.rar', content: () => joined(signature('526172211a070100'), repeated('\x7f', 5_000)) },
  {
    name: 'damaged.xz',
    content: () => joined(signature('fd377a585a000004e6d6b446'), repeated('\xee', 5_000)),
  },
];

function zeros(name: string, megabytes: number): ZipEntry {
  return { name, bytes: deflatedZeros(megabytes), isDeflated: true, claimedBytes: megabytes * megabyte };
}

/** Archives in archives, `wide` at each level, with a megabyte at the bottom. */
function nested(depth: number, wide: number): Buffer {
  let inner = zipOf([{ name: 'bottom.txt', bytes: Buffer.alloc(megabyte, 'deep ') }]);
  for (let level = 0; level < depth; level++) {
    const bytes = inner;
    inner = zipOf(Array.from({ length: wide }, (_, at) => ({ name: `${level}-${at}.zip`, bytes })));
  }
  return inner;
}

function deepGzip(depth: number): Buffer {
  let inner: Buffer = harm;
  for (let level = 0; level < depth; level++) inner = gzipSync(inner);
  return inner;
}
