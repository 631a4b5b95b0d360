import type { Settings, Unavailable } from '#main/contract/settings.ts';
import { command, oneOf } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const onOff = ['on', 'off'] as const;

export const pace = command({
  name: 'pace',
  words: '',
  wordCount: [0, 0],
  summary: 'When files are read and embedded in the background: show it, or change it',
  options: {
    'only-when-idle': { type: 'string', value: 'on|off', help: 'only while nobody uses the computer' },
    'not-on-battery': { type: 'string', value: 'on|off', help: 'not while the computer runs on battery' },
    pause: { type: 'string', value: 'TIME', help: 'not at all for 30m, 2h …, or “on” until --resume' },
    resume: { type: 'boolean', help: 'end a pause' },
  },
  async run({ values, session, terminal }) {
    const change = {
      onlyWhenIdle: switched('only-when-idle', values['only-when-idle']),
      notOnBattery: switched('not-on-battery', values['not-on-battery']),
      pausedUntil: values.resume === true ? null : pausedUntil(values.pause),
    };
    const { signal } = session;
    const { settings, unavailable, waitsFor } = await session.ask(async (client) => ({
      settings: await client.settings.change(change, { signal }),
      unavailable: await client.settings.unavailable(undefined, { signal }),
      waitsFor: (await client.status(undefined, { signal })).waitsFor,
    }));
    const { onlyWhenIdle, notOnBattery, pausedUntil: until } = settings;
    if (terminal.json)
      terminal.object({ onlyWhenIdle, notOnBattery, pausedUntil: until, unavailable, waitsFor });
    else print(settings, unavailable, waitsFor, terminal);
  },
});

function switched(option: string, value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : oneOf('pace', option, value, onOff) === 'on';
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** “Until I resume it”: later than any pause that is meant to end. */
const farAway = '9999-01-01T00:00:00Z';

function pausedUntil(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  if (time === 'on') return farAway;
  const [, count, unit = ''] = /^(\d{1,4})([mhd])$/.exec(time) ?? [];
  const each = unitMs[unit];
  if (count === undefined || each === undefined)
    throw new UsageError(`--pause takes a time like 30m, 2h or 1d, or “on”, not “${time}”`, 'pace');
  return new Date(Date.now() + Number(count) * each).toISOString();
}

function print(
  { onlyWhenIdle, notOnBattery, pausedUntil }: Settings,
  unavailable: Unavailable,
  waitsFor: string | null,
  terminal: Terminal,
): void {
  const line = (isOn: boolean, what: string, reason: string | null): void => {
    const note = reason === null ? '' : terminal.style('dim', `  No effect here: ${reason}`);
    terminal.line(`  ${isOn ? 'on ' : 'off'}  ${what}${note}`);
  };
  terminal.line('Files are read and embedded in the background:');
  line(onlyWhenIdle, 'only while nobody uses the computer', unavailable.onlyWhenIdle);
  line(notOnBattery, 'not while the computer runs on battery', unavailable.notOnBattery);
  // Kept also while nothing is there to be read: then nothing waits.
  const paused = pauseInWords(pausedUntil);
  if (paused !== null) line(true, paused, null);
  else if (waitsFor !== null) terminal.line(waitsFor);
  terminal.line(terminal.style('dim', 'quipu index reads and embeds at once, whatever is set here.'));
}

function pauseInWords(pausedUntil: string | null): string | null {
  if (pausedUntil === null || Date.parse(pausedUntil) <= Date.now()) return null;
  if (pausedUntil === farAway) return 'not until --resume';
  return `not before ${new Date(pausedUntil).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`;
}
