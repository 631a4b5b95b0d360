import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PostalMime from 'postal-mime';

/** The text of each page of a PDF, items joined as they come. */
export async function pdfPages(file: string): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}

/** What a reader of the file sees, with every run of spaces as one. */
export async function textOf(file: string): Promise<string> {
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  if (file.endsWith('.pdf')) return flat((await pdfPages(file)).join(' '));
  if (file.endsWith('.docx')) return flat((await mammoth.extractRawText({ path: file })).value);
  if (file.endsWith('.eml')) return flat((await PostalMime.parse(await readFile(file))).text ?? '');
  return flat(await readFile(file, 'utf8'));
}
