import { unwrapped } from '../text/lines.ts';
import type { BodyLine } from './body-line.ts';

const quoteMark = /^(?:>\s?)+/;

/** Lines of a plain-text body: wrapped ones joined, quoted ones without their marks. */
export function plainBody(text: string): BodyLine[] {
  const lines: BodyLine[] = [];
  let paragraph: string[] = [];
  let depth = 0;
  let gap = false;
  const flush = () => {
    for (const { text: line } of unwrapped(paragraph, 1)) {
      lines.push(
        depth > 0
          ? { text: line, role: 'quoted', depth, tight: !gap }
          : { text: line, role: 'paragraph', tight: !gap },
      );
      gap = false;
    }
    paragraph = [];
  };
  for (const raw of text.split('\n')) {
    const mark = quoteMark.exec(raw)?.[0] ?? '';
    const line = raw.slice(mark.length);
    const marks = mark.split('>').length - 1;
    if (marks !== depth && (paragraph.length > 0 || line.trim() !== '')) {
      flush();
      gap = true;
      depth = marks;
    }
    if (line.trim() === '' || isSignatureMark(raw)) {
      flush();
      gap = true;
    }
    if (isSignatureMark(raw)) lines.push({ text: '--', role: 'signature', tight: false });
    else if (line.trim() !== '') paragraph.push(line);
  }
  flush();
  return lines;
}

/** RFC 3676 4.3: two dashes and a space; the space is often lost. */
export function isSignatureMark(line: string): boolean {
  return /^-- ?$/.test(line);
}
