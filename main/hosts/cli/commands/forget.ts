import { command } from '../command.ts';
import { counted } from '../figures.ts';
import { namedSource } from '../named-source.ts';
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
      const found = namedSource(await client.sources.list(undefined, { signal: session.signal }), word);
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
