import { unnamed } from '#main/assistant/compare/compare-models.ts';
import { standingsOf } from '#main/assistant/compare/standings.ts';
import { type Implementer, never } from '../implementer.ts';
import type { Parts } from '../parts.ts';
import { untilAborted } from '../until-aborted.ts';

/** What a front end shows of those that were. */
const latest = 20;

export function comparisonsRoutes(os: Implementer['comparisons'], { assistant, conversations }: Parts) {
  const { comparisons } = conversations;
  return {
    run: os.run.handler(async function* ({ input, signal = never }) {
      yield* untilAborted(assistant.compare(input, signal), signal);
    }),
    vote: os.vote.handler(({ input }) => comparisons.vote(input.comparisonId, input.vote)),
    list: os.list.handler(() => comparisons.list(latest).map(unnamed)),
    standings: os.standings.handler(() => standingsOf(comparisons.all())),
    clear: os.clear.handler(() => ({ removed: comparisons.clear() })),
  };
}
