import type { Answer, Citation } from '#main/contract/ask.ts';
import { placeInWords } from '#main/contract/document-words.ts';

/** An answer as text to paste elsewhere: the question, the marked answer, then each citation with its place and quote. */
export function copyText(answer: Answer): string {
  const parts = [answer.question, answer.answer];
  if (answer.citations.length > 0) parts.push(answer.citations.map(citationLine).join('\n'));
  return parts.filter((part) => part !== '').join('\n\n');
}

function citationLine(citation: Citation): string {
  const where = citation.member === null ? citation.path : `${citation.path} (${citation.member})`;
  const quote = citation.quote.replace(/\s+/g, ' ').trim();
  return `[${citation.n}] ${citation.title} — ${where}, ${placeInWords(citation.place)}: “${quote}”`;
}
