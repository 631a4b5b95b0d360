import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import { longestQuery } from '#main/contract/longest-query.ts';
import { counted } from './figures.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** An option as parseArgs takes it, and what `--help` says of it. */
interface Option extends ParseArgsOptionDescriptor {
  /** What stands for the value in the usage: `N`, `DIR`; absent for a switch. */
  readonly value?: string;
  readonly help: string;
}
export type Options = Readonly<Record<string, Option>>;

export const everywhere = {
  library: { type: 'string', value: 'DIR', help: 'use the library in DIR' },
  json: { type: 'boolean', help: 'print JSON' },
  help: { type: 'boolean', short: 'h', help: 'print this help' },
} as const satisfies Options;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof everywhere; strict: true; allowPositionals: true }>
>;

export interface Call<O extends Options> {
  readonly values: Parsed<O>['values'];
  readonly words: readonly string[];
  readonly session: Session;
  readonly terminal: Terminal;
}

interface Definition<O extends Options> {
  readonly name: string;
  /** The words after the name: `PATH…`, `QUERY`, nothing. */
  readonly words: string;
  readonly wordCount: readonly [least: number, most: number];
  readonly summary: string;
  readonly options: O;
  /** Throws UsageError for a value that makes no sense, Faults for what fails. */
  readonly run: (call: Call<O>) => Promise<void>;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: Options;
  readonly parse: (args: readonly string[]) => ParsedCommand;
}

/** A command whose line was understood. */
interface ParsedCommand {
  readonly library: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly run: (session: Session, terminal: Terminal) => Promise<void>;
}

/** Makes a command of its definition. `parse` throws UsageError for what the definition does not know. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  const { name, words, summary, options } = definition;
  return {
    name,
    usage: words === '' ? name : `${name} ${words}`,
    summary,
    options,
    parse: (args) => parse(definition, args),
  };
}

function parse<O extends Options>(definition: Definition<O>, args: readonly string[]): ParsedCommand {
  const { name, words, wordCount, options, run } = definition;
  const { values, positionals } = understood(name, () =>
    parseArgs({
      args: [...args],
      options: { ...options, ...everywhere },
      strict: true,
      allowPositionals: true,
    }),
  ) as Parsed<O>;
  const { library, json = false, help = false } = values as Parsed<typeof everywhere>['values'];
  const [least, most] = wordCount;
  if (!help && positionals.length < least) throw new UsageError(`${name} needs ${oneOfThem(words)}`, name);
  if (!help && positionals.length > most) throw new UsageError(tooManyWords(name, most), name);
  // An empty word would pass for the folder that the command is run in.
  if (!help && positionals.includes('')) throw new UsageError(`${name} takes no empty word`, name);
  if (library === '') throw new UsageError('--library needs a DIR', name);
  return {
    library,
    json,
    help,
    run: (session, terminal) => run({ values, words: positionals, session, terminal }),
  };
}

function oneOfThem(words: string): string {
  return words.includes(' | ') ? `one of: ${words}` : words;
}

function tooManyWords(name: string, most: number): string {
  if (most === 0) return `${name} takes no words, only options`;
  return `${name} takes no more than ${counted(most, 'word')}: put quotes around text`;
}

function understood<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw new UsageError(message.split('. ')[0] ?? message, name);
  }
}

/** The text that a command asks with. Throws UsageError where it says nothing or is too long. */
export function askedText(name: string, what: string, text: string): string {
  if (text.trim() === '') throw new UsageError(`${name} needs a ${what} that is not empty`, name);
  if (text.length <= longestQuery) return text;
  const lengths = `${counted(longestQuery, 'character')}, and this one has ${counted(text.length, 'character')}`;
  throw new UsageError(`${name} takes a ${what} of at most ${lengths}`, name);
}

/** A whole number of an option. Throws UsageError. */
export function wholeNumber(
  name: string,
  option: string,
  value: string,
  least: number,
  most: number,
): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${most}, not “${value}”`, name);
}

/** One of the words an option takes. Throws UsageError. */
export function oneOf<T extends string>(name: string, option: string, value: string, known: readonly T[]): T {
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} takes ${known.join(', ')}, not “${value}”`, name);
}
