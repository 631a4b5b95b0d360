import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { createWriter } from '../../bench/corpus/words.ts';

/** One mail in so many bytes has an attachment of so many: a film that somebody sent round. */
const filmEveryBytes = 256_000_000;
const filmBytes = 240_000_000;
/** Mails between two of them; one in so many has an attachment that is read. */
const mailsBetween = 250;
const papersEvery = 50;
const papersBytes = 3_000_000;

export interface WrittenMailbox {
  readonly bytes: number;
  /** Every mail, in order. */
  readonly titles: readonly string[];
  /** Those whose attachment is too large to be read. */
  readonly films: number;
}

/**
 * Writes a mailbox of about `bytes` that takes some megabytes of the disk: mails of about 2.5 kB all through it, and
 * attachments that are holes. The same size gives the same mails.
 */
export function writeSparseMailbox(path: string, bytes: number): WrittenMailbox {
  const writer = createWriter(20_260_404);
  const file = openSync(path, 'w');
  const titles: string[] = [];
  let at = 0;
  const add = (text: string): void => {
    at += writeSync(file, text, at);
  };
  const mail = (body: string, hole: number): void => {
    const number = titles.length + 1;
    const title = `Mail ${number}`;
    titles.push(title);
    add(`${head(title, number, hole > 0)}${body}\n`);
    if (hole > 0) {
      add('\n--cut\nContent-Type: application/octet-stream; name=film.bin\n');
      add('Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=film.bin\n\n');
      at += hole;
      add('\n--cut--\n');
    }
    add('\n');
  };
  let films = 0;
  while (at < bytes) {
    for (let index = 1; index <= mailsBetween; index++)
      mail(writer.prose(380), index % papersEvery === 0 ? papersBytes : 0);
    if (at + filmEveryBytes / 2 > bytes) break;
    mail(writer.prose(380), filmBytes);
    films++;
  }
  ftruncateSync(file, at);
  closeSync(file);
  return { bytes: at, titles, films };
}

function head(title: string, number: number, isMultipart: boolean): string {
  const date = new Date(Date.UTC(2024, 0, 1) + number * 60_000);
  return [
    `From sender@example.org ${date.toUTCString().replace('GMT', '+0000')}`,
    'From: Sender <sender@example.org>',
    'To: Receiver <receiver@example.org>',
    `Subject: ${title}`,
    `Date: ${date.toUTCString()}`,
    `Message-ID: <${number}@example.org>`,
    ...(isMultipart
      ? ['Content-Type: multipart/mixed; boundary=cut', '', '--cut', 'Content-Type: text/plain']
      : []),
    '',
    '',
  ].join('\n');
}
