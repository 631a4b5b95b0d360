import { resolve } from 'node:path';
import type { Source } from '#main/contract/sources.ts';
import { command } from '../command.ts';
import { printableLine } from '../terminal.ts';

export const add = command({
  name: 'add',
  words: 'PATH…',
  wordCount: [1, Number.POSITIVE_INFINITY],
  summary: 'Add folders or single files to the library',
  options: {},
  async run({ words, session, terminal }) {
    const sources: Source[] = [];
    for (const word of words) {
      const path = resolve(word);
      sources.push(await session.ask((client) => client.sources.add({ path }, { signal: session.signal })));
    }
    if (terminal.json) {
      terminal.object({ sources });
      return;
    }
    for (const { sourceId, path } of sources) {
      terminal.line(`Added ${terminal.style('bold', printableLine(path))} as source ${sourceId}.`);
    }
    terminal.line(`Index it with: ${terminal.style('bold', 'quipu index')}`);
  },
});
