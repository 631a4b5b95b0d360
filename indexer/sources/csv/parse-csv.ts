import { DocumentText } from '../document-text.ts';
import { titleOf } from '../document-title.ts';
import { type ParseEvent, type Parser, shortfall } from '../parser.ts';
import { headerIndex } from '../table/header-row.ts';
import { rowText } from '../table/row-text.ts';
import { decodeHeadOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { dialectOf } from './dialect.ts';
import { type CsvRecord, recordsOf } from './records.ts';

/** Records of one file: against millions of rows of one digit, each of which would be a passage of its own. */
const mostRecords = 500_000;
/** Records looked at before the first one is written, to find the one that names the columns. */
const headRecords = 20;

/** Comma, semicolon or tab separated values: a passage for each record, placed by the line that it begins in. */
export const csvParser: Parser = {
  id: 'csv',
  version: parserVersions.csv,
  async *parse(bytes, meta, limits) {
    const { text: source, isWhole } = decodeHeadOrRefuse(bytes, limits.textChars);
    const text = new DocumentText(limits.textChars);
    const cut = await addRecords(text, recordsOf(source, dialectOf(source, meta.name)));
    text.truncated ||= !isWhole && !cut;
    yield* text.events({ kind: 'document', title: titleOf(meta.name) });
    if (cut) yield tooManyRows();
  },
};

/** Adds records until the text is full; true where there are too many. */
async function addRecords(text: DocumentText, records: AsyncIterable<CsvRecord>): Promise<boolean> {
  const head: CsvRecord[] = [];
  let header = -1;
  let count = 0;
  const add = ({ cells, line }: CsvRecord) => {
    const row = header === -1 || count < header ? undefined : count === header ? 'header' : 'under-header';
    text.add(rowText(cells), { role: 'table', place: { line }, tight: count > 0, row });
    count += 1;
  };
  const writeHead = () => {
    header = headerIndex(head.map(({ cells }) => cells));
    for (const record of head) add(record);
  };
  for await (const record of records) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    if (count === 0 && head.length < headRecords) head.push(record);
    else {
      if (count === 0) writeHead();
      add(record);
    }
    if (text.truncated) return false;
    if (count >= mostRecords) return true;
  }
  if (count === 0) writeHead();
  return false;
}

function tooManyRows(): ParseEvent {
  const detail = `${mostRecords.toLocaleString('en')} rows`;
  return shortfall('truncated-text', detail);
}
