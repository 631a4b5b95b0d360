import { type Ignoring, ignoringChange } from '#main/contract/ignoring.ts';
import type { Source } from '#main/contract/sources.ts';
import { command } from '../command.ts';
import { namedSource } from '../named-source.ts';
import { printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const ignore = command({
  name: 'ignore',
  words: 'SOURCE',
  wordCount: [1, 1],
  summary: 'What is left out of a source: list it, or change it',
  options: {
    add: {
      type: 'string',
      multiple: true,
      value: 'PATTERN',
      help: 'leave out what matches, as in .gitignore',
    },
    remove: { type: 'string', multiple: true, value: 'PATTERN', help: 'take a pattern away' },
    rule: { type: 'string', multiple: true, value: 'ID=on|off', help: 'switch a built-in rule' },
    yes: { type: 'boolean', help: 'let secrets in without being asked again' },
  },
  async run({ words, values, session, terminal }) {
    const [word = ''] = words;
    const change = changeOf(values);
    const { source, now, again } = await session.ask(async (client) => {
      const found = namedSource(await client.sources.list(undefined, { signal: session.signal }), word);
      const ref = { sourceId: found.sourceId };
      const before = await client.sources.ignoring(ref, { signal: session.signal });
      if (values.yes !== true) refuseUnconfirmed(before.rules, change?.rules ?? {});
      const told =
        change === null
          ? before
          : await client.sources.ignore({ ...ref, ...change }, { signal: session.signal });
      const again = told.rules.filter(
        ({ id, on }) => on && before.rules.some((rule) => rule.id === id && !rule.on),
      );
      return { source: found, now: told, again };
    });
    if (terminal.json) terminal.object({ source: source.path, ...now });
    else {
      print(source, now, terminal);
      for (const means of new Set(again.flatMap(({ onMeans }) => onMeans ?? []))) terminal.line(means);
    }
  },
});

interface Values {
  readonly add?: string[] | undefined;
  readonly remove?: string[] | undefined;
  readonly rule?: string[] | undefined;
}

/** What the options ask for; null for nothing. Throws UsageError. */
function changeOf({ add, remove, rule }: Values) {
  if (add === undefined && remove === undefined && rule === undefined) return null;
  const change = {
    add,
    remove,
    rules: rule === undefined ? undefined : Object.fromEntries(rule.map(switchOf)),
  };
  const checked = ignoringChange.omit({ sourceId: true }).safeParse(change);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new UsageError(
    `--${String(issue?.path[0] ?? 'add')} ${issue?.message ?? 'has a wrong form'}`,
    'ignore',
  );
}

function switchOf(word: string): [id: string, on: boolean] {
  const [, id, value] = /^([a-z-]+)=(on|off)$/.exec(word) ?? [];
  if (id === undefined) throw new UsageError(`--rule takes ID=on or ID=off, not “${word}”`, 'ignore');
  return [id, value === 'on'];
}

/** Secrets are let in by a second word alone. Throws UsageError. */
function refuseUnconfirmed(rules: Ignoring['rules'], change: Readonly<Record<string, boolean>>): void {
  const asked = rules.find(({ id, on, offMeans }) => on && offMeans !== null && change[id] === false);
  if (asked !== undefined)
    throw new UsageError(`${asked.id}=off needs --yes as well. ${asked.offMeans}`, 'ignore');
}

function print(source: Source, { rules, patterns, files }: Ignoring, terminal: Terminal): void {
  terminal.line(`Left out of ${terminal.style('bold', printableLine(source.path))}:`);
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, what, on } of rules)
    terminal.line(`  ${on ? 'on ' : 'off'}  ${id.padEnd(width)}  ${what}`);
  if (patterns.length > 0) terminal.line('Patterns:');
  for (const pattern of patterns) terminal.line(`  ${printableLine(pattern)}`);
  if (files.length > 0) terminal.line('Patterns in files:');
  for (const file of files) terminal.line(`  ${printableLine(file)}`);
}
