import { resolve } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import type { Source } from '#main/contract/sources.ts';
import { command } from '../command.ts';
import { counted } from '../figures.ts';
import { printableLine } from '../terminal.ts';

export const forget = command({
  name: 'forget',
  words: 'SOURCE',
  wordCount: [1, 1],
  summary: 'Take a source, by its number or path, and all that was read from it out of the library',
  options: {},
  async run({ words, session, terminal }) {
    const [word = ''] = words;
    const { source, documents } = await session.ask(async (client) => {
      const found = named(await client.sources.list(undefined, { signal: session.signal }), word);
      const { sourceId } = found;
      return { source: found, ...(await client.sources.forget({ sourceId }, { signal: session.signal })) };
    });
    if (terminal.json) terminal.object({ source: source.path, documents });
    else {
      const gone = `${counted(documents, 'document')} left the library; the files stay where they are.`;
      terminal.line(`Forgot ${printableLine(source.path)}. ${gone}`);
    }
  },
});

function named(sources: readonly Source[], word: string): Source {
  const path = resolve(word);
  const found = sources.find((source) => String(source.sourceId) === word || source.path === path);
  if (found === undefined) throw new Fault('not-found', { what: `A source “${word}”` });
  return found;
}
