import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join, sep } from 'node:path';
import { archives } from './archives.ts';
import type { Baits, HostileFile } from './hostile-file.ts';
import { mails } from './mails.ts';
import { markup } from './markup.ts';
import { names } from './names.ts';
import { office } from './office.ts';
import { pdfs } from './pdfs.ts';
import { pictures } from './pictures.ts';
import { texts } from './texts.ts';

export interface HostileSet {
  /** How many files were written that mean harm. */
  readonly files: number;
  /** Words, each of which stands in one harmless file between the others. */
  readonly neighbours: readonly string[];
}

/**
 * Writes the set below `folder`, a harmless neighbour beside each file, or only what is quick to make and to read.
 * A name that the file system refuses is left out.
 */
export function makeHostileSet(folder: string, baits: Baits, quickOnly: boolean): HostileSet {
  const groups = {
    ...{ archives, markup: markup(baits), mails: mails(baits), pdfs: pdfs(baits) },
    ...{ office: office(baits), texts, pictures, names },
  };
  let files = 0;
  const neighbours: string[] = [];
  for (const [group, members] of Object.entries(groups)) {
    mkdirSync(join(folder, group), { recursive: true });
    for (const file of members.filter(({ isQuick }) => !quickOnly || isQuick === true)) {
      if (!write(join(folder, group), file)) continue;
      files += 1;
      const word = `neighbour${String.fromCharCode(...[...`${files}`].map((digit) => digit.charCodeAt(0) + 49))}x`;
      writeFileSync(join(folder, group, `${word}.txt`), `A harmless ${word} stands here.`);
      neighbours.push(word);
    }
  }
  return { files, neighbours };
}

function write(folder: string, { name, content }: HostileFile): boolean {
  const path = Buffer.concat([Buffer.from(folder + sep), Buffer.from(name)]);
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch {
    // Not every file system takes every name.
    return false;
  }
  const bytes = content();
  const pieces = typeof bytes === 'string' || Buffer.isBuffer(bytes) ? [bytes] : bytes;
  for (const piece of pieces) writeSync(file, Buffer.from(piece));
  closeSync(file);
  return true;
}
