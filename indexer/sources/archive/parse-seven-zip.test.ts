import { crc32 } from 'node:zlib';
import SevenZip from '7z-wasm';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/read.ts';

/** A 7z archive of these files, made by 7-Zip itself. */
async function sevenZip(files: Readonly<Record<string, string | Uint8Array>>, ...options: readonly string[]) {
  const { FS, callMain } = await SevenZip({ print: () => undefined, printErr: () => undefined });
  for (const [name, content] of Object.entries(files)) {
    const folders = name.split('/').slice(0, -1);
    for (const depth of folders.keys()) FS.mkdir(`/${folders.slice(0, depth + 1).join('/')}`);
    FS.writeFile(`/${name}`, content);
  }
  callMain(['a', ...options, '/made.7z', ...Object.keys(files).map((name) => `/${name.split('/')[0]}`)]);
  return FS.readFile('/made.7z');
}

describe('a 7z archive', () => {
  it('is read file by file, without what is hidden', async () => {
    const bytes = await sevenZip({
      'notes/roof "new".md': '# Roof\n\nThe slates come from Wales.',
      'räksmörgås.txt': 'Shrimps on toast.',
      '.hidden.txt': 'Hidden.',
    });
    const { state, documents } = await read('house.7z', bytes);
    expect(state).toBe('indexed');
    expect(documents.map(({ member }) => member).sort()).toEqual(['notes/roof "new".md', 'räksmörgås.txt']);
    expect(documents.find(({ title }) => title === 'Roof')?.text).toContain('The slates come from Wales.');
  });

  it('with a password is encrypted, whether or not its names are', async () => {
    const files = { 'a.txt': 'One.' };
    const locked = { state: 'skipped', reason: 'encrypted' };
    expect(await read('a.7z', await sevenZip(files, '-psecret'))).toMatchObject(locked);
    expect(await read('a.7z', await sevenZip(files, '-psecret', '-mhe=on'))).toMatchObject(locked);
  });

  it('that is a bomb is stopped', async () => {
    const bytes = await sevenZip({ 'zeros.txt': new Uint8Array(30_000_000) });
    expect(await read('a.7z', bytes)).toMatchObject({ reason: 'too-large', documents: [] });
  });

  it('whose names lead out of it gives nothing of what lies there', async () => {
    const bytes = Buffer.from(await sevenZip({ 'aa/archive': 'One.' }, '-mhc=off'));
    const from = Buffer.from('aa/archive', 'utf16le');
    bytes.write('../archive', bytes.indexOf(from), 'utf16le');
    const header = 32 + Number(bytes.readBigUInt64LE(12));
    bytes.writeUInt32LE(crc32(bytes.subarray(header)), 28);
    bytes.writeUInt32LE(crc32(bytes.subarray(12, 32)), 8);
    const { reason, documents } = await read('a.7z', bytes);
    expect({ reason, documents }).toEqual({ reason: 'member-unread', documents: [] });
  });

  it('cut off anywhere is damaged', async () => {
    const bytes = await sevenZip({ 'a.txt': 'One. '.repeat(50) });
    for (const length of [20, 40, bytes.length >> 1, bytes.length - 1])
      expect(await read('a.7z', bytes.subarray(0, length))).toMatchObject({
        state: 'failed',
        reason: 'corrupt',
      });
  });

  it('leaves Node’s own lookup of constants as it was', async () => {
    const before = Object.getOwnPropertyDescriptor(process, 'binding');
    await read('a.7z', await sevenZip({ 'a.txt': 'One.' }));
    expect(Object.getOwnPropertyDescriptor(process, 'binding')).toEqual(before);
  });
});
