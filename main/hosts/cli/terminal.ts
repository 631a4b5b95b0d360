import { stripVTControlCharacters, styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes: results to stdout, the progress line and errors to stderr. */
export interface Terminal {
  readonly json: boolean;
  /** Someone is looking: stdout is a terminal. */
  readonly interactive: boolean;
  readonly columns: number;
  /** A line of the result for a person, of text that has been made safe. */
  line(text?: string): void;
  /** The whole result, for a program. */
  object(value: unknown): void;
  /** Styles text that has been made safe; no style where stdout is no terminal or NO_COLOR is set. */
  style(style: Style, text: string): string;
  /** One line that is written over by the next; nothing where stderr is no terminal. */
  progress(text: string): void;
  clearProgress(): void;
  error(text: string): void;
}

/** C0 and C1 controls but line break and tab, and the bidirectional overrides: they rewrite what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is to find
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text out of a file made safe for a terminal: no escape sequence, nothing that reorders the line. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r\n', '\n').replace(controls, '\ufffd');
}

/** What breaks a line, besides the controls. */
const breaks = /[\t\n\u2028\u2029]/g;
const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * A name, path, title or message as one line of a terminal: what would steer or break the line stands there as an
 * escape (`\n`, `\u001b`), so that nothing of the name is lost and no name passes for two lines.
 */
export function printableLine(text: string): string {
  return text.replace(controls, shownEscape).replace(breaks, shownEscape);
}

function shownEscape(character: string): string {
  return shortEscapes[character] ?? escapeOf(character);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const narrowest = 40;

export function openTerminal(json: boolean): Terminal {
  const { stdout, stderr } = process;
  const styled = stdout.isTTY && stdout.hasColors();
  const live = stderr.isTTY && !json;
  return {
    json,
    interactive: stdout.isTTY === true && !json,
    // Some terminals say 0 for “I do not know”.
    columns: Math.max(stdout.columns || 80, narrowest),
    line: (text = '') => void stdout.write(`${text}\n`),
    object: (value) => void stdout.write(`${jsonLine(value)}\n`),
    style: (style, text) => (styled ? styleText(style, text, { validateStream: false }) : text),
    progress: (text) => {
      if (live) stderr.write(`\r\u001b[2K${printableLine(text).slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clearProgress: () => {
      if (live) stderr.write('\r\u001b[2K');
    },
    error: (text) => void stderr.write(`${printableLine(text)}\n`),
  };
}

/** JSON leaves C1 controls as they are; some terminals obey them. */
function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(controls, escapeOf);
}

/** Writing to a pipe that was closed (`quipu search … | head`) ends the program quietly. */
export function endWithPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
