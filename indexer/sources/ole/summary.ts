import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { Properties } from '../ooxml/core-properties.ts';
import { Unreadable } from '../parser.ts';
import { labelOfCodePage } from '../rtf/code-pages.ts';
import type { Bytes } from './bytes.ts';
import type { OleContainer } from './container.ts';

/** Properties of one set: a summary has some twenty. */
const mostProperties = 200;
/** Longer titles and names are none. */
const mostChars = 1_000;
/** Milliseconds from 1601, where Windows counts from, to 1970. */
const windowsEpochMs = 11_644_473_600_000;

type Values = ReadonlyMap<number, string | Date>;

/** Title, author and date out of a container's summary ([MS-OLEPS] 2.21, [MS-OSHARED] 2.3.3.2.1). */
export function readSummary(container: OleContainer): Properties {
  const values = valuesOf(container);
  const text = (id: number) => {
    const value = values.get(id);
    return typeof value === 'string' ? tidyTitle(value) : '';
  };
  const date = (id: number) => {
    const value = values.get(id);
    return value instanceof Date && !Number.isNaN(value.getTime()) ? isoDate(value) : null;
  };
  return { title: text(2), date: date(12) ?? date(13), people: authorsOf([text(4)]) };
}

/** A summary that cannot be read leaves the document without one. */
function valuesOf(container: OleContainer): Values {
  try {
    const stream = container.stream('\x05SummaryInformation');
    return stream === null ? new Map() : readSet(stream);
  } catch (error) {
    if (error instanceof Unreadable) return new Map();
    throw error;
  }
}

function readSet(stream: Bytes): Values {
  const start = stream.u32(44);
  const count = Math.min(mostProperties, stream.u32(start + 4));
  const offsets = new Map<number, number>();
  for (let index = 0; index < count; index += 1)
    offsets.set(stream.u32(start + 8 + index * 8), start + stream.u32(start + 12 + index * 8));
  const codePage = offsets.get(1);
  const label = labelOfCodePage(codePage === undefined ? 1252 : stream.u16(codePage + 4));
  const values = new Map<number, string | Date>();
  for (const [id, at] of offsets) {
    const type = stream.u16(at);
    if (type === 0x1e) values.set(id, byteString(stream, at, label));
    else if (type === 0x1f)
      values.set(id, stream.utf16(at + 8, Math.min(mostChars, stream.u32(at + 4))).replace(/\0.*$/s, ''));
    else if (type === 0x40) values.set(id, fileTime(stream, at + 4));
  }
  return values;
}

function byteString(stream: Bytes, at: number, label: string): string {
  const bytes = stream.slice(at + 8, at + 8 + Math.min(mostChars, stream.u32(at + 4)));
  return new TextDecoder(label).decode(bytes).replace(/\0.*$/s, '');
}

function fileTime(stream: Bytes, at: number): Date {
  const ticks = stream.u32(at + 4) * 2 ** 32 + stream.u32(at);
  return new Date(ticks / 10_000 - windowsEpochMs);
}
