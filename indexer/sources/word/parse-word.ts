import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';

export const wordParser: Parser = {
  id: 'word',
  version: parserVersions.word,
  // biome-ignore lint/correctness/useYield: it reads nothing yet
  async *parse() {
    throw new Unreadable('skipped', 'unsupported-format');
  },
};
