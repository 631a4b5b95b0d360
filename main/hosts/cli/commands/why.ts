import { resolve } from 'node:path';
import type { Why } from '#main/contract/why.ts';
import { whyFacts, whySentence } from '#main/contract/why-words.ts';
import { command } from '../command.ts';
import { printableLine, type Terminal } from '../terminal.ts';

export const why = command({
  name: 'why',
  words: 'PATH',
  wordCount: [1, 1],
  summary: 'Whether a file or folder is found, and what keeps it from being found',
  options: {},
  async run({ words, session, terminal }) {
    const path = resolve(words[0] ?? '');
    const story = await session.ask((client) => client.sources.why({ path }, { signal: session.signal }));
    if (terminal.json) terminal.object(story);
    else print(story, terminal);
  },
});

function print(story: Why, terminal: Terminal): void {
  terminal.line(terminal.style('bold', printableLine(story.asked)));
  terminal.line(printableLine(whySentence(story)));
  const facts = whyFacts(story);
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  for (const [name, value] of facts) {
    terminal.line(`  ${terminal.style('dim', printableLine(name).padEnd(width))}  ${printableLine(value)}`);
  }
}
