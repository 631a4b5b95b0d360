import type { WorkBook } from '@e965/xlsx';
import type { Properties } from '../ooxml/core-properties.ts';
import { Unreadable } from '../parser.ts';
import { ZipArchive } from '../zip/archive.ts';
import { CellBudget, mostOdsCells } from './bounds.ts';
import { tidyContent, withoutMaps } from './ods-content.ts';
import { PackageFile, type Tidy } from './package-file.ts';
import { odsProperties, propertiesOf } from './properties.ts';
import { tidySheet } from './sheet-xml.ts';
import { plainStyleSheet, withUnseenMarked } from './unseen-styles.ts';
import { tidyRecords } from './xls-records.ts';
import { tidyBinarySheet } from './xlsb-records.ts';
import { type Shape, xlsxShapes } from './xlsx-shapes.ts';

export interface OpenedWorkbook {
  readonly book: WorkBook;
  readonly properties: Properties;
  readonly hidden: readonly string[];
  /** Texts of boxes, drawings and charts of a sheet. */
  readonly shapesOf: (index: number, name: string) => readonly Shape[];
  readonly budget: CellBudget;
  /** Parts that could not be read. */
  readonly failures: readonly Unreadable[];
}

const options = {
  dense: true,
  // Tells hidden rows and columns, and fills.
  cellStyles: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
} as const;

/** What `@e965/xlsx` exports and does not declare: the readers of archives that are already open. */
interface Undeclared {
  parse_zip(file: PackageFile, options: object): WorkBook;
  parse_xlscfb(container: object, options: object): WorkBook;
  readonly CFB: BinaryFiles;
}

interface BinaryFiles {
  read(bytes: Buffer, options: { type: 'buffer' }): object;
  find(container: object, path: string): { readonly content: Buffer } | null;
}

/** The kind of object that a comment is (MS-XLS 2.5.143). */
const commentObject = 25;

/** Opens a workbook of any format. Throws `Unreadable` encrypted, corrupt, mislabelled or too-large. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const library = await import('@e965/xlsx');
  // Exported at run time; see `Undeclared`.
  const undeclared = library as unknown as Undeclared;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    // Forgets what the workbook before said of its dates, which only this call does.
    library.read(' ', { type: 'string' });
    const read: ReadPackage = (file) =>
      orUnreadable(() => undeclared.parse_zip(file, { ...options }), file.failures);
    const archive = new ZipArchive(bytes);
    return archive.has('content.xml') ? openOds(archive, read) : openXlsx(archive, read);
  }
  if (bytes[0] === 0x3c || bytes[0] === 0xef)
    return openFlat(bytes, (text) => orUnreadable(() => library.read(text, { ...options, type: 'string' })));
  return openBinary(bytes, undeclared);
}

type ReadPackage = (file: PackageFile) => WorkBook;

function openXlsx(archive: ZipArchive, read: ReadPackage): OpenedWorkbook {
  const budget = new CellBudget();
  const tidy: Tidy = (name, bytes) => {
    if (/\.xml$/i.test(name) && /<(?:\w+:)?worksheet\b/.test(latin1(bytes.subarray(0, 4096))))
      return Buffer.from(tidySheet(latin1(bytes), budget), 'latin1');
    if (styleSheet.test(name)) return Buffer.from(withUnseenMarked(latin1(bytes)), 'latin1');
    return /worksheets\/[^/]+\.bin$/i.test(name) ? tidyBinarySheet(bytes, budget) : bytes;
  };
  const styled = archive.names().some((name) => styleSheet.test(name) || /\/workbook\.bin$/i.test(name));
  const file = styled
    ? new PackageFile(archive, tidy)
    : new PackageFile(archive, withStyles(tidy), new Map([[ownStyles, Buffer.from(plainStyleSheet)]]));
  const book = read(file);
  const shapes = xlsxShapes(archive);
  return {
    book,
    properties: propertiesOf(book),
    hidden: [],
    shapesOf: (index) => shapes[index] ?? [],
    budget,
    failures: file.failures,
  };
}

const styleSheet = /(?:^|\/)styles?\d*\.xml$/i;
const ownStyles = 'xl/quipu-styles.xml';

/** Names a style sheet among the parts of an archive that has none. */
function withStyles(tidy: Tidy): Tidy {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
  const part = `<Override PartName="/${ownStyles}" ContentType="${type}"/>`;
  return (name, bytes) =>
    name === '[Content_Types].xml'
      ? Buffer.from(latin1(bytes).replace(/<\/((?:\w+:)?)Types>/, `${part}</$1Types>`), 'latin1')
      : tidy(name, bytes);
}

function openOds(archive: ZipArchive, read: ReadPackage): OpenedWorkbook {
  const manifest = archive.has('META-INF/manifest.xml') ? latin1(archive.read('META-INF/manifest.xml')) : '';
  if (/<(?:\w+:)?encryption-data\b/.test(manifest)) throw new Unreadable('skipped', 'encrypted');
  const budget = new CellBudget(mostOdsCells);
  const content = tidyContent(utf8(archive.read('content.xml')), budget);
  const file = new PackageFile(archive, (name, bytes) =>
    name === 'content.xml'
      ? Buffer.from(content.xml)
      : name === 'styles.xml'
        ? Buffer.from(withoutMaps(utf8(bytes)))
        : bytes,
  );
  const book = read(file);
  const meta = archive.has('meta.xml') ? utf8(archive.read('meta.xml')) : '';
  return {
    book,
    properties: odsProperties(meta),
    hidden: content.hidden,
    shapesOf: (_index, name) => (content.shapes.get(name) ?? []).map((text) => ({ text, cell: 'A1' })),
    budget,
    failures: file.failures,
  };
}

/** OpenDocument in one file. */
function openFlat(bytes: Uint8Array, read: (text: string) => WorkBook): OpenedWorkbook {
  const text = utf8(bytes);
  if (!/<office:document\b/.test(text.slice(0, 4096))) throw new Unreadable('skipped', 'unsupported-format');
  const budget = new CellBudget(mostOdsCells);
  const content = tidyContent(text, budget);
  return {
    book: read(content.xml),
    properties: odsProperties(text),
    hidden: content.hidden,
    shapesOf: (_index, name) =>
      (content.shapes.get(name) ?? []).map((shape) => ({ text: shape, cell: 'A1' })),
    budget,
    failures: [],
  };
}

/** Excel 2 to 2003: records in an OLE container, or bare before Excel 5. */
function openBinary(bytes: Uint8Array, library: Undeclared): OpenedWorkbook {
  const budget = new CellBudget();
  const book = orUnreadable(() => {
    // A copy, since records are changed in place.
    const data = Buffer.from(bytes);
    const bare = bytes[0] === 0x09;
    const container = bare ? data : library.CFB.read(data, { type: 'buffer' });
    const stream = bare ? data : streamOf(library.CFB, container);
    tidyRecords(stream, budget);
    return library.parse_xlscfb(container, { ...options, type: 'buffer' });
  });
  return {
    book,
    properties: propertiesOf(book),
    hidden: [],
    shapesOf: (_index, name) => boxesOf(book.Sheets[name]?.['!objects']),
    budget,
    failures: [],
  };
}

function streamOf(files: BinaryFiles, container: object): Buffer {
  const stream = files.find(container, '/Workbook') ?? files.find(container, '/Book');
  if (stream === null) throw new Unreadable('failed', 'mislabelled', 'it holds no workbook');
  return stream.content;
}

/** The objects of a sheet as SheetJS leaves them, which its types do not say: only boxes have text of their own. */
function boxesOf(objects: unknown): Shape[] {
  if (!Array.isArray(objects)) return [];
  return (objects as readonly ({ cmo?: readonly number[]; TxO?: { t?: string } } | undefined)[]).flatMap(
    (object) => {
      const text = object?.TxO?.t?.trim() ?? '';
      return text === '' || object?.cmo?.[1] === commentObject ? [] : [{ text, cell: 'A1' }];
    },
  );
}

/** What the library throws, in our words; its messages may quote the file. */
function orUnreadable(open: () => WorkBook, failures: readonly Unreadable[] = []): WorkBook {
  try {
    return open();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const [first] = failures;
    if (first !== undefined) throw first;
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new Unreadable('skipped', 'encrypted', '', error);
    if (/not a spreadsheet/.test(message))
      throw new Unreadable('failed', 'mislabelled', 'it is no spreadsheet', error);
    throw new Unreadable('failed', 'corrupt', 'its content cannot be read', error);
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
