import type { SecretSpan } from './secret-span.ts';

/** Between the label and its first code: "– each works once, printed on 3 May". */
const mostCharsBefore = 160;
const mostCodes = 40;
const mostCodeChars = 60;
/** Groups of letters and digits, or one group with digits in it: what services print. */
const code = /^(?:[a-z0-9]{3,10}(?:-[a-z0-9]{3,10}){1,7}|\d{6,12}|(?=[a-z]*\d)[a-z0-9]{6,32}|\d{3,5})$/i;
const wholeCode =
  /^(?:(?=[a-z-]*\d)[a-z0-9]{3,10}(?:-[a-z0-9]{3,10}){1,7}|\d{6,12}|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8,32})$/i;
const ornament = /^(?:[-•*–—·|,;:✓☐□]{1,3}|\d{1,2}[.):])$/;
const word = /[^\s,;|]+/g;

/** The codes that stand behind a label: "Recovery codes" and the lines below it. */
export function codesBehind(text: string, from: number): SecretSpan[] {
  const window = text.slice(from, from + mostCharsBefore + mostCodes * mostCodeChars);
  const spans: SecretSpan[] = [];
  for (const { index, 0: written } of window.matchAll(word)) {
    const bare = written.replace(/^["'`([]+|["'`)\].,:]+$/g, '');
    const isOne = spans.length === 0 ? startsList(window, index, bare) : code.test(bare);
    if (isOne) {
      const start = from + index + written.indexOf(bare);
      spans.push({ start, end: start + bare.length, kind: 'recovery code' });
    } else if (spans.length > 0 ? !ornament.test(written) : index > mostCharsBefore) break;
    if (spans.length === mostCodes) break;
  }
  return spans;
}

/** A list may begin with a code of letters alone, but then on a line of its own. */
function startsList(window: string, index: number, bare: string): boolean {
  if (wholeCode.test(bare)) return true;
  if (!code.test(bare) || !/-|^\d{4,5}$/.test(bare)) return false;
  const lineStart = window.lastIndexOf('\n', index) + 1;
  const newline = window.indexOf('\n', index);
  const line = window.slice(lineStart, newline === -1 ? window.length : newline);
  const parts = line.trim().split(/[\s,;|]+/);
  const codes = parts.filter((part) => !ornament.test(part));
  const isList = lineStart > 0 && codes.every((part) => code.test(part));
  // Digits alone are a code only in pairs: "1234 5678".
  return (
    isList && (bare.includes('-') || (codes.length > 1 && codes.every((part) => /^\d{4,5}$/.test(part))))
  );
}
