import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/read.ts';
import { checkContainer } from './check-container.ts';
import { rtfBody } from './rtf-body.ts';

const mail = readFileSync(new URL('./cases/mail.msg', import.meta.url));

/** The sector of a container's own header field, as an offset. */
function sectorAt(bytes: Buffer, field: number): number {
  return (bytes.readUInt32LE(field) + 1) * 512;
}

function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(mail);
  change(bytes);
  return bytes;
}

describe('an Outlook item', () => {
  it('is known by its content where its name says nothing', async () => {
    expect(await read('item', mail)).toMatchObject({ state: 'indexed', parserId: 'msg' });
  });

  it.each([
    [
      'a chain that runs in circles',
      changed((bytes) => bytes.fill(0, sectorAt(bytes, 76), sectorAt(bytes, 76) + 512)),
    ],
    [
      'a tree that runs in circles',
      changed((bytes) => bytes.writeUInt32LE(1, sectorAt(bytes, 48) + 128 + 68)),
    ],
    [
      'a stream that claims 4 GB',
      changed((bytes) => bytes.writeUInt32LE(0xffffffff, sectorAt(bytes, 48) + 128 + 120)),
    ],
    ['an end in its midst', mail.subarray(0, 3_000)],
  ])('with %s is damaged, not endless', async (_what, bytes) => {
    expect(await read('mail.msg', bytes)).toMatchObject({ state: 'failed', reason: 'corrupt' });
  });

  it('passes the check of its container as it is', () => {
    expect(() => checkContainer(mail)).not.toThrow();
  });

  it('is not what a text with its ending is', async () => {
    expect(await read('mail.msg', Buffer.from('only words'))).toMatchObject({ reason: 'mislabelled' });
  });
});

describe('rich text', () => {
  it('nested without end is read without its depth', () => {
    expect(rtfBody(`{\\rtf1 ${'{'.repeat(500_000)}deep`)).toEqual({ plain: 'deep' });
  });

  it('without an end to its control words is read', () => {
    expect(rtfBody(`{\\rtf1 ${'\\'.repeat(100_001)}`)).toBeDefined();
  });

  it('leaves out what old readers show in place of a character', () => {
    expect(rtfBody("{\\rtf1\\uc1 \\u8364\\'80 and \\uc2 \\u252 ??ber}")).toEqual({ plain: '€ and über' });
  });
});
