import type { FileState } from '#main/contract/ledger.ts';
import type { Source } from '#main/contract/sources.ts';
import { countOf } from './figures.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

interface StateWords {
  readonly words: string;
  readonly tone: Tone;
}

export const fileStates: Readonly<Record<FileState, StateWords>> = {
  indexed: { words: 'Indexed', tone: 'good' },
  partly: { words: 'Partly', tone: 'warn' },
  skipped: { words: 'Skipped', tone: 'plain' },
  failed: { words: 'Failed', tone: 'bad' },
  pending: { words: 'Waiting', tone: 'accent' },
};

/** In the order in which a person looks for trouble. */
export const fileStateOrder: readonly FileState[] = ['indexed', 'partly', 'skipped', 'failed', 'pending'];

const sourceStates: Readonly<Record<Source['state'], StateWords & { readonly meaning: string }>> = {
  watching: { words: 'Watching', tone: 'good', meaning: 'Changes are followed.' },
  paused: { words: 'Paused', tone: 'plain', meaning: 'Changes are not followed until it is resumed.' },
  missing: {
    words: 'Not connected',
    tone: 'bad',
    meaning: 'All of it, or many of its files, are gone. They are kept, but not found.',
  },
};

/** How a source is followed, in words; what its badge says and what that means. */
export function stateOf({ state, watched }: Source): StateWords & { readonly meaning: string } {
  if (state !== 'watching' || watched) return sourceStates[state];
  return {
    words: 'Looked through',
    tone: 'warn',
    meaning: 'Not all of its changes are told as they happen; they are looked for every few minutes.',
  };
}

/** “1,204 indexed, 3 partly, 12 failed”: the states that occur. */
export function stateCounts(files: Readonly<Record<FileState, number>>): string {
  const said = fileStateOrder
    .filter((state) => files[state] > 0)
    .map((state) => `${countOf(files[state])} ${fileStates[state].words.toLowerCase()}`);
  return said.length === 0 ? 'No files found yet' : said.join(', ');
}
