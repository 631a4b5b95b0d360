import { resolve } from 'node:path';
import { reason as reasonCode } from '#main/contract/ledger.ts';
import { whySentence } from '#main/contract/why-words.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { command, oneOf } from '../command.ts';
import { counted } from '../figures.ts';
import { printableLine } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { printTotals } from './status.ts';

/** What became of so many named paths is told one by one; of more, by the totals. */
const toldAtMost = 20;

export const retry = command({
  name: 'retry',
  words: '[PATH…]',
  wordCount: [0, 10_000],
  summary: 'Read files again: those named, those of a reason, or all that are not wholly indexed',
  options: {
    reason: { type: 'string', value: 'R', help: 'all files with this reason (status --json has them)' },
  },
  async run({ words, values, session, terminal }) {
    const reason =
      values.reason === undefined ? undefined : oneOf('retry', 'reason', values.reason, reasonCode.options);
    if (reason !== undefined && words.length > 0)
      throw new UsageError('retry takes PATHs or a --reason, not both', 'retry');
    const paths = words.map((word) => resolve(word));
    const input = { ...(paths.length === 0 ? {} : { paths }), ...(reason === undefined ? {} : { reason }) };
    const { files, status, told } = await session.ask(async (client) => {
      const again = await client.sources.retry(input, { signal: session.signal });
      const settled = await client.sources.settle(undefined, { signal: session.signal });
      return { ...again, status: settled, told: await tell(client, paths, session.signal) };
    });
    if (terminal.json) {
      terminal.object({ retried: files, files: status.files, reasons: status.reasons });
      return;
    }
    terminal.line(`${counted(files, 'file')} ${files === 1 ? 'was' : 'were'} read again.`);
    for (const line of told) terminal.line(printableLine(line));
    if (told.length === 0) printTotals(status, terminal);
  },
});

/** What became of each named path. */
async function tell(client: EngineClient, paths: readonly string[], signal: AbortSignal): Promise<string[]> {
  if (paths.length > toldAtMost) return [];
  const stories = await Promise.all(paths.map((path) => client.sources.why({ path }, { signal })));
  return stories.map((story) => `${story.asked}: ${whySentence(story)}`);
}
