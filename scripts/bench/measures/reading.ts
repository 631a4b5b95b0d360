import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { writeNotes, writePdfs } from '../corpus/files.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';
import { readAll, readByEngine } from '../read-by-engine.ts';

const notes = 2000;
const noteWords = 400;
const pdfs = 100;
const pdfPages = 20;

/** Notes of a new source to keyword-searchable through the whole engine, against reading their bytes alone. */
export async function measureScan(bench: Bench): Promise<Measurement> {
  const files = Math.round(notes * bench.scale);
  const dir = join(bench.dir, 'files');
  await writeNotes(dir, files, noteWords);
  const baseline = files / (await secondsOf(() => readAll(dir)));
  const { seconds, usedMs, ...rest } = await readByEngine(bench, dir, files);
  return {
    name: 'scan',
    figures: {
      files,
      filesPerSecond: files / seconds,
      processorMsPerFile: usedMs / files,
      ...rest,
    },
    baseline: { bareReadPerSecond: baseline },
    ratio: files / seconds / baseline,
  };
}

/** PDF pages to keyword-searchable through the whole engine, against pdf.js alone in one process. */
export async function measurePdf(bench: Bench): Promise<Measurement> {
  const count = Math.max(1, Math.round(pdfs * bench.scale));
  const pages = count * pdfPages;
  const dir = join(bench.dir, 'files');
  await writePdfs(dir, count, pdfPages);
  const baseline = pages / (await secondsOf(() => readAll(dir, readPdf)));
  const { seconds, usedMs, ...rest } = await readByEngine(bench, dir, count);
  return {
    name: 'pdf',
    figures: {
      pages,
      pagesPerSecond: pages / seconds,
      pagesPerProcessorSecond: (1000 * pages) / usedMs,
      ...rest,
    },
    baseline: { barePagesPerSecond: baseline },
    ratio: pages / seconds / baseline,
  };
}

async function readPdf(bytes: Buffer): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent();
  await task.destroy();
}
