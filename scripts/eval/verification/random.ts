import { randomFrom } from '#indexer/store/testing/random-from.ts';

/** Random numbers that are the same on every run. */
export interface Random {
  /** 0 to 1, 1 excluded. */
  next(): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function seeded(seed: number): Random {
  const next = randomFrom(seed);
  return {
    next,
    pick: (items) => items[Math.floor(next() * items.length)],
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
