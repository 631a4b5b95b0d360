import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { notes, papers, threads } from './life/life.ts';
import { docx } from './write/docx.ts';
import { eml, mailPath } from './write/mail.ts';
import { moment, type Note, type Paper, type Thread } from './write/material.ts';
import { pdf } from './write/pdf.ts';

function paperBytes(paper: Paper): Promise<Buffer> {
  return paper.path.endsWith('.pdf') ? pdf(paper) : docx(paper);
}

async function write(dir: string, path: string, at: string, content: string | Buffer): Promise<void> {
  const file = join(dir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await utimes(file, moment(at), moment(at));
}

/** What becomes files: a person's mails, notes and papers. */
export interface Life {
  readonly threads: readonly Thread[];
  readonly notes: readonly Note[];
  readonly papers: readonly Paper[];
}

/**
 * Writes two years of one person's mail, notes and papers under `dir`: the same bytes and modification times
 * on every run. Resolves with the number of files.
 */
export function generateSampleLibrary(dir: string): Promise<{ files: number }> {
  return writeLife(dir, { threads, notes, papers });
}

/** The same with another life. */
export async function writeLife(dir: string, { threads, notes, papers }: Life): Promise<{ files: number }> {
  let files = 0;
  const add = async (path: string, at: string, content: string | Buffer): Promise<void> => {
    await write(dir, path, at, content);
    files++;
  };
  const made = new Map<string, Buffer>();
  for (const paper of papers) made.set(paper.path, await paperBytes(paper));
  for (const paper of papers) await add(paper.path, paper.at, made.get(paper.path) ?? '');
  for (const note of notes) await add(note.path, note.at, `${note.text.trim()}\n`);
  for (const thread of threads)
    for (const [index, mail] of thread.mails.entries())
      await add(mailPath(thread, index), mail.at, await eml(thread, index, made));
  return { files };
}

if (import.meta.main) {
  const dir = resolve(process.argv[2] ?? 'out/sample-library');
  const { files } = await generateSampleLibrary(dir);
  console.log(`${files} files written to ${dir}`);
}
