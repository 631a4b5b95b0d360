import type { SecretSpan } from './secret-span.ts';
import { isPlaceholder } from './shapes.ts';

/** A header is a line of short names; against a line that is a whole file. */
const mostHeaderChars = 2_000;
const mostCellChars = 30;
const secretName =
  /(?:^|[\s_-])(?:password|passwort|passwd|kennwort|passphrase|pwd|pin|puk|mot de passe|contrase[ñn]a|senha|wachtwoord|hasło|heslo|secret|totp|otpauth|cvc|cvv)(?:$|[\s_-]|\s?\()/i;

/** What a table keeps in its columns of passwords, and where the table ends. */
export interface Columns {
  readonly spans: readonly SecretSpan[];
  readonly end: number;
}

/**
 * The cells below a header that names passwords: comma-separated values, a table of a note or a page. `at` is where the
 * label stands; null where its line is no header.
 */
export function passwordColumns(text: string, at: number): Columns | null {
  const before = text.slice(Math.max(0, at - mostHeaderChars), at);
  const after = text.slice(at, at + mostHeaderChars);
  const start = at - before.length + before.lastIndexOf('\n') + 1;
  const end = at + (after.includes('\n') ? after.indexOf('\n') : after.length);
  if (end - start > mostHeaderChars) return null;
  const header = text.slice(start, end);
  const delimiter = ['\t', '|', ';', ','].find((one) => header.includes(one));
  if (delimiter === undefined) return null;
  const names = cellsOf(header, delimiter).map(({ value }) => value);
  if (names.length < 2 || !names.every(isName)) return null;
  const secret = new Set(names.flatMap((name, column) => (secretName.test(name) ? [column] : [])));
  return secret.size === 0 ? null : rowsBelow(text, end, { delimiter, secret, columns: names.length });
}

/** A column's name, not a part of a sentence. */
function isName(cell: string): boolean {
  return cell.length <= mostCellChars && !/[:=.?!]|\d.*\d|(?:\S+\s+){3}/.test(cell);
}

interface Table {
  readonly delimiter: string;
  readonly secret: ReadonlySet<number>;
  readonly columns: number;
}

function rowsBelow(text: string, from: number, { delimiter, secret, columns }: Table): Columns {
  const spans: SecretSpan[] = [];
  let at = from + 1;
  let end = from;
  let blanks = 0;
  while (at < text.length) {
    const until = lineEnd(text, at);
    const line = text.slice(at, until);
    if (line.trim() === '') blanks += 1;
    else {
      const cells = cellsOf(line, delimiter);
      // The last cells may be missing, but not the one that counts.
      if (cells.length < Math.min(columns, 1 + Math.max(...secret)) || blanks > 1) break;
      blanks = 0;
      for (const [column, cell] of cells.entries()) {
        const isWanted = secret.has(column) && cell.value !== '' && !isPlaceholder(cell.value);
        const first = at + cell.start;
        if (isWanted) spans.push({ start: first, end: first + cell.value.length, kind: 'password' });
      }
    }
    end = until;
    at = until + 1;
  }
  return { spans, end };
}

/** The cells of a line, without quotation marks and spaces around them; a quoted one may hold the delimiter (RFC 4180). */
function cellsOf(line: string, delimiter: string): { value: string; start: number }[] {
  const cells: { value: string; start: number }[] = [];
  let from = 0;
  let isClosed = true;
  while (from <= line.length) {
    const quote: string | undefined = isClosed
      ? /^\s{0,8}"/.exec(line.slice(from, from + 10))?.[0]
      : undefined;
    const closing: number = quote === undefined ? -1 : line.indexOf(`"${delimiter}`, from + quote.length);
    // Looked for once: against a line of a million opening marks.
    if (quote !== undefined) isClosed = closing !== -1;
    let until = line.indexOf(delimiter, closing === -1 ? from : closing);
    if (until === -1) until = line.length;
    const raw = line.slice(from, until);
    const value = raw.trim().replace(/^"|"$/g, '');
    cells.push({ value, start: from + (value === '' ? 0 : raw.indexOf(value)) });
    from = until + 1;
  }
  return cells;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
