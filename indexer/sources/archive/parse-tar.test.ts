import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/read.ts';

interface Entry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  readonly claimedBytes?: number;
}

function entryOf({ name, content = '', type = '0', claimedBytes }: Entry): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write((claimedBytes ?? body.length).toString(8).padStart(11, '0'), 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

function tar(...entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.map(entryOf), Buffer.alloc(1024)]);
}

const note = { name: 'notes/roof.md', content: '# Roof\n\nThe slates come from Wales.' };
const list = { name: 'list.txt', content: 'Bread, butter and a lamp.' };

describe('a tar archive', () => {
  it.each([
    ['house.tar', tar(note, list)],
    ['house.tar.gz', gzipSync(tar(note, list))],
    ['house.tgz', gzipSync(tar(note, list))],
    ['house.tar.zst', zstdCompressSync(tar(note, list))],
    ['house', tar(note, list)],
    ['house.zip', gzipSync(tar(note, list))],
    ['without-end.tar', entryOf(list)],
  ])('%s is read file by file', async (name, bytes) => {
    const { state, documents } = await read(name, bytes);
    expect(state).toBe('indexed');
    expect(documents.at(-1)).toMatchObject({ member: 'list.txt', title: 'list' });
  });

  it('gives long names from either kind of record, and leaves out links, folders and hidden files', async () => {
    const path = `${'deep/'.repeat(30)}slate.txt`;
    const pax = `${path.length + 10} path=${path}\n`;
    const bytes = tar(
      { name: 'deep', type: '5' },
      { name: 'link.txt', type: '2' },
      { name: '.hidden.txt', content: 'Hidden.' },
      { name: 'PaxHeaders/slate.txt', type: 'x', content: pax },
      { name: 'deep/slate.txt', content: 'Slate.' },
      { name: '././@LongLink', type: 'L', content: 'a/long name.txt\0' },
      { name: 'a/long', content: 'Long.' },
    );
    const { documents } = await read('a.tar', bytes);
    expect(documents.map(({ member }) => member)).toEqual([
      path.split('/').slice(-21).join('/'),
      'a/long name.txt',
    ]);
  });

  it('that breaks off keeps what stands before', async () => {
    const bytes = tar(note, { ...list, claimedBytes: 1_000_000 });
    const reading = await read('a.tar', bytes);
    expect(reading).toMatchObject({ state: 'partly', reason: 'member-unread', detail: 'list.txt (damaged)' });
    expect(reading.documents).toHaveLength(1);
    const packed = gzipSync(tar(note, { name: 'noise.txt', content: noise(300_000) }));
    const cut = await read('a.tgz', packed.subarray(0, packed.length - 100_000));
    expect(cut).toMatchObject({ state: 'partly', reason: 'member-unread', detail: 'noise.txt (damaged)' });
  });

  it('that is something else is damaged', async () => {
    expect(await read('a.tar', Buffer.from('only words'))).toMatchObject({
      state: 'failed',
      reason: 'corrupt',
    });
  });
});

describe('one compressed file', () => {
  it('is read by its name without the ending', async () => {
    const { documents, parserId } = await read('list.txt.gz', gzipSync(list.content));
    expect(parserId).toBe('compressed');
    expect(documents).toMatchObject([{ member: 'list.txt', text: list.content }]);
  });

  it('that is a bomb is stopped', async () => {
    const reading = await read('zeros.txt.gz', gzipSync(Buffer.alloc(50_000_000)));
    expect(reading).toMatchObject({ state: 'failed', reason: 'too-large' });
  });

  it('that is damaged says so', async () => {
    const bytes = gzipSync(noise(10_000)).subarray(0, 2_000);
    expect(await read('list.txt.gz', bytes)).toMatchObject({ state: 'failed', reason: 'corrupt' });
  });
});

/** Text that hardly compresses, the same each time. */
function noise(count: number): string {
  let block = 'noise';
  let text = '';
  while (text.length < count) {
    block = createHash('sha256').update(block).digest('base64');
    text += block;
  }
  return text;
}
