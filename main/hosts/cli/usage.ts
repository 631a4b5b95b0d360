import { type Command, everywhere, type Options } from './command.ts';

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return [
    'quipu: ask your own files. Nothing leaves this computer.',
    '',
    'Usage: quipu [--library DIR] COMMAND …',
    '',
    ...lines,
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
