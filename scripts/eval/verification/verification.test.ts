import { beforeAll, describe, expect, it } from 'vitest';
import { type Item, paraphraseItems, type Sources, wrongItems } from './make-set.ts';
import { sampleSources, toldIn } from './material.ts';
import { otherSpellings, writtenAmounts, writtenDates } from './spellings.ts';
import { evalVerification } from './verification.ts';
import { wrongKinds } from './wrong.ts';

/** Writing and parsing the sample library takes long on a busy computer. Milliseconds. */
const patience = 180_000;

let sources: Sources;
beforeAll(async () => {
  sources = { sample: await sampleSources(), corpora: [] };
}, patience);

const claims = (items: readonly Item[]): string[] => items.map(({ claim }) => claim);

describe('the set for verification', () => {
  it('is the same on every run, as large as wanted, and no sentence of it is the true one', () => {
    const wrong = wrongItems(sources, { wrong: 120, paraphrases: 0 });
    expect(claims(wrongItems(sources, { wrong: 120, paraphrases: 0 }))).toEqual(claims(wrong));
    expect(wrong).toHaveLength(120);
    for (const kind of wrongKinds) expect(wrong.filter((item) => item.kind === kind)).toHaveLength(20);
    const told = new Set(sources.sample.flatMap(toldIn).map(({ text }) => text));
    for (const { kind, claim } of wrong) if (kind !== 'source') expect(told.has(claim)).toBe(false);
  });

  it('asks a sentence of another passage only where the passages do not hold it', () => {
    const moved = wrongItems(sources, { wrong: 120, paraphrases: 0 }).filter(
      ({ how }) => how === 'another passage',
    );
    expect(moved.length).toBeGreaterThan(0);
    for (const { claim, evidence } of moved)
      for (const { text } of evidence) expect(text.replace(/\s+/g, ' ')).not.toContain(claim);
  });

  it('holds at least 150 paraphrases written by hand, in three languages', () => {
    const items = paraphraseItems(sources, { wrong: 0, paraphrases: 500 });
    expect(items).toHaveLength(500);
    const byHand = items.filter(({ how }) => how === 'by hand');
    expect(byHand.length).toBeGreaterThanOrEqual(150);
    expect(new Set(byHand.map(({ tongue }) => tongue))).toEqual(new Set(['en', 'de', 'es']));
    expect(new Set(items.map(({ how }) => how)).size).toBeGreaterThan(10);
  });

  it('reads dates and sums without the product’s help', () => {
    const [date] = writtenDates('due by 6 February 2026.', 'en');
    expect(date).toMatchObject({ day: 6, month: 2, year: 2026 });
    expect(date && otherSpellings(date, 'en')).toContain('2026-02-06');
    expect(writtenAmounts('zu 1.480 €, zusammen 45.880,50 €').map(({ figure }) => figure)).toEqual([
      '1480',
      '45880.50',
    ]);
  });
});

it(
  'marks wrong sentences and leaves true ones, on a short set',
  async () => {
    const { all } = await evalVerification(null, { wrong: 120, paraphrases: 120 });
    expect(all.wrong.share).toBeGreaterThanOrEqual(0.98);
    // All of a short set is written by hand, which is harder than the rest.
    expect(all.paraphrases.sentences).toBe(120);
    expect(all.paraphrases.share).toBeLessThanOrEqual(0.25);
  },
  patience,
);
