import type { ComparedSide, Comparison, Standing, Vote } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import { askedText, type Call, command } from '../command.ts';
import { counted, lasted } from '../figures.ts';
import { printable, printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const name = 'compare';
const options = {
  models: { type: 'string', value: 'A,B[,C]', help: 'with ask: two or three chat models, as in models list' },
  blind: { type: 'boolean', help: 'with ask: which answer is whose is told after the vote' },
} as const;
type Asked = Call<typeof options>;

type Act = (call: Asked, words: readonly string[]) => Promise<void>;
const acts: Readonly<Record<string, { readonly words: readonly string[]; readonly act: Act }>> = {
  ask: { words: ['QUESTION'], act: ask },
  vote: { words: ['ID', 'BETTER'], act: vote },
  table: { words: [], act: table },
  clear: { words: [], act: clear },
};

export const compare = command({
  name,
  words: Object.entries(acts)
    .map(([act, { words }]) => [act, ...words].join(' '))
    .join(' | '),
  wordCount: [1, 3],
  summary: 'Ask several chat models the same, over the same passages, and vote (1, 2, 3, tie or neither)',
  options,
  async run(call) {
    const [word = '', ...words] = call.words;
    const chosen = Object.hasOwn(acts, word) ? acts[word] : undefined;
    if (chosen === undefined)
      throw new UsageError(`${name} takes ${Object.keys(acts).join(', ')}, not “${word}”`, name);
    if (words.length !== chosen.words.length)
      throw new UsageError(`${name} ${word} takes ${chosen.words.join(' ') || 'no words'}`, name);
    await chosen.act(call, words);
  },
});

async function ask({ values, session, terminal }: Asked, [question = '']: readonly string[]): Promise<void> {
  const models = (values.models ?? '')
    .split(',')
    .map((model) => model.trim())
    .filter(Boolean);
  if (models.length < 2) throw new UsageError(`${name} ask needs --models with two or three of them`, name);
  const input = {
    question: askedText(`${name} ask`, 'QUESTION', question),
    ...{ models, blind: values.blind === true },
  };
  const made = await session.ask(async (client) => {
    for await (const event of await client.comparisons.run(input, { signal: session.signal })) {
      if (event.type === 'done') return event.comparison;
      if (event.type === 'turn') terminal.progress(`Answer ${event.side + 1} of ${event.of}…`);
    }
    throw new Fault('engine-unreachable');
  });
  terminal.clearProgress();
  print(made, terminal);
}

async function vote(
  { session: { ask: askEngine, signal }, terminal }: Asked,
  [id = '', better = '']: readonly string[],
): Promise<void> {
  const comparisonId = Number(id);
  if (!Number.isSafeInteger(comparisonId) || comparisonId < 1)
    throw new UsageError(`${name} vote needs the number of a comparison, not “${id}”`, name);
  const input = { comparisonId, vote: voteIn(better) };
  print(await askEngine((client) => client.comparisons.vote(input, { signal })), terminal);
}

function voteIn(word: string): Vote {
  if (word === 'tie' || word === 'neither') return word;
  if (/^[123]$/.test(word)) return Number(word) - 1;
  throw new UsageError(`${name} vote takes 1, 2, 3, tie or neither, not “${word}”`, name);
}

async function table({ session: { ask: askEngine, signal }, terminal }: Asked): Promise<void> {
  const standings = await askEngine((client) => client.comparisons.standings(undefined, { signal }));
  if (terminal.json) return terminal.object({ standings });
  for (const standing of standings) printStanding(standing, terminal);
  if (standings.length === 0) terminal.line('Nothing was compared yet.');
}

async function clear({ session: { ask: askEngine, signal }, terminal }: Asked): Promise<void> {
  const { removed } = await askEngine((client) => client.comparisons.clear(undefined, { signal }));
  if (terminal.json) return terminal.object({ removed });
  terminal.line(`${counted(removed, 'comparison')} forgotten.`);
}

function print(made: Comparison, terminal: Terminal): void {
  if (terminal.json) {
    terminal.object(made);
    return;
  }
  for (const [at, side] of made.sides.entries()) printSide(side, at, made.vote === at, terminal);
  for (const { n, title, quote } of made.citations)
    terminal.line(terminal.style('dim', `[${n}] ${printableLine(title)}: “${printableLine(quote)}”`));
  if (made.comparisonId !== null && made.vote === null)
    terminal.line(`Vote with: quipu ${name} vote ${made.comparisonId} 1|2|3|tie|neither`);
}

function printSide(side: ComparedSide, at: number, isBetter: boolean, terminal: Terminal): void {
  const whose = side.name === null ? '' : `  ${printableLine(side.name)}`;
  terminal.line(terminal.style('bold', `${at + 1}${whose}${isBetter ? '  (better)' : ''}`));
  for (const { text, citations, verified } of side.sentences) {
    const marks = verified ? citations.map((n) => ` [${n}]`).join('') : ' (in no passage)';
    terminal.line(`    ${printable(text)}${marks}`);
  }
  if (side.failed !== null) terminal.line(`    ${printable(side.failed)}`);
  else if (side.sentences.length === 0) terminal.line('    It wrote nothing that could be used.');
  terminal.line(terminal.style('dim', `    ${speedLine(side)}`));
}

interface Speeds {
  readonly firstTokenMs: number | null;
  readonly tokensPerSecond: number | null;
}

function speedLine({ firstTokenMs, tokensPerSecond }: Speeds): string {
  const parts = [
    ...(firstTokenMs === null ? [] : [`first word after ${lasted(firstTokenMs)}`]),
    ...(tokensPerSecond === null ? [] : [`${Math.round(tokensPerSecond)} tokens/s`]),
  ];
  return parts.join(', ') || 'no measure';
}

function printStanding(standing: Standing, terminal: Terminal): void {
  const { voted, wins, ties, comparisons, sentences, verified } = standing;
  const share = sentences === 0 ? 'no sentence' : `${Math.round((100 * verified) / sentences)}% verified`;
  const votes = `${wins} of ${voted} won${ties === 0 ? '' : `, ${ties} tied`}`;
  terminal.line(terminal.style('bold', printableLine(standing.name)));
  terminal.line(`  ${votes}, ${share}, ${counted(comparisons, 'comparison')}, ${speedLine(standing)}`);
}
