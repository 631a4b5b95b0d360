import type { implement } from '@orpc/server';
import type { ComparedSide, Comparison, Standing } from '#main/contract/comparisons.ts';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import { carried } from './carried.ts';

type Implementer = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['comparisons'];

export interface SampleComparisons {
  comparisons: (Comparison & { readonly comparisonId: number })[];
  standings: Standing[];
  /** What each model answers, by its id, in the order of asking. */
  sides: ComparedSide[];
  /** Waits here before a model writes; throws what makes the comparison fail. */
  beforeSide: (at: number, signal: AbortSignal | undefined) => Promise<void>;
}

export const noComparisons: SampleComparisons = {
  comparisons: [],
  standings: [],
  sides: [],
  beforeSide: async () => undefined,
};

/** Compares, takes votes and forgets as the engine does. */
export function sampleComparisonRoutes(os: Implementer, state: SampleComparisons) {
  return {
    run: os.run.handler(async function* ({ input: { question, models, blind }, signal }) {
      yield { type: 'passages', count: 4 };
      const sides = models.flatMap((id) => state.sides.find(({ model }) => model === id) ?? []);
      for (const [side, { sentences }] of sides.entries()) {
        yield { type: 'turn', side, of: sides.length };
        await state.beforeSide(side, signal).catch((error: unknown) => {
          throw carried(error);
        });
        for (const sentence of sentences) {
          yield { type: 'draft', side, text: sentence.text };
          yield { type: 'sentence', side, sentence, citations: [] };
        }
      }
      const comparisonId = state.comparisons.length + 1;
      const made = { comparisonId, question, askedAt: '2025-06-18T10:00:00.000Z', blind, sides };
      const comparison = { ...made, citations: [], vote: null };
      state.comparisons = [...state.comparisons, comparison];
      const unnamed = sides.map((each) => ({ ...each, model: null, name: null }));
      yield { type: 'done', comparison: { ...comparison, sides: blind ? unnamed : sides } };
    }),
    vote: os.vote.handler(({ input }) => {
      const found = state.comparisons.find(({ comparisonId }) => comparisonId === input.comparisonId);
      if (found === undefined) throw new Fault('not-found', { what: 'The comparison' });
      return { ...found, vote: input.vote };
    }),
    list: os.list.handler(() => state.comparisons),
    standings: os.standings.handler(() => state.standings),
    clear: os.clear.handler(() => {
      const removed = state.comparisons.length;
      state.comparisons = [];
      state.standings = [];
      return { removed };
    }),
  };
}
