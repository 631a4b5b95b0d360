import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import JSZip from 'jszip';
import { type Block, blocks } from './blocks.ts';
import { moment, type Paper } from './material.ts';

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  });
}

function body(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1, spacing: { before: 280 } })];
    case 'paragraph':
      return [new Paragraph({ text: block.text, spacing: { after: 140 } })];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'table':
      return [table(block.rows), new Paragraph('')];
  }
}

function footer(author: string): Footer {
  const children = [
    new TextRun(`${author} · `),
    new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ children })] });
}

/** Packs the parts again with the paper's date: the library stamps them with the time of the run. */
async function withFixedDates(bytes: Uint8Array, date: Date): Promise<Buffer> {
  const packed = await JSZip.loadAsync(bytes);
  const fixed = new JSZip();
  const stamp = date.toISOString().replace('.000', '');
  for (const name of Object.keys(packed.files).sort()) {
    const part = packed.files[name];
    if (part === undefined || part.dir) continue;
    const text = await part.async('string');
    const content = name === 'docProps/core.xml' ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, stamp) : text;
    fixed.file(name, content, { date, createFolders: false });
  }
  return fixed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The paper as a Word document; the same bytes every time. */
export async function docx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: paper.language ?? 'en-GB' } } },
      },
    },
    sections: [
      {
        footers: { default: footer(paper.author) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          ...blocks(paper).flatMap(body),
        ],
      },
    ],
  });
  return withFixedDates(await Packer.toBuffer(document), moment(paper.at));
}
