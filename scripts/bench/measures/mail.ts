import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { writeMailbox, writeMaildir } from '../corpus/files.ts';
import { type Bench, type Figures, type Measurement, secondsOf } from '../measurement.ts';
import { readAll, readByEngine } from '../read-by-engine.ts';

const mails = 8000;

/**
 * Mails of 2.5 kB to keyword-searchable through the whole engine, as files of a Maildir and as one mailbox, against
 * parsing the files alone in one process.
 */
export async function measureMail(bench: Bench): Promise<Measurement> {
  const count = Math.round(mails * bench.scale);
  const dirs = { maildir: join(bench.dir, 'maildir'), mailbox: join(bench.dir, 'mailbox') };
  await writeMaildir(dirs.maildir, count);
  await writeMailbox(dirs.mailbox, count);
  const baseline = count / (await secondsOf(() => readAll(dirs.maildir, (bytes) => PostalMime.parse(bytes))));
  const maildir = await measureForm(bench, 'maildir', dirs.maildir, { count, files: count });
  const mailbox = await measureForm(bench, 'mailbox', dirs.mailbox, { count, files: 1 });
  return {
    name: 'mail',
    figures: { mails: count, ...maildir, ...mailbox },
    baseline: { bareParsePerSecond: baseline },
    ratio: Number(maildir['maildirPerSecond']) / baseline,
  };
}

async function measureForm(
  bench: Bench,
  form: string,
  dir: string,
  { count, files }: { readonly count: number; readonly files: number },
): Promise<Figures> {
  const own = { ...bench, dir: join(bench.dir, `${form}-library`) };
  mkdirSync(own.dir);
  const { seconds, usedMs, ...rest } = await readByEngine(own, dir, files);
  const figures = {
    perSecond: count / seconds,
    processorMsPerMail: usedMs / count,
    ...rest,
  };
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      `${form}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
}
