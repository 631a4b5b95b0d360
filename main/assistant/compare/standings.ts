import type { ComparedSide, Standing } from '#main/contract/comparisons.ts';
import type { KeptComparison } from '../conversations/comparisons.ts';

interface Tally {
  name: string;
  voted: number;
  wins: number;
  ties: number;
  comparisons: number;
  sentences: number;
  verified: number;
  readonly rates: number[];
  readonly waits: number[];
}

/** How each model did in all comparisons; the one with the most wins of its votes first. */
export function standingsOf(comparisons: Iterable<KeptComparison>): Standing[] {
  const tallies = new Map<string, Tally>();
  for (const { sides, vote } of comparisons) {
    for (const [at, side] of sides.entries()) {
      if (side.model === null || side.failed !== null) continue;
      const tally = tallies.get(side.model) ?? emptyTally();
      tallies.set(side.model, tally);
      add(tally, side);
      tally.voted += vote === null ? 0 : 1;
      tally.wins += vote === at ? 1 : 0;
      tally.ties += vote === 'tie' ? 1 : 0;
    }
  }
  return [...tallies]
    .map(
      ([model, { rates, waits, ...rest }]): Standing => ({
        model,
        ...rest,
        tokensPerSecond: median(rates),
        firstTokenMs: median(waits),
      }),
    )
    .sort((a, b) => shareOf(b) - shareOf(a) || b.wins - a.wins || a.name.localeCompare(b.name));
}

function emptyTally(): Tally {
  return {
    ...{ name: '', voted: 0, wins: 0, ties: 0, comparisons: 0, sentences: 0, verified: 0 },
    ...{ rates: [], waits: [] },
  };
}

function add(tally: Tally, { name, sentences, tokensPerSecond, firstTokenMs }: ComparedSide): void {
  tally.name = name ?? tally.name;
  tally.comparisons += 1;
  tally.sentences += sentences.length;
  tally.verified += sentences.filter(({ verified }) => verified).length;
  if (tokensPerSecond !== null) tally.rates.push(tokensPerSecond);
  if (firstTokenMs !== null) tally.waits.push(firstTokenMs);
}

/** Of its votes those that it won, a tie being half a win; a model without votes comes last. */
function shareOf({ voted, wins, ties }: Standing): number {
  return voted === 0 ? -1 : (wins + ties / 2) / voted;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
