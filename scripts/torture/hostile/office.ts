import { type Baits, type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';
import { deflatedZeros, type ZipEntry, zipOf } from './zip-writer.ts';

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const sheetNames = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Documents, workbooks and books that unpack without end, claim endless tables or lead outside themselves. */
export function office({ url, secretFile }: Baits): readonly HostileFile[] {
  const laughs = `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(50_000)}">]>`;
  return [
    { name: 'zeros.docx', content: () => docx(bomb('word/document.xml', 2_000)) },
    {
      name: 'laughs.docx',
      content: () =>
        docx(
          part(
            'word/document.xml',
            `${laughs}${body(`<w:p><w:r><w:t>${'&a;'.repeat(50_000)}</w:t></w:r></w:p>`)}`,
          ),
        ),
    },
    {
      name: 'links.docx',
      content: () => linking([`file://${secretFile}`, 'file:///dev/zero', `${url}/picture`]),
      isQuick: true,
    },
    {
      name: 'leads-out.docx',
      content: () => docx(part('../../word/document.xml', body('<w:p/>'))),
      isQuick: true,
    },
    {
      name: 'nested-tables.docx',
      content: () =>
        docx(
          part(
            'word/document.xml',
            body(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
          ),
        ),
    },
    {
      name: 'paragraphs-1m.docx',
      content: () =>
        docx(part('word/document.xml', body('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(megabyte / 2)))),
    },
    {
      name: 'dimension.xlsx',
      content: () =>
        xlsx(
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
        ),
      isQuick: true,
    },
    {
      name: 'merged.xlsx',
      content: () =>
        xlsx(
          `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000)}</mergeCells>`,
        ),
    },
    { name: 'zeros.xlsx', content: () => zipOf([...sheetParts, bomb('xl/worksheets/sheet1.xml', 2_000)]) },
    {
      name: 'shared-strings.xlsx',
      content: () =>
        zipOf([
          ...sheetParts,
          part(
            'xl/worksheets/sheet1.xml',
            sheet('<sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c></row></sheetData>'),
          ),
          bomb('xl/sharedStrings.xml', 1_000),
        ]),
    },
    {
      name: 'rows-1m.xlsx',
      content: () =>
        xlsx(`<sheetData>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(megabyte)}</sheetData>`),
    },
    { name: 'sheets-50k.xlsx', content: manySheets },
    {
      name: 'formulas.xlsx',
      content: () =>
        xlsx(`<sheetData><row r="1"><c r="A1"><f>${'('.repeat(100_000)}</f><v>1</v></c></row></sheetData>`),
    },
    {
      name: 'repeated-cells.ods',
      content: () =>
        odf(
          'spreadsheet',
          '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>again</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
        ),
      isQuick: true,
    },
    {
      name: 'spaces.odt',
      content: () =>
        odf('text', '<office:text><text:p>a<text:s text:c="2000000000"/>b</text:p></office:text>'),
      isQuick: true,
    },
    { name: 'zeros.odt', content: () => zipOf([mimetype('text'), bomb('content.xml', 2_000)]) },
    {
      name: 'nested.odt',
      content: () => odf('text', `<office:text>${'<text:section>'.repeat(100_000)}</office:text>`),
    },
    { name: 'zeros.epub', content: () => zipOf([...bookParts(1), bomb('1.xhtml', 2_000)]) },
    {
      name: 'same-chapter.epub',
      content: () =>
        zipOf([...bookParts(100_000), part('1.xhtml', '<html><body><p>Again</p></body></html>')]),
    },
    {
      name: 'leads-out.epub',
      content: () => zipOf([...bookParts(1, `../../../../../..${secretFile}`)]),
      isQuick: true,
    },
    {
      name: 'slides-loop.pptx',
      content: () =>
        zipOf([
          types,
          part('_rels/.rels', rels('officeDocument', 'ppt/presentation.xml')),
          part(
            'ppt/presentation.xml',
            '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
          ),
          part('ppt/_rels/presentation.xml.rels', rels('slide', 'presentation.xml')),
        ]),
      isQuick: true,
    },
    ...['loop.doc', 'loop.xls', 'loop.ppt', 'loop.msg'].map(
      (name): HostileFile => ({ name, content: compoundLoop, isQuick: true }),
    ),
    { name: 'nested.rtf', content: () => joined('{\\rtf1 ', repeated('{', megabyte), 'deep') },
    { name: 'binary.rtf', content: () => '{\\rtf1 before \\bin2147483647 after}', isQuick: true },
    {
      name: 'tables.rtf',
      content: () => joined('{\\rtf1 ', repeated('\\trowd\\cellx1 a\\cell\\row ', 300_000), '}'),
    },
    {
      name: 'objects.rtf',
      content: () => joined('{\\rtf1{\\object\\objemb{\\*\\objdata ', repeated('00', 20 * megabyte), '}}}'),
    },
    { name: 'folders.pst', content: () => joined('!BDN', repeated('\x17', megabyte)) },
  ];
}

function part(name: string, text: string): ZipEntry {
  return { name, bytes: Buffer.from(text) };
}

function bomb(name: string, megabytes: number): ZipEntry {
  return { name, bytes: deflatedZeros(megabytes), isDeflated: true, claimedBytes: megabytes * megabyte };
}

function rels(type: string, target: string, more = ''): string {
  return `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/>${more}</Relationships>`;
}

const types = part(
  '[Content_Types].xml',
  `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
);

function body(content: string): string {
  return `<w:document ${wordNames}><w:body>${content}</w:body></w:document>`;
}

function docx(...parts: readonly ZipEntry[]): Buffer {
  return zipOf([types, part('_rels/.rels', rels('officeDocument', 'word/document.xml')), ...parts]);
}

/** Pictures that lie elsewhere: CVE-2025-11849 read them from any path. */
function linking(targets: readonly string[]): Buffer {
  const links = targets.map(
    (target, at) =>
      `<Relationship Id="x${at}" Type="${relations}/image" Target="${target}" TargetMode="External"/>`,
  );
  const pictures = targets.map(
    (_, at) =>
      `<w:p><w:r><w:t>linked</w:t><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="x${at}"/></w:drawing></w:r></w:p>`,
  );
  return docx(
    part('word/document.xml', body(pictures.join(''))),
    part('word/_rels/document.xml.rels', rels('styles', 'styles.xml', links.join(''))),
  );
}

function sheet(content: string): string {
  return `<worksheet ${sheetNames}>${content}</worksheet>`;
}

const sheetParts: readonly ZipEntry[] = [
  types,
  part('_rels/.rels', rels('officeDocument', 'xl/workbook.xml')),
  part(
    'xl/workbook.xml',
    `<workbook ${sheetNames} xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ),
  part('xl/_rels/workbook.xml.rels', rels('worksheet', 'worksheets/sheet1.xml')),
];

function xlsx(content: string): Buffer {
  return zipOf([...sheetParts, part('xl/worksheets/sheet1.xml', sheet(content))]);
}

function manySheets(): Buffer {
  const sheets = Array.from(
    { length: 50_000 },
    (_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="r1"/>`,
  );
  const workbook = part(
    'xl/workbook.xml',
    `<workbook ${sheetNames} xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
  );
  const one = part(
    'xl/worksheets/sheet1.xml',
    sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'),
  );
  return zipOf([...sheetParts.filter(({ name }) => name !== 'xl/workbook.xml'), workbook, one]);
}

function mimetype(kind: string): ZipEntry {
  return part('mimetype', `application/vnd.oasis.opendocument.${kind}`);
}

function odf(kind: string, content: string): Buffer {
  const names = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipOf([
    mimetype(kind),
    part(
      'content.xml',
      `<office:document-content ${names.join(' ')}><office:body>${content}</office:body></office:document-content>`,
    ),
  ]);
}

function bookParts(chapters: number, target = '1.xhtml'): ZipEntry[] {
  const spine = '<itemref idref="c"/>'.repeat(chapters);
  return [
    part('mimetype', 'application/epub+zip'),
    part(
      'META-INF/container.xml',
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    ),
    part(
      'book.opf',
      `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="${target}" media-type="application/xhtml+xml"/></manifest><spine>${spine}</spine></package>`,
    ),
  ];
}

/** A compound file ([MS-CFB]) whose chains of sectors lead back to themselves. */
function compoundLoop(): Buffer {
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 24);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  header.fill(0, 34, 44);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [52, 0],
    [56, 4096],
    [60, 1],
    [64, 1],
    [68, 0],
    [72, 1],
    [76, 0],
  ] as const)
    header.writeUInt32LE(value, at);
  const table = Buffer.alloc(512);
  for (let at = 0; at < 128; at++) table.writeUInt32LE(at === 0 ? 0xfffffffd : 1, at * 4);
  const directory = Buffer.alloc(512, 0);
  for (let at = 0; at < 4; at++) {
    Buffer.from('Root Entry\0', 'utf16le').copy(directory, at * 128);
    directory.writeUInt16LE(22, at * 128 + 64);
    directory.writeUInt8(at === 0 ? 5 : 1, at * 128 + 66);
    for (const link of [68, 72, 76]) directory.writeUInt32LE(at, at * 128 + link);
    directory.writeUInt32LE(1, at * 128 + 116);
    directory.writeUInt32LE(0x7fffffff, at * 128 + 120);
  }
  return Buffer.concat([header, table, directory]);
}
