import PDFDocument from 'pdfkit';
import { type Block, blocks } from './blocks.ts';
import { moment, type Paper } from './material.ts';

const margin = 72;

function draw(pdf: PDFKit.PDFDocument, block: Block): void {
  switch (block.type) {
    case 'page':
      pdf.addPage();
      return;
    case 'heading':
      pdf.moveDown(0.6).font('Helvetica-Bold').fontSize(13).text(block.text).moveDown(0.3);
      return;
    case 'paragraph':
      pdf.font('Helvetica').fontSize(10.5).text(block.text, { lineGap: 2.5 }).moveDown(0.6);
      return;
    case 'list':
      pdf
        .font('Helvetica')
        .fontSize(10.5)
        .list([...block.items], { bulletRadius: 1.8, lineGap: 2.5 });
      pdf.moveDown(0.6);
      return;
    case 'table':
      pdf
        .font('Helvetica')
        .fontSize(10)
        .table({ data: block.rows.map((row) => [...row]) });
      pdf.moveDown(0.8);
  }
}

function numberPages(pdf: PDFKit.PDFDocument, paper: Paper): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    // Text below the bottom margin would open a new page.
    pdf.page.margins.bottom = 0;
    pdf.font('Helvetica').fontSize(8);
    pdf.text(`${paper.author} · ${page + 1} / ${count}`, margin, pdf.page.height - 44, { lineBreak: false });
  }
}

/** The paper as a tagged-date PDF: the same bytes every time, since its dates are the paper's own. */
export async function pdf(paper: Paper): Promise<Buffer> {
  const date = moment(paper.at);
  const document = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: paper.language ?? 'en-GB',
    info: { Title: paper.title, Author: paper.author, CreationDate: date, ModDate: date },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.font('Helvetica-Bold').fontSize(18).text(paper.title).moveDown(0.8);
  for (const part of blocks(paper)) draw(document, part);
  numberPages(document, paper);
  document.end();
  await ended;
  return Buffer.concat(parts);
}
