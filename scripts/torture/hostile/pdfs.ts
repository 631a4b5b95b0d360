import { deflateSync } from 'node:zlib';
import { type Baits, type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';
import { deflatedZeros } from './zip-writer.ts';

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const shown = 'BT /F 12 Tf 72 700 Td (A page of harm) Tj ET';

/** PDFs whose parts refer to themselves, unpack without end or claim more than there is (ISO 32000). */
export function pdfs({ url, secretFile }: Baits): readonly HostileFile[] {
  return [
    {
      name: 'page-tree-loop.pdf',
      content: () => pdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>']),
      isQuick: true,
    },
    {
      name: 'parent-loop.pdf',
      content: () => pdf([catalog, onePage, '<< /Type /Page /Parent 3 0 R >>']),
      isQuick: true,
    },
    {
      name: 'million-pages.pdf',
      content: () =>
        pdf([catalog, `<< /Type /Pages /Kids [${'3 0 R '.repeat(200_000)}] /Count 1000000 >>`, page()]),
    },
    {
      name: 'stream-1-gb.pdf',
      content: () => pdf([catalog, onePage, page(), font, packed(zlibZeros(1_000))]),
    },
    {
      name: 'streams-in-streams.pdf',
      content: () => pdf([catalog, onePage, page(), font, packed(deepDeflate(60), 60)]),
    },
    {
      name: 'huge-page.pdf',
      content: () => pdf([catalog, onePage, page('/MediaBox [0 0 1e30 1e30]'), font, stream(shown)]),
      isQuick: true,
    },
    {
      name: 'text-10-mb.pdf',
      content: () =>
        pdf([
          catalog,
          onePage,
          page(),
          font,
          packed(deflateSync(`BT /F 1 Tf ${'(a) Tj 1 0 Td '.repeat(700_000)}ET`)),
        ]),
    },
    {
      name: 'nested-arrays.pdf',
      content: () => pdf([catalog, `<< /Type /Pages /Kids ${'['.repeat(500_000)} >>`]),
    },
    { name: 'object-stream-loop.pdf', content: objectStreamLoop, isQuick: true },
    {
      name: 'table-loop.pdf',
      content: () => pdf([catalog, onePage, page(), font, stream(shown)], (at) => `/Prev ${at}`),
      isQuick: true,
    },
    { name: 'outline-loop.pdf', content: outlineLoop, isQuick: true },
    { name: 'form-loop.pdf', content: formLoop, isQuick: true },
    {
      name: 'nested-saves.pdf',
      content: () => pdf([catalog, onePage, page(), font, stream(`${'q '.repeat(500_000)}${shown}`)]),
    },
    {
      name: 'million-objects.pdf',
      content: () => joined('%PDF-1.4\n', repeated('1 0 obj\n<< >>\nendobj\n', megabyte)),
    },
    { name: 'asks.pdf', content: () => asking(url, secretFile), isQuick: true },
    {
      name: 'length-lies.pdf',
      content: () =>
        pdf([catalog, onePage, page(), font, `<< /Length 4000000000 >>\nstream\n${shown}\nendstream`]),
    },
    {
      name: 'page-labels.pdf',
      content: () =>
        pdf([
          '<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r /St 2000000000 >>] >> >>',
          onePage,
          page(),
          font,
          stream(shown),
        ]),
    },
    {
      name: 'tags-loop.pdf',
      content: () =>
        pdf([
          '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>',
          onePage,
          page(),
          font,
          stream(shown),
          '<< /Type /StructTreeRoot /K [6 0 R 6 0 R] >>',
        ]),
    },
  ];
}

function page(more = '/MediaBox [0 0 612 792]'): string {
  return `<< /Type /Page /Parent 2 0 R ${more} /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>`;
}

function stream(text: string, entries = ''): string {
  return `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

function packed(bytes: Buffer, times = 1): string {
  return stream(bytes.toString('latin1'), `/Filter [${'/FlateDecode '.repeat(times)}]`);
}

function zlibZeros(megabytes: number): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedZeros(megabytes)]);
}

function deepDeflate(times: number): Buffer {
  let inner = Buffer.from(shown);
  for (let level = 0; level < times; level++) inner = deflateSync(inner);
  return inner;
}

/** A file of these objects, numbered from 1, with a right table; `trailer` is told where that begins. */
function pdf(objects: readonly string[], trailer: (tableAt: number) => string = () => ''): Buffer {
  let text = '%PDF-1.5\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer(text.length)} >>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(`${text}${table}${end}`, 'latin1');
}

function objectStreamLoop(): Buffer {
  const loop = stream('5 0 6 9 << /A 1 >><< /B 2 >>', '/Type /ObjStm /N 2 /First 8 /Extends 5 0 R');
  return pdf([catalog, onePage, page(), font, loop]);
}

function outlineLoop(): Buffer {
  const root = '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>';
  const entry = '<< /Title (Again) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [3 0 R /Fit] >>';
  return pdf([root, onePage, page(), font, stream(shown), '<< /First 7 0 R /Last 7 0 R /Count 1 >>', entry]);
}

function formLoop(): Buffer {
  const resources = '/Resources << /XObject << /X 6 0 R >> >>';
  const form = stream('/X Do /X Do', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`);
  const user = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R ${resources} >>`;
  return pdf([catalog, onePage, user, font, stream('/X Do'), form]);
}

function asking(url: string, secretFile: string): Buffer {
  const actions = `/OpenAction << /S /JavaScript /JS (app.launchURL\\("${url}/script"\\)) >> /AA << /WC << /S /Launch /F (${secretFile}) >> >>`;
  const note = `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${url}/link) >> >>`;
  const outside = `<< /Length 0 /F << /FS /URL /F (${url}/stream) >> >>\nstream\n\nendstream`;
  return pdf([
    `<< /Type /Catalog /Pages 2 0 R ${actions} >>`,
    onePage,
    page(`/MediaBox [0 0 9 9] /Annots [${note}]`),
    font,
    outside,
  ]);
}
