import { createInterface } from 'node:readline';
import type { Log } from '#indexer/pipeline/log.ts';

/** A line of a stack: a function's name and its place in a program. */
export const stackFrame = /^\s+at [\w$#.<>[\] ]*\(?(?:file:|node:|\/|[A-Z]:\\)[^\s)]+\)?$/;

/** Lines that name a place in a program or the kind of an error; all other lines may quote a file. */
const safeLines = [
  stackFrame,
  /^(?:Uncaught )?[A-Z]\w*(?:Error|Exception|Fault)\b/,
  /^GGML_ASSERT\([\w\s!=<>&|()*.>-]+\)/,
  /^FATAL ERROR: [\w\s:]+/,
];

/**
 * Logs what a service writes to stderr, without what it says of a file: a stack keeps its frames, an error its
 * class; the rest is counted. Resolves when the stream has ended; `onLine` sees each whole line.
 */
export async function recordStderr(
  stream: NodeJS.ReadableStream | null,
  service: string,
  log: Log,
  onLine: (line: string) => void,
): Promise<void> {
  if (stream === null) return;
  let withheld = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    onLine(line);
    const safe = safePart(line);
    if (safe === null) withheld += 1;
    else log.warn('service-stderr', { service, line: safe });
  }
  if (withheld > 0) log.info('service-stderr-withheld', { service, lines: withheld });
}

function safePart(line: string): string | null {
  for (const pattern of safeLines) {
    const match = pattern.exec(line);
    if (match !== null) return match[0].trim().slice(0, 300);
  }
  return null;
}
