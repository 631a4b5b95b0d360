import { parseArgs } from 'node:util';
import { foldersOf } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { type Command, everywhere } from './command.ts';
import { add } from './commands/add.ts';
import { ask } from './commands/ask.ts';
import { compare } from './commands/compare.ts';
import { conversations } from './commands/conversations.ts';
import { forget } from './commands/forget.ts';
import { ignore } from './commands/ignore.ts';
import { indexFiles } from './commands/index-files.ts';
import { models } from './commands/models.ts';
import { pace } from './commands/pace.ts';
import { page } from './commands/page.ts';
import { people } from './commands/people.ts';
import { personas } from './commands/personas.ts';
import { retry } from './commands/retry.ts';
import { search } from './commands/search.ts';
import { status } from './commands/status.ts';
import { suggest } from './commands/suggest.ts';
import { text } from './commands/text.ts';
import { why } from './commands/why.ts';
import { openSession, type Session } from './session.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { helpOf, overview } from './usage.ts';
import { UsageError } from './usage-error.ts';

const commands: readonly Command[] = [
  suggest,
  add,
  indexFiles,
  search,
  ask,
  conversations,
  text,
  status,
  why,
  retry,
  ignore,
  forget,
  people,
  personas,
  models,
  compare,
  pace,
  page,
];

/** 128 + SIGINT, as shells have it. */
const interrupted = 130;

/** Runs one command line to its end. Returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted. */
export async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const terminal = openTerminal(args.includes('--json'));
  try {
    const { name, rest } = splitAtCommand(args);
    if (name === null) return answerWithoutCommand(rest, terminal);
    if (name === 'help') return help(rest, terminal);
    const chosen = commands.find((candidate) => candidate.name === name);
    if (chosen === undefined) throw new UsageError(`There is no command “${name}”`, null);
    const parsed = chosen.parse(rest);
    if (parsed.help) {
      terminal.line(helpOf(chosen));
      return 0;
    }
    const session = openSession(foldersOf(parsed.library), signal);
    return await runInSession(session, terminal, () => parsed.run(session, terminal));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(error.line());
    return 2;
  }
}

async function runInSession(session: Session, terminal: Terminal, act: () => Promise<void>): Promise<number> {
  try {
    await act();
    return 0;
  } catch (error) {
    terminal.clearProgress();
    if (error instanceof UsageError) throw error;
    if (session.signal.aborted) return interrupted;
    const known = error instanceof Fault && error.code !== 'unexpected';
    if (!known) session.log.error('command-failed', errorFields(error));
    terminal.error(known ? error.message : new Fault('unexpected', { log: session.log.path }).message);
    return 1;
  } finally {
    await session.close();
  }
}

/** The first word is the command; what stands before it can only be what holds everywhere. */
function splitAtCommand(args: readonly string[]): { name: string | null; rest: readonly string[] } {
  const { tokens } = parseArgs({ args: [...args], options: everywhere, strict: false, tokens: true });
  const first = tokens.find((token) => token.kind === 'positional');
  if (first === undefined) return { name: null, rest: args };
  return { name: first.value, rest: args.filter((_, index) => index !== first.index) };
}

function answerWithoutCommand(args: readonly string[], terminal: Terminal): number {
  if (args.includes('--version')) terminal.line(`quipu ${manifest.version}`);
  else if (args.some((arg) => arg === '--help' || arg === '-h')) terminal.line(overview(commands));
  else if (args.at(-1) === '--library') throw new UsageError('--library needs a DIR', null);
  else throw new UsageError('Say what to do', null);
  return 0;
}

/** `quipu help` and `quipu help COMMAND`. */
function help(args: readonly string[], terminal: Terminal): number {
  const about = commands.find(({ name }) => args.includes(name));
  terminal.line(about === undefined ? overview(commands) : helpOf(about));
  return 0;
}
