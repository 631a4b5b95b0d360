import { type Command, everywhere, type Options } from './command.ts';

type Summed = Pick<Command, 'usage' | 'summary'>;

/** They come with a checkout, not with the app: scripts/quipu.mjs runs them. */
const measurements: readonly Summed[] = [
  { usage: 'eval retrieval DIR', summary: 'Measure search on a set of judged queries' },
  { usage: 'eval answers DIR', summary: 'Measure answers on a set of questions with known ones' },
  { usage: 'eval personal', summary: 'Measure answers over the sample library, by kind of question' },
  { usage: 'bench [NAME…]', summary: 'Measure speed, memory and size on generated files' },
];

/** A longer usage stands on a line of its own. */
const widest = 24;

export function overview(commands: readonly Command[]): string {
  const fits = [...commands, ...measurements]
    .map(({ usage }) => usage.length)
    .filter((each) => each <= widest);
  const width = Math.max(...fits);
  const line = ({ usage, summary }: Summed): string =>
    usage.length <= width
      ? `  ${usage.padEnd(width)}  ${summary}`
      : `  ${usage}\n${' '.repeat(width + 4)}${summary}`;
  return [
    'quipu: ask your own files. Nothing leaves this computer.',
    '',
    'Usage: quipu [--library DIR] COMMAND …',
    '',
    ...commands.map(line),
    '',
    'From a checkout also (node scripts/quipu.mjs …):',
    ...measurements.map(line),
    '',
    'Everywhere:',
    ...optionLines({ ...everywhere, version: { type: 'boolean', help: 'print the version' } }),
  ].join('\n');
}

export function helpOf({ usage, summary, options }: Command): string {
  return [`Usage: quipu ${usage}`, '', `${summary}.`, '', ...optionLines({ ...options, ...everywhere })].join(
    '\n',
  );
}

function optionLines(options: Options): string[] {
  const named = Object.entries(options).map(([name, { value, help, short }]) => ({
    help,
    form: `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
  }));
  const width = Math.max(...named.map(({ form }) => form.length));
  return named.map(({ form, help }) => `  ${form.padEnd(width)}  ${help}`);
}
