import { describe, expect, it } from 'vitest';
import type { Computer } from '#main/contract/models.ts';
import { catalogue, catalogued } from '../catalog/catalog.ts';
import { computerName, memoryBytes } from './computer.ts';
import { fitOf, neededMemory } from './fit.ts';
import { recommend } from './recommend.ts';
import { expectedSpeed, type Speed } from './speed.ts';

const laptop: Computer = {
  memoryBytes: 16e9,
  cores: 8,
  processor: 'a processor',
  instructionSets: ['AVX2'],
  gpu: null,
  freeDiskBytes: 200e9,
};
/** Ten milliseconds for a billion parameters, and nothing else. */
const even: Speed = {
  layerMs: 0,
  attentionNs: 0,
  narrow: { bitsPerWeight: 4, msPerBillion: 10 },
  wide: { bitsPerWeight: 8, msPerBillion: 20 },
  promptBillionsPerSecond: 1_000,
};
const model = (id: string) => {
  const found = catalogued(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const plain = {
  activeParameters: 1e9,
  parameters: 1e9,
  layers: 1,
  quantisation: 'Q4_K_M',
};

describe('the expected speed', () => {
  it('lies on the line between the two widths that were measured', () => {
    const at = (sizeBytes: number) => expectedSpeed({ ...plain, sizeBytes }, even).tokensPerSecond;
    expect(at(0.5e9)).toBeCloseTo(100, 5);
    expect(at(1e9)).toBeCloseTo(50, 5);
    expect(at(0.75e9)).toBeCloseTo(1000 / 15, 5);
  });

  it('counts each layer, and what it looks back at', () => {
    const layered = expectedSpeed({ ...plain, sizeBytes: 0.5e9, layers: 10 }, { ...even, layerMs: 1 });
    expect(layered.tokensPerSecond).toBeCloseTo(50, 5);
    // A billion parameters in twelve layers are 2,635 wide: with a thousand tokens before it, 31.6 million of each.
    const long = expectedSpeed({ ...plain, sizeBytes: 0.5e9, layers: 12 }, { ...even, attentionNs: 1 });
    expect(1000 / long.tokensPerSecond).toBeCloseTo(10 + 31.62, 1);
  });

  it('of a mixture of experts is that of those that work, but a prompt reads them all', () => {
    const dense = expectedSpeed({ ...plain, sizeBytes: 0.5e9 }, even);
    const mixture = { ...plain, parameters: 10e9, sizeBytes: 5e9 };
    const mixed = expectedSpeed(mixture, even);
    expect(mixed.tokensPerSecond).toBeCloseTo(dense.tokensPerSecond, 5);
    expect(mixed.promptTokensPerSecond).toBeLessThan(dense.promptTokensPerSecond);
  });

  it('of a prompt is slower where llama.cpp has no quick kernel for the encoding', () => {
    const of = (quantisation: string) =>
      expectedSpeed({ ...plain, quantisation, sizeBytes: 0.5e9 }, even).promptTokensPerSecond;
    expect(of('Q4_1')).toBeLessThan(of('Q4_K_M') / 2);
  });
});

describe('how a model runs', () => {
  it('counts weights, the cache of a conversation and some to work with', () => {
    const llama = model('llama-2-7b-chat');
    // 32 layers of 32 heads of 128 keys and values in 16 bits, for 4096 tokens: 2.1 GB beside 4.1 GB of weights.
    expect(neededMemory(llama)).toBe(llama.sizeBytes + 524_288 * 4096 + 350e6);
  });

  it('is not at all without the memory, and says how much there is', () => {
    const fit = fitOf(model('qwen3-8b'), { ...laptop, memoryBytes: 4e9 }, even, false);
    expect(fit).toMatchObject({ verdict: 'not', tokensPerSecond: null });
    expect(fit.why).toBe('Needs 6.0 GB of memory; this computer has 4.0 GB.');
    const near = fitOf(model('qwen3-8b'), { ...laptop, memoryBytes: 7e9 }, even, false);
    expect(near.why).toContain('has 7.0 GB, some of which it needs itself');
  });

  it('is not at all without the disk, unless it is here', () => {
    const full = { ...laptop, freeDiskBytes: 1e9 };
    expect(fitOf(model('qwen3-8b'), full, even, false)).toMatchObject({
      verdict: 'not',
      why: 'Needs 5.0 GB of disk; 1.0 GB are free.',
    });
    expect(fitOf(model('qwen3-8b'), full, even, true).verdict).toBe('well');
  });

  it('is well where it writes as fast as people read and begins soon, else slowly, else not', () => {
    const slower = (by: number): Speed => ({
      layerMs: 0,
      attentionNs: 0,
      narrow: { bitsPerWeight: 4, msPerBillion: 10 * by },
      wide: { bitsPerWeight: 8, msPerBillion: 20 * by },
      promptBillionsPerSecond: 1_000 / by,
    });
    const verdict = (by: number) => fitOf(model('qwen3-8b'), laptop, slower(by), false).verdict;
    expect([1, 1.5, 4, 20].map(verdict)).toEqual(['well', 'well', 'slowly', 'not']);
    const fit = fitOf(model('qwen3-8b'), laptop, even, false);
    expect(fit.why).toMatch(
      /^Writes about \d words a second; the first word comes after about \d+ seconds\.$/,
    );
  });

  it('is slow where it does not fit on the graphics card, and needs no other memory where it does', () => {
    const gpu = { kind: 'cuda', name: 'A card', memoryBytes: 8e9, isShared: false };
    const small = { ...laptop, memoryBytes: 6e9 };
    expect(fitOf(model('qwen3-8b'), { ...small, gpu }, even, false).verdict).toBe('well');
    const large = fitOf(model('qwen3-14b'), { ...laptop, gpu }, even, false);
    expect(large).toMatchObject({ verdict: 'slowly' });
    expect(large.why).toContain('a part of it runs on the processor');
    const shared = { ...laptop, gpu: { ...gpu, memoryBytes: 16e9, isShared: true } };
    expect(fitOf(model('qwen3-14b'), shared, even, false).why).not.toContain('a part of it');
  });

  it('is said where nothing runs', () => {
    expect(fitOf(model('qwen3-4b'), laptop, null, true)).toMatchObject({ verdict: 'not' });
  });

  it('has a reason that is a sentence, for every entry on every computer', () => {
    for (const memory of [2e9, 8e9, 64e9])
      for (const entry of catalogue) {
        const { why } = fitOf(entry, { ...laptop, memoryBytes: memory }, even, false);
        expect(why, entry.id).toMatch(/^[A-Z].{15,160}\.$/);
        expect(why).not.toMatch(/NaN|Infinity|undefined|null/);
      }
  });
});

describe('the recommended choice', () => {
  const choose = (computer: Computer, speed: Speed, role = 'chat') =>
    recommend(
      catalogue
        .filter((entry) => entry.role === role)
        .map((entry) => ({ model: entry, fit: fitOf(entry, computer, speed, false) })),
      computer,
    );

  it('grows with the computer and leaves room for other programs', () => {
    const sizes = [4e9, 8e9, 16e9, 64e9].map((memory) => {
      const chosen = choose({ ...laptop, memoryBytes: memory }, even);
      expect(chosen?.model.suggested).toBe(true);
      if (chosen !== null && memory > 4e9)
        expect(neededMemory(chosen.model)).toBeLessThanOrEqual(memory * 0.4);
      return chosen?.model.sizeBytes ?? 0;
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(4);
  });

  it('is the smallest that is worth its while where none runs well, and nothing where none runs', () => {
    const slow: Speed = {
      ...even,
      narrow: { bitsPerWeight: 4, msPerBillion: 900 },
      promptBillionsPerSecond: 5,
    };
    expect(choose(laptop, slow)?.why).toContain('The smallest that is worth its while');
    expect(choose({ ...laptop, memoryBytes: 1e9 }, even)).toBeNull();
  });

  it('of an embedder reads many languages where the computer can', () => {
    expect(choose(laptop, even, 'embedder')?.model.languages).toContain('languages');
  });
});

it('the memory is what the process may use', () => {
  expect([memoryBytes(16, 0), memoryBytes(16, 4), memoryBytes(16, 2 ** 60)]).toEqual([16, 4, 16]);
});

it('a computer is another when a part of it is', () => {
  expect(computerName(laptop)).toBe(computerName({ ...laptop, freeDiskBytes: 1 }));
  expect(computerName(laptop)).not.toBe(computerName({ ...laptop, memoryBytes: 32e9 }));
});
