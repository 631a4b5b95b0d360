import { describe, expect, it } from 'vitest';
import type { FileWrite } from '../store/file-writer.ts';
import { createFileWrites } from './file-writes.ts';
import { createWriteTurns } from './write-turns.ts';

function gathering(isAsked: () => boolean = () => false) {
  const groups: string[][] = [];
  const replaceAll = (writes: readonly FileWrite[]): void => {
    groups.push(writes.map(({ path }) => path));
  };
  const writes = createFileWrites({ replaceAll } as never, createWriteTurns(), isAsked);
  const write = (path: string, mayShare: boolean) =>
    writes.write({ path, documents: [] } as never, mayShare, new AbortController().signal);
  return { groups, write };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `f${at}`);

describe('file writes', () => {
  it('write files together, and wait for no more once none is on its way', async () => {
    const { groups, write } = gathering();
    await Promise.all([write('a', true), write('b', true), write('c', false)]);
    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('write what was waited for in vain', async () => {
    const { groups, write } = gathering();
    await write('a', true);
    expect(groups).toEqual([['a']]);
  });

  it('are shorter while somebody searches, so that the next search need not wait', async () => {
    const sizes = async (isAsked: boolean): Promise<number[]> => {
      const { groups, write } = gathering(() => isAsked);
      await Promise.all(names(300).map((name) => write(name, true)));
      return groups.map(({ length }) => length);
    };
    expect(await sizes(false)).toEqual([300]);
    expect(await sizes(true)).toEqual([60, 60, 60, 60, 60]);
  });
});
