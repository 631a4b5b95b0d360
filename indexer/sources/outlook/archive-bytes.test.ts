import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import type { ParsedDocument } from '../parser.ts';
import { beginning, type Portion } from '../portion.ts';
import { readPortion } from '../read-portion.ts';
import type { Slices } from '../slices.ts';
import { read } from '../testing/read.ts';
import { PagedArchive } from './archive-bytes.ts';

/** Archives cannot be written here, so a real one is read where it lies beside the checkout. */
const real = new URL('../../../../shared/data/formats/pst/testPST_variousBodyTypes.pst', import.meta.url);
const missing = !existsSync(real);
if (missing) process.stdout.write('skipped: no Outlook archive beside this checkout\n');

/** Bytes of which stretches are given, with what was asked for. */
function slicesOf(bytes: Uint8Array): Slices & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    sizeBytes: bytes.length,
    asked,
    async read(at, length) {
      asked.push(at);
      return bytes.slice(at, at + length);
    },
  };
}

const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251);

describe('bytes that are fetched when they are read', () => {
  it('are there in the end, whatever the work makes of their absence', async () => {
    const slices = slicesOf(bytes);
    const archive = new PagedArchive(slices);
    const copy = (start: number, end: number) => {
      const target = Buffer.alloc(end - start);
      archive.buffer.copy(target, 0, start, end);
      return target;
    };
    let tries = 0;
    const found = await archive.attempt(() => {
      tries += 1;
      try {
        return Buffer.concat([copy(10, 200_000), copy(900_000, 999_999)]);
      } catch {
        return null;
      }
    });
    expect(found).toEqual(Buffer.concat([bytes.slice(10, 200_000), bytes.slice(900_000, 999_999)]));
    expect(tries).toBeGreaterThan(2);
    expect(slices.asked.length).toBe(tries - 1);
    await archive.attempt(() => copy(5, 100));
    expect(slices.asked.length).toBe(tries - 1);
  });

  it('give the error of the work itself, and end where they are cut off', async () => {
    const archive = new PagedArchive(slicesOf(bytes));
    const damaged = (): never => {
      throw new TypeError('damaged');
    };
    await expect(archive.attempt(damaged)).rejects.toThrow('damaged');
    const gone = new PagedArchive({ sizeBytes: 1_000_000, read: async () => new Uint8Array(0) });
    const work = () => gone.buffer.copy(Buffer.alloc(8), 0, 0, 8);
    await expect(gone.attempt(work)).rejects.toThrow('ends before');
  });

  it('are not read in circles without end', async () => {
    const archive = new PagedArchive(slicesOf(bytes));
    const circle = (): void => {
      const target = Buffer.alloc(1);
      while (true) archive.buffer.copy(target, 0, 0, 1);
    };
    await expect(archive.attempt(circle)).rejects.toThrow('without end');
  });
});

async function inPortions(content: Uint8Array, take: Portion['take']) {
  const documents: ParsedDocument[] = [];
  const units: number[] = [];
  for (let from = beginning, portions = 1; ; portions += 1) {
    const portion: Portion = { format: 'pst', from, isEnd: true, isLargest: true, take };
    const meta = { name: 'mail.pst', modifiedMs: 0 };
    const reading = await readPortion(new Uint8Array(0), meta, portion, defaultLimits, slicesOf(content));
    documents.push(...reading.documents);
    units.push(...reading.end.units);
    if (reading.end.isDone) return { documents, units, portions, last: reading.end };
    from = reading.end.next;
  }
}

describe.skipIf(missing)('an Outlook archive that is read in portions', () => {
  const archive = missing ? new Uint8Array(0) : new Uint8Array(readFileSync(real));

  it('has the items that it has as a whole, at once and one by one', async () => {
    const whole = await read('mail.pst', archive);
    const all = await inPortions(archive, 'all');
    expect(all.documents).toEqual(whole.documents);
    expect([...new Set(all.units)]).toEqual([1, 2, 3, 4]);
    const each = await inPortions(archive, 'one');
    expect(each.documents).toEqual(whole.documents);
    expect(each.portions).toBe(5);
  });

  it('says that its end is missing', async () => {
    const { last } = await inPortions(archive.slice(0, archive.length / 2), 'all');
    expect(last.shortfalls.map(({ reason }) => reason)).toContain('corrupt');
  });
});
