import { passwordColumns } from './columns.ts';
import { type Label, LabelScan } from './labels.ts';
import { codesBehind } from './recovery-codes.ts';
import type { SecretSpan } from './secret-span.ts';
import { isPlaceholder, looksChosen, looksGenerated, looksRandom } from './shapes.ts';

/** How far behind its label a secret may stand: "the password for the portal of the school is …". */
const reach = 90;
const mostValueChars = 300;
/** A label's own end: a quotation mark, a remark in brackets, a colon or an arrow. */
const separator =
  /["'`*\]]{0,3}[ \t]{0,8}(?:\([^()\n]{0,40}\)[ \t]{0,4})?(?::=|=>|->|→|[:=：|\t>]| [-–—](?= ))[ \t]{0,40}/y;
/** "Password (optional):" is a form to be filled in. */
const remark = /\((?:optional|required|min|max|facultati|opcional|erforderlich|freiwillig|\d)/i;
const verbs =
  'is|are|was|remains|to|lautet|heißt|ist|war|bleibt|est|reste|était|es|era|sigue siendo|è|resta|rimane|é|continua|är|er|jest|je|blijft|on';
/** Words between the verb and the word that matters: "is still", "ist jetzt". */
const adverbs =
  'still|now|again|just|simply|currently|set to|noch|jetzt|nun|weiterhin|immer noch|toujours|maintenant|désormais|ahora|todavía|ancora|ora|adesso|sempre|agora|ainda|nu|nog|fortfarande|teraz';
/** Without one of these around it no word is taken for a secret: most labels are done with at once. */
const telling = /[\d"“„«!@#$%^&*?+~§€£]|[a-z][A-Z]|-\p{L}{4,20}-/u;
const link = new RegExp(
  `(?:\\s(?:${verbs})(?=[\\s:])|[:=：→])(?:\\s{1,3}(?:${adverbs})(?=[\\s:])){0,2}:?(?:\\s{1,3}|$)`,
  'gi',
);
const opening = /^["'`“„«‚‘»*_([<]{0,2}/;
const closingOf: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
};
/** Before a label: "use … as the password", "… ist das Passwort". */
const connector = /^(?:as|is|als|ist|comme|est|como|es|come|è|é)$/i;
const article =
  /^(?:the|my|your|our|a|new|his|her|their|das|dein|mein|unser|ihr|neues?|le|la|mon|ma|notre|votre|nouveau|el|tu|mi|su|nueva|o|minha|il|mia|tua|nuova|wi-?fi|wlan)$/i;
/** "Use Vault22 as password manager" tells no password. */
const compound = /^[ -](?:manager|policy|reset|hint|generator|rules?|field|prompt)/i;
const wireless = /wi-?fi|wlan|wpa|ssid|router|network|netzwerk/i;

interface Value {
  readonly start: number;
  readonly text: string;
  /** What follows it on its line. */
  readonly rest: string;
  readonly isQuoted: boolean;
}

/** Passwords, PINs, keys and codes that a label gives away, in prose, forms, tables and programs. */
export function findNamedSecrets(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const scan = new LabelScan(text);
  let tableEnd = 0;
  for (let label = scan.next(); label !== null; label = scan.next()) {
    if (compound.test(text.slice(label.end, label.end + 12))) continue;
    const table = label.start >= tableEnd ? passwordColumns(text, label.start) : null;
    if (table !== null) {
      spans.push(...table.spans);
      tableEnd = table.end;
    }
    const found = secretsOf(text, label);
    spans.push(...found);
    const last = found.at(-1);
    if (last !== undefined && last.start >= label.end) scan.skipTo(last.end);
  }
  return spans;
}

function secretsOf(text: string, label: Label): readonly SecretSpan[] {
  switch (label.kind) {
    case 'codes':
      return codesBehind(text, label.end);
    case 'social':
      return socialNumbers(text, label.end);
    case 'key':
      if (!wireless.test(text.slice(Math.max(0, label.start - 60), label.end + 12))) return [];
      return spanOf(labelled(text, label), 'password');
    case 'pin':
      return spanOf(labelled(text, label), 'PIN');
    case 'token':
      return spanOf(labelled(text, label), 'access token');
    case 'password':
    case 'weak':
      return spanOf(labelled(text, label) ?? valueBefore(text, label), 'password');
  }
}

function spanOf(value: Pick<Value, 'start' | 'text'> | null, kind: SecretSpan['kind']): SecretSpan[] {
  return value === null ? [] : [{ start: value.start, end: value.start + value.text.length, kind }];
}

/** The secret behind a label: right behind its colon, behind a verb, or with nothing in between. */
function labelled(text: string, label: Label): Pick<Value, 'start' | 'text'> | null {
  separator.lastIndex = label.end;
  const colon = separator.exec(text)?.[0];
  if (colon !== undefined) {
    const at = label.end + colon.length;
    const value = valueAt(text, at) ?? valueBelow(text, at);
    if (value !== null && isField(value, label.kind, remark.test(colon))) return value;
    const words = value === null || label.kind !== 'password' ? null : wordsAt(text, at);
    if (words !== null) return words;
  }
  if (label.kind === 'token') return tokenNext(text, label) ?? behindVerb(text, label);
  const next = /^[ \t]{1,3}/.test(text.slice(label.end, label.end + 1)) ? valueAt(text, label.end + 1) : null;
  if (next !== null && (label.kind === 'pin' ? isNumber(next) : looksRandom(next.text))) return next;
  return behindVerb(text, label);
}

/** With nothing in between: behind `Bearer`, or a long one of all kinds of characters. */
function tokenNext(text: string, label: Label): Value | null {
  const value = valueAt(text, label.end + 1);
  if (value === null || !looksGenerated(value.text)) return null;
  const isHeader = /^(?:bearer|authorization)/i.test(text.slice(label.start, label.end));
  const isMixed = /\d/.test(value.text) && /[a-z]/.test(value.text) && /[A-Z]/.test(value.text);
  return isHeader || (isMixed && value.text.length >= 20) ? value : null;
}

function behindVerb(text: string, label: Label): Value | null {
  const window = text.slice(label.end, label.end + reach);
  if (!telling.test(window)) return null;
  const sentence = /^(?:[^.!?;\n"<>={}[\]|]|\.(?=\S))*[=:]?/.exec(window)?.[0] ?? '';
  for (const { index, 0: written } of sentence.matchAll(link)) {
    const value = valueAt(text, label.end + index + written.length);
    if (value === null) continue;
    if (label.kind === 'pin' ? isNumber(value) : isTold(value, label.kind)) return value;
  }
  return null;
}

/** Behind a verb a word must look like a secret, or be set apart from the sentence by its marks or its digits. */
function isTold(value: Value, kind: Label['kind']): boolean {
  if (kind === 'token') return looksGenerated(value.text);
  if (looksChosen(value.text)) return true;
  return (
    kind === 'password' &&
    (isDigits(value) || (value.isQuoted && value.text.length >= 4 && !isPlaceholder(value.text)))
  );
}

/** What a field of a form holds, which need not look like a secret where the label leaves no doubt. */
function isField(value: Value, kind: Label['kind'], hasRemark: boolean): boolean {
  switch (kind) {
    case 'pin':
      return isNumber(value);
    case 'token':
      return looksGenerated(value.text);
    case 'password':
      return (
        looksChosen(value.text) ||
        isDigits(value) ||
        (!hasRemark && isAlone(value) && value.text.length >= 4 && isWord(value.text))
      );
    default:
      return looksChosen(value.text);
  }
}

function isAlone({ rest }: Value): boolean {
  return /^\s*(?:$|\()/.test(rest);
}

/** A chosen word without digits, not a sentence's end, a name in a program or a place. */
function isWord(word: string): boolean {
  return !isPlaceholder(word) && /^[\p{L}\p{N}!@#$%^&*?+~-]+$/u.test(word);
}

function isNumber({ text, rest }: Value): boolean {
  return (
    /^[*#]?\d{3,8}#?$/.test(text) &&
    !/^\s?(?:-|digits?|characters?|stellig|chiffres|cifras|[.,]\d)/i.test(rest)
  );
}

function isDigits(value: Value): boolean {
  return (
    /^\d{4,16}$/.test(value.text) &&
    isNumber({ ...value, text: '0000' }) &&
    !/^\s?(?:chars|zeichen|caract|days|times|min|mal)/i.test(value.rest)
  );
}

/** The word at `at`, or what stands in quotation marks there. */
function valueAt(text: string, at: number): Value | null {
  const raw = text.slice(at, at + mostValueChars);
  const line = raw.slice(0, (raw.indexOf('\n') + 1 || raw.length + 1) - 1);
  const marks = opening.exec(line)?.[0] ?? '';
  const closing = closingOf[marks.at(-1) ?? ''];
  const closed = closing === undefined ? -1 : line.indexOf(closing, marks.length);
  if (
    closed > marks.length &&
    closed - marks.length <= 128 &&
    !/[<>=]/.test(line.slice(marks.length, closed).trim().charAt(0))
  )
    return {
      start: at + marks.length,
      text: line.slice(marks.length, closed),
      rest: line.slice(closed + 1),
      isQuoted: true,
    };
  const skip = /^["'`“„«‚‘»]/.test(marks) ? marks.length : 0;
  const word = /^\S+/.exec(line.slice(skip))?.[0] ?? '';
  const address = /[?&][\w.-]{0,40}$/.test(text.slice(Math.max(0, at - 40), at).replace(/=$/, ''));
  const cut = (address ? word.split(/[&#]/, 1)[0] : word.split(/[;,](?=["'\p{L}]+[=:])|<\//u, 1)[0]) ?? '';
  const bare = withoutEnding(cut);
  return bare === ''
    ? null
    : { start: at + skip, text: bare, rest: line.slice(skip + bare.length), isQuoted: false };
}

/** From the back: an expression would try every one of three hundred characters, for every label. */
function withoutEnding(word: string): string {
  let end = word.length;
  while (end > 0 && '.,;:)]}"\'”“’»`'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** A form that writes its values below their names. */
function valueBelow(text: string, at: number): Value | null {
  const gap = /^[ \t]*\n[ \t]*\n?[ \t]*/.exec(text.slice(at, at + 60))?.[0];
  if (gap === undefined) return null;
  const value = valueAt(text, at + gap.length);
  return value !== null && value.rest.trim() === '' && (looksRandom(value.text) || isDigits(value))
    ? value
    : null;
}

/** A passphrase of four to ten plain words, up to the end of its line. */
function wordsAt(text: string, at: number): Pick<Value, 'start' | 'text'> | null {
  const line = /^[^\n]{0,120}/.exec(text.slice(at, at + 120))?.[0].trimEnd() ?? '';
  const isPhrase = /^\p{Ll}{3,12}(?: \p{Ll}{3,12}){3,9}$/u.test(line);
  return isPhrase &&
    !/\b(?:the|and|for|see|not|with|your|from|ask|das|der|die|und|les|des|pour|los|las|para|del)\b/.test(line)
    ? { start: at, text: line }
    : null;
}

function valueBefore(text: string, label: Label): Pick<Value, 'start' | 'text'> | null {
  const before = text.slice(Math.max(0, label.start - reach), label.start);
  if (!telling.test(before)) return null;
  const from = label.start - before.length + before.lastIndexOf('\n') + 1;
  const words = [...text.slice(from, label.start).matchAll(/\S+/g)].slice(-6);
  for (let at = words.length - 1; at > 0; at -= 1) {
    const word = words[at]?.[0] ?? '';
    if (connector.test(word)) {
      const before = words[at - 1];
      if (before === undefined) return null;
      const bare = before[0].replace(/^["'`“„«(]+|[.,;:)"'”“’»`]+$/g, '');
      return looksChosen(bare) ? { start: from + before.index + before[0].indexOf(bare), text: bare } : null;
    }
    if (!article.test(word)) return null;
  }
  return null;
}

/** Numbers of the United States' form that have been given out (SSA: no area 000, 666 or from 900). */
function socialNumbers(text: string, from: number): SecretSpan[] {
  const window = text.slice(from, from + reach);
  return [...window.matchAll(/(?<![\d-])(?!000|666|9)\d{3}([ -]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g)].map(
    ({ index, 0: written }) => ({
      start: from + index,
      end: from + index + written.length,
      kind: 'social security number',
    }),
  );
}
