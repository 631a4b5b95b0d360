import { join } from 'node:path';
import { pino } from 'pino';
import { createStream } from 'rotating-file-stream';
import type { Log } from '#indexer/pipeline/log.ts';
import { makePrivateFolder } from '#indexer/store/private-folder.ts';
import { stackFrame } from './stderr.ts';

/** A field is a name, a code or a path; longer ones are cut, so that no text can slip in whole. */
const fieldChars = 1000;
const fileSize = '4M';
const keptFiles = 4;
/** After a line that could not be written. */
const restMs = 60_000;

export interface LogFile extends Log {
  readonly path: string;
  close(): Promise<void>;
}

/**
 * A structured log, one JSON object a line, in `dir` (made with mode 0700) as `<name>.log`, rotated by size.
 * It takes event names, codes, counts and paths; never file text, a question or an answer.
 */
export function openLog(dir: string, name: string): LogFile {
  let opened: ReturnType<typeof openFile> | undefined;
  let openAgainMs = 0;
  const failed = (): void => {
    opened = undefined;
    openAgainMs = Date.now() + restMs;
  };
  const write = (level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void => {
    if (opened === undefined && Date.now() >= openAgainMs) opened = openFile(dir, name, failed);
    opened?.logger[level]({ event, ...bounded(fields) });
  };
  return {
    path: join(dir, `${name}.log`),
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    close: () =>
      new Promise((resolve) => {
        if (opened === undefined || opened === null || opened.stream.destroyed) resolve();
        else opened.stream.once('close', resolve).end();
      }),
  };
}

/** null where the folder cannot be made: a program that cannot log goes on without. */
function openFile(dir: string, name: string, onFailure: () => void) {
  try {
    makePrivateFolder(dir);
  } catch {
    return null;
  }
  const stream = createStream(`${name}.log`, { path: dir, size: fileSize, maxFiles: keptFiles, mode: 0o600 });
  // A full disk must not end the program that reports it; once there is room it is logged again.
  stream.on('error', () => {
    stream.destroy();
    onFailure();
  });
  const logger = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return { stream, logger };
}

/** For programs that keep no log. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Fields = Readonly<Record<string, string | number | boolean>>;

function bounded(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > fieldChars ? `${value.slice(0, fieldChars)}…` : value,
    ]),
  );
}

/**
 * What may be logged of an error: its class, its code and where it was thrown. Its message may quote a file or
 * a question (a JSON or YAML error does), so it stays out, and so do those of its causes.
 */
export function errorFields(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => stackFrame.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.slice(0, 8).join('|').replace(/\s+/g, ' '),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  };
}
