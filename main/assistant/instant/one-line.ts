/** Text as a sentence is shown: white space collapsed, a list's mark taken off. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^(?:[-*+•·>]|\d{1,2}[.)])\s+(?=\S)/u, '')
    .trim();
}
