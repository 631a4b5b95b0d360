import { SaxesParser } from 'saxes';

/** What a reader of XML does with what it meets; lines count from 1. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  /** Text or CDATA; `line` is where it begins. */
  text(text: string, line: number): void;
  close(name: string): void;
  /** True once there is no room for more: the rest is not read. */
  readonly isFull: boolean;
}

/** Read at a time, so that a visitor that is full stops the reading of a giant file. */
const sliceChars = 65_536;
/** Faults after which the rest is given up: each costs an error with its trace, and millions of them minutes. */
const mostFaults = 10_000;
/** An ampersand that begins no entity; inside of CDATA it is text. Parsers skip up to the next semicolon after it. */
const looseAmpersand = /<!\[CDATA\[|\]\]>|&(?!#?\w{1,40};)/g;

/**
 * Walks through XML. Nothing that a DTD declares is ever expanded or fetched (billion laughs, XXE): entities that XML
 * itself does not know stay as they are written. Returns false where the end is missing.
 */
export function readXml(source: string, visitor: XmlVisitor): boolean {
  const slices = readXmlInSlices(source, visitor);
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done === true) return slice.value;
}

/** The same with a rest after each slice, for whoever hands on what was found before the end of a giant file. */
export function* readXmlInSlices(source: string, visitor: XmlVisitor): Generator<void, boolean> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  let isWhole = true;
  let line = 1;
  parser.ENTITIES['nbsp'] = ' ';
  // Broken markup is read as far as it goes, as browsers do.
  let faults = 0;
  parser.on('error', ({ message }) => {
    faults += 1;
    if (faults > mostFaults || /unclosed tag|unexpected end/.test(message)) isWhole = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    visitor.open(name, attributes, parser.line);
    line = parser.line;
  });
  const text = (part: string) => {
    visitor.text(part, line);
    line = parser.line;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    visitor.close(name);
    line = parser.line;
  });
  parser.on('comment', () => {
    line = parser.line;
  });
  const tidy = withEscapedAmpersands(source);
  for (let at = 0; at < tidy.length && !visitor.isFull && faults <= mostFaults; at += sliceChars) {
    parser.write(tidy.slice(at, at + sliceChars));
    yield;
  }
  if (!visitor.isFull) parser.close();
  return isWhole;
}

function withEscapedAmpersands(source: string): string {
  let inData = false;
  return source.replace(looseAmpersand, (mark) => {
    if (mark !== '&') inData = mark !== ']]>';
    return mark === '&' && !inData ? '&amp;' : mark;
  });
}

/** A name without its namespace's prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
