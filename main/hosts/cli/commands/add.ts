import { resolve } from 'node:path';
import type { Source } from '#main/contract/sources.ts';
import { command } from '../command.ts';
import { printableLine, type Terminal } from '../terminal.ts';

export const add = command({
  name: 'add',
  words: 'PATH…',
  wordCount: [1, Number.POSITIVE_INFINITY],
  summary: 'Add folders or single files to the library',
  options: {},
  async run({ words, session, terminal }) {
    const added: Added[] = [];
    for (const word of words) {
      const path = resolve(word);
      const source = await session.ask((client) => client.sources.add({ path }, { signal: session.signal }));
      added.push({ path, source });
    }
    if (terminal.json) {
      terminal.object({ sources: added.map(({ source }) => source) });
      return;
    }
    for (const one of added) terminal.line(inWords(one, terminal));
    terminal.line(`Index it with: ${terminal.style('bold', 'quipu index')}`);
  },
});

interface Added {
  /** What was asked for. */
  readonly path: string;
  /** The source that it is now, or is a part of. */
  readonly source: Source & { readonly isNew: boolean };
}

function inWords({ path, source }: Added, { style }: Terminal): string {
  const shown = style('bold', printableLine(source.isNew ? source.path : path));
  if (source.isNew) return `Added ${shown} as source ${source.sourceId}.`;
  if (path === source.path) return `${shown} is source ${source.sourceId} already.`;
  return `${shown} is covered already by source ${source.sourceId}, ${printableLine(source.path)}.`;
}
