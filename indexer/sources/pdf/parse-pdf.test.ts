import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

type Draw = (pdf: PDFKit.PDFDocument) => void;

async function pdfOf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PdfDocument({ size: 'A4', margin: 70, ...options });
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve) =>
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', resolve),
  );
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

const read = (bytes: Uint8Array) =>
  readDocuments(bytes, { name: 'report.pdf', modifiedMs: 0 }, defaultLimits);

async function textOf(draw: Draw): Promise<string> {
  return (await read(await pdfOf(draw))).documents[0]?.text ?? '';
}

const prose =
  'The rafters on the north side are sound, but two of the battens near the chimney have gone soft and should be replaced before the winter.';

describe('a PDF', () => {
  it('reads wrapped lines as one and short lines as they stand', async () => {
    const text = await textOf((pdf) => {
      pdf.fontSize(12).text(prose, { width: 220 });
      pdf.moveDown(2).text('Battens: 340 euros').text('Flashing: 1,250 euros').text('Total: 1,590 euros');
    });
    expect(text).toBe(`${prose}\n\nBattens: 340 euros\nFlashing: 1,250 euros\nTotal: 1,590 euros`);
  });

  it('reads one column after the other', async () => {
    const text = await textOf((pdf) => {
      pdf.fontSize(10).text(`LEFT ${prose}`, 70, 100, { width: 200 });
      pdf.text(`RIGHT ${prose}`, 320, 100, { width: 200 });
    });
    expect(text).toBe(`LEFT ${prose}\n\nRIGHT ${prose}`);
  });

  it('reads one column after the other where they were drawn line by line', async () => {
    const lines = (side: string) =>
      Array.from({ length: 6 }, (_, row) => `${side} ${row} of the battens that are near the chimney`);
    const text = await textOf((pdf) => {
      pdf.fontSize(10).text('A heading over both of the columns of this page, from left to right', 70, 80);
      for (const [row, left] of lines('Left').entries()) {
        pdf.text(left, 70, 100 + row * 12, { lineBreak: false });
        pdf.text(lines('Right')[row] ?? '', 320, 100 + row * 12, { lineBreak: false });
      }
    });
    const at = (side: string, row: number) => text.indexOf(`${side} ${row}`);
    expect(at('Left', 5)).toBeGreaterThan(at('Left', 4));
    expect(at('Right', 0)).toBeGreaterThan(at('Left', 5));
    expect(at('Right', 5)).toBeGreaterThan(at('Right', 4));
  });

  it('reads a table row by row', async () => {
    const text = await textOf((pdf) => {
      for (let row = 0; row < 8; row += 1) {
        pdf.fontSize(10).text(`Item ${row}`, 70, 100 + row * 12, { lineBreak: false });
        pdf.text(`${row * 100} euros`, 320, 100 + row * 12, { lineBreak: false });
      }
    });
    expect(text.replace(/[ \t]+/g, ' ').split('\n')[2]).toBe('Item 2 200 euros');
  });

  it('follows the tags of a file rather than the order in which it was drawn', async () => {
    const bytes = await pdfOf(
      (pdf) => {
        const root = pdf.struct('Document');
        pdf.addStructure(root);
        const parts = { second: pdf.struct('P'), first: pdf.struct('P'), heading: pdf.struct('H2') };
        const draw = (part: keyof typeof parts, text: string, down: number) => {
          parts[part].add(pdf.markStructureContent(part === 'heading' ? 'H2' : 'P'));
          pdf.fontSize(11).text(text, 70, down);
        };
        draw('second', 'The second paragraph stands below.', 300);
        draw('heading', 'Of rafters', 100);
        draw('first', 'The first paragraph stands above.', 200);
        for (const part of [parts.heading, parts.first, parts.second]) root.add(part);
        for (const part of Object.values(parts)) part.end();
        root.end();
      },
      { tagged: true, pdfVersion: '1.7' },
    );
    const [document] = (await read(bytes)).documents;
    expect(document?.text.split('\n\n')).toEqual([
      'Of rafters',
      'The first paragraph stands above.',
      'The second paragraph stands below.',
    ]);
    expect(document?.passages[0]).toMatchObject({ role: 'heading', level: 2 });
  });

  it('takes headings from the outline, where the page shows them', async () => {
    const bytes = await pdfOf((pdf) => {
      const chapter = pdf.fontSize(11).text('1 The roof').outline.addItem('The roof');
      pdf.moveDown(3).text(prose).moveDown(3);
      chapter.addItem('1.1 Battens');
      pdf.text('1.1 Battens').moveDown(3).text(prose);
      chapter.addItem('A title that stands nowhere');
    });
    const [document] = (await read(bytes)).documents;
    const headings = document?.passages.filter(({ role }) => role === 'heading');
    expect(headings?.map(({ start, end, level }) => [document?.text.slice(start, end), level])).toEqual([
      ['1 The roof', 1],
      ['1.1 Battens', 2],
    ]);
  });

  it('names pages by what is printed on them', async () => {
    const bytes = await pdfOf((pdf) => {
      // PDFKit writes no labels of its own.
      const { data } = (pdf as unknown as { _root: { data: Record<string, unknown> } })._root;
      Object.assign(data, { PageLabels: { Nums: [0, { S: 'r' }, 2, { S: 'D' }] } });
      for (const word of ['Preface', 'Contents', 'Chapter']) {
        if (word !== 'Preface') pdf.addPage();
        pdf.text(word);
      }
    });
    const [document] = (await read(bytes)).documents;
    expect(document?.passages.map(({ place }) => place)).toEqual([
      { page: 1, label: 'i' },
      { page: 2, label: 'ii' },
      { page: 3, label: '1' },
    ]);
  });

  it('joins words that are divided at a line end, and keeps hyphens that belong to them', async () => {
    const text = await textOf((pdf) => {
      pdf.fontSize(12).text('The whole company of the ship was surpri-', 70, 100, { lineBreak: false });
      pdf.text('sed by the self-made anchor, which was of', 70, 115, { lineBreak: false });
      pdf.text('iron.', 70, 130, { lineBreak: false });
    });
    expect(text).toBe(
      'The whole company of the ship was surprised by the self-made anchor, which was of iron.',
    );
  });

  it('keeps what is printed on every page once, and each passage on its page', async () => {
    const bytes = await pdfOf((pdf) => {
      for (let page = 1; page <= 4; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(12).text(`Word ${'abcd'.charAt(page - 1)} stands on this page.`);
        pdf.text(`Castle Survey · ${page} / 4`, 70, 700);
      }
    });
    const [document] = (await read(bytes)).documents;
    expect(document?.text.match(/Castle Survey/g)).toHaveLength(1);
    const pages = document?.passages
      .filter(({ start, end }) => document.text.slice(start, end).startsWith('Word'))
      .map(({ place }) => place);
    expect(pages).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }, { page: 4 }]);
  });

  it('finds headings by their size', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf
        .fontSize(22)
        .text('Survey')
        .fontSize(11)
        .text(prose)
        .moveDown()
        .fontSize(15)
        .text('Costs')
        .fontSize(11)
        .text(prose);
    });
    const [document] = (await read(bytes)).documents;
    expect(document?.title).toBe('Survey');
    expect(document?.passages.map(({ role, level }) => [role, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['heading', 2],
      ['paragraph', undefined],
    ]);
  });

  it('leaves white text alone where it stands on a dark field', async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.rect(60, 60, 400, 30).fill('#003366').fillColor('white').text('White on blue', 70, 70);
    });
    expect((await read(bytes)).documents[0]).toMatchObject({ text: 'White on blue', hidden: [] });
  });

  it('says which pages have no text, and when none has', async () => {
    const withGaps = await pdfOf((pdf) => {
      pdf.text('One.').addPage().addPage().addPage().text('Four.');
    });
    expect(await read(withGaps)).toMatchObject({
      state: 'partly',
      reason: 'pages-without-text',
      detail: '2–3',
    });
    const scan = await pdfOf((pdf) => pdf.rect(0, 0, 100, 100).fill('gray'));
    expect(await read(scan)).toMatchObject({ state: 'skipped', reason: 'no-text' });
  });

  it('tells a password-protected file from a damaged one', async () => {
    const locked = await pdfOf((pdf) => pdf.text('secret'), { userPassword: 'x', ownerPassword: 'y' });
    expect(await read(locked)).toMatchObject({ state: 'skipped', reason: 'encrypted', documents: [] });
    const whole = await pdfOf((pdf) => pdf.text('whole'));
    expect(await read(whole.subarray(0, 300))).toMatchObject({ state: 'failed', reason: 'corrupt' });
  });

  it('reads a file that only its owner may change', async () => {
    const bytes = await pdfOf((pdf) => pdf.text('open to read'), { ownerPassword: 'y' });
    expect((await read(bytes)).documents[0]?.text).toBe('open to read');
  });
});
