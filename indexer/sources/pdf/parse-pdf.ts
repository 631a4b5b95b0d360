import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';

export const pdfParser: Parser = {
  id: 'pdf',
  version: parserVersions.pdf,
  // biome-ignore lint/correctness/useYield: it reads nothing yet
  async *parse() {
    throw new Unreadable('skipped', 'unsupported-format');
  },
};
