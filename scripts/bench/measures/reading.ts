import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PostalMime from 'postal-mime';
import { writeMails, writeNotes, writePdfs } from '../corpus/files.ts';
import { allRead, peakMegabytes, startEngine } from '../engine.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';

const notes = 2000;
const noteWords = 400;
const mails = 2000;
const pdfs = 20;
const pdfPages = 20;

/** Notes of a new source to keyword-searchable through the whole engine, against reading their bytes alone. */
export async function measureScan(bench: Bench): Promise<Measurement> {
  const files = Math.round(notes * bench.scale);
  const dir = join(bench.dir, 'files');
  await writeNotes(dir, files, noteWords);
  const baseline = files / (await secondsOf(() => readAll(dir)));
  const { perSecond, ...rest } = await readByEngine(bench, dir, files);
  return {
    name: 'scan',
    figures: { files, filesPerSecond: perSecond, ...rest },
    baseline: { bareReadPerSecond: baseline },
    ratio: perSecond / baseline,
  };
}

/** Mails to keyword-searchable through the whole engine, against parsing them alone in one process. */
export async function measureMail(bench: Bench): Promise<Measurement> {
  const count = Math.round(mails * bench.scale);
  const dir = join(bench.dir, 'files');
  await writeMails(dir, count);
  const baseline = count / (await secondsOf(() => readAll(dir, (bytes) => PostalMime.parse(bytes))));
  const { perSecond, ...rest } = await readByEngine(bench, dir, count);
  return {
    name: 'mail',
    figures: { mails: count, mailsPerSecond: perSecond, ...rest },
    baseline: { bareParsePerSecond: baseline },
    ratio: perSecond / baseline,
  };
}

/** PDF pages to keyword-searchable through the whole engine, against pdf.js alone in one process. */
export async function measurePdf(bench: Bench): Promise<Measurement> {
  const count = Math.max(1, Math.round(pdfs * bench.scale));
  const pages = count * pdfPages;
  const dir = join(bench.dir, 'files');
  await writePdfs(dir, count, pdfPages);
  const baseline = pages / (await secondsOf(() => readAll(dir, readPdf)));
  const { perSecond, ...rest } = await readByEngine(bench, dir, count);
  return {
    name: 'pdf',
    figures: { pages, pagesPerSecond: perSecond * pdfPages, ...rest },
    baseline: { barePagesPerSecond: baseline },
    ratio: (perSecond * pdfPages) / baseline,
  };
}

async function readByEngine(
  bench: Bench,
  dir: string,
  files: number,
): Promise<{ perSecond: number; enginePeakMb?: number; parserPeakMb?: number; indexPerText: number }> {
  const engine = await startEngine(bench, { models: false });
  const seconds = await secondsOf(async () => {
    await engine.client.sources.add({ path: dir });
    await engine.until((progress) => progress.filesTotal >= files && allRead(progress));
  });
  const { bytes, files: states } = await engine.client.status();
  if (states.indexed !== files) throw new Error(`${states.indexed} of ${files} files were indexed`);
  return { perSecond: files / seconds, ...peakMegabytes(), indexPerText: indexBytes(bench) / bytes };
}

/** Bytes of the index on disk, without embeddings, conversations and logs. */
function indexBytes(bench: Bench): number {
  const dir = join(bench.dir, 'library');
  return readdirSync(dir)
    .filter((name) => name.startsWith('library.db'))
    .reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}

async function readAll(dir: string, parse?: (bytes: Buffer) => Promise<unknown>): Promise<void> {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    await parse?.(bytes);
  }
}

async function readPdf(bytes: Buffer): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent();
  await task.destroy();
}
