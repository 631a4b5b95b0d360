import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { localSubject } from './testing/local-subject.ts';
import { operateAtRandom } from './testing/operate-at-random.ts';

it.each([1, 2])(
  'whatever is done to conversations and however often they crash, they are as a plain list of them is (seed %i)',
  async (seed) => {
    const base = mkdtempSync(join(tmpdir(), 'quipu-random-'));
    const random = randomFrom(seed);
    const subject = localSubject(base, random);
    onTestFinished(() => {
      subject.close();
      rmSync(base, { recursive: true, force: true });
    });
    const outcome = await operateAtRandom({ subject, random, operations: 600, crashes: 12 });
    expect(outcome.problems).toEqual([]);
    expect(outcome.crashes).toBeGreaterThan(3);
    expect(outcome.answers).toBeGreaterThan(100);
  },
  120_000,
);
