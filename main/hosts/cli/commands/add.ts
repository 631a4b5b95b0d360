import { resolve } from 'node:path';
import type { Source } from '#main/contract/sources.ts';
import { command } from '../command.ts';
import type { Session } from '../session.ts';
import { printableLine, type Terminal } from '../terminal.ts';

export const add = command({
  name: 'add',
  words: 'PATH…',
  wordCount: [1, Number.POSITIVE_INFINITY],
  summary: 'Add folders or single files to the library',
  options: {},
  async run({ words, session, terminal }) {
    const added: Added[] = [];
    for (const word of words) added.push(await addOne(resolve(word), session));
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
  readonly source: Source;
  readonly isNew: boolean;
}

function addOne(path: string, { ask, signal }: Session): Promise<Added> {
  return ask(async (client) => {
    const before = await client.sources.list(undefined, { signal });
    const source = await client.sources.add({ path }, { signal });
    return { path, source, isNew: before.every(({ sourceId }) => sourceId !== source.sourceId) };
  });
}

function inWords({ path, source, isNew }: Added, { style }: Terminal): string {
  const shown = style('bold', printableLine(isNew ? source.path : path));
  if (isNew) return `Added ${shown} as source ${source.sourceId}.`;
  if (path === source.path) return `${shown} is source ${source.sourceId} already.`;
  return `${shown} is covered already by source ${source.sourceId}, ${printableLine(source.path)}.`;
}
