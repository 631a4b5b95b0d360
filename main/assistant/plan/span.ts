/** A stretch of the question; UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text without some stretches, tidied: no doubled spaces, none before a full stop or question mark. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  const kept = [...text].length === 0 ? '' : cut(text, spans);
  return kept
    .replace(/\s+/g, ' ')
    .replace(/\s+([?.!,;:])/g, '$1')
    .replace(/^[\s,;:.-]+|[\s,;:-]+$/g, '');
}

function cut(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > at) result += `${text.slice(at, span.start)} `;
    at = Math.max(at, span.end);
  }
  return result + text.slice(at);
}
