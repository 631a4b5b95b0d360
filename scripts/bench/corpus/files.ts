/** Generated folders of files for measuring: the same seed and size give the same bytes. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { createWriter, type Writer } from './words.ts';

const seed = 20_260_101;
const mailWords = 246;

function mail(writer: Writer, index: number, people: readonly string[]): string {
  const from = people[index % people.length] ?? 'Nobody';
  const to = people[(index * 7 + 3) % people.length] ?? 'Nobody';
  const date = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000);
  const address = (name: string): string => `${name} <${name.toLowerCase().replace(' ', '.')}@example.org>`;
  return [
    `From: ${address(from)}`,
    `To: ${address(to)}`,
    `Subject: ${writer.sentence().slice(0, 60)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${index}@example.org>`,
    ...(index % 4 === 0
      ? []
      : [`In-Reply-To: <${index - 1}@example.org>`, `References: <${index - 1}@example.org>`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    writer.prose(mailWords),
    '',
    '-- ',
    from,
    '',
  ].join('\r\n');
}

/** `count` mails of 2.5 kB in the median. */
function* mails(count: number): Iterable<string> {
  const writer = createWriter(seed);
  const people = Array.from({ length: 60 }, () => writer.name());
  for (let index = 0; index < count; index++) yield mail(writer, index, people);
}

/** Mails in a Maildir, one file each. */
export async function writeMaildir(dir: string, count: number): Promise<void> {
  for (const folder of ['cur', 'new', 'tmp']) await mkdir(join(dir, folder), { recursive: true });
  const flags = process.platform === 'win32' ? ';2,S' : ':2,S';
  let number = 1_700_000_000;
  for (const text of mails(count)) await writeFile(join(dir, 'cur', `${number++}.M1P1.bench${flags}`), text);
}

/** The same mails in one mailbox in the mbox format. */
export async function writeMailbox(dir: string, count: number): Promise<void> {
  await mkdir(dir, { recursive: true });
  const file = createWriteStream(join(dir, 'Inbox.mbox'));
  for (const text of mails(count)) {
    const lines = text.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1');
    if (!file.write(`From bench@example.org Mon Jan  1 00:00:00 2024\n${lines}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** `count` Markdown notes of about `words` words. */
export async function writeNotes(dir: string, count: number, words: number): Promise<void> {
  const writer = createWriter(seed + 1);
  await mkdir(dir, { recursive: true });
  for (let index = 0; index < count; index++) {
    const body = `# ${writer.sentence()}\n\n${writer.prose(words / 2)}\n\n## ${writer.sentence()}\n\n${writer.prose(words / 2)}\n`;
    await writeFile(join(dir, `note-${String(index).padStart(6, '0')}.md`), body);
  }
}

/** `count` PDF files of `pages` pages each. */
export async function writePdfs(dir: string, count: number, pages: number): Promise<void> {
  const writer = createWriter(seed + 2);
  await mkdir(dir, { recursive: true });
  for (let index = 0; index < count; index++) {
    const pdf = new PDFDocument({ autoFirstPage: false, info: { Title: writer.sentence() } });
    const file = pdf.pipe(createWriteStream(join(dir, `paper-${String(index).padStart(4, '0')}.pdf`)));
    for (let page = 0; page < pages; page++) pdf.addPage().fontSize(11).text(writer.prose(350));
    pdf.end();
    await finished(file);
  }
}

/** `count` files of a few bytes, 100 a folder, ten folders in each: what a scan meets, with next to nothing to read. Returns their paths. */
export async function writeTree(dir: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let start = 0; start < count; start += 100) {
    const folder = join(dir, `area-${Math.floor(start / 1000)}`, `folder-${(start / 100) % 10}`);
    await mkdir(folder, { recursive: true });
    const numbers = Array.from({ length: Math.min(100, count - start) }, (_, at) => start + at);
    const written = numbers.map((n) => join(folder, `note-${n}.md`));
    await Promise.all(written.map((path) => writeFile(path, `Note in ${path}.\n`)));
    paths.push(...written);
  }
  return paths;
}
