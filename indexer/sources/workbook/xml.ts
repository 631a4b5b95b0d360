/** The value of an attribute by its local name; empty where there is none. */
export function attributeOf(tag: string, name: string): string {
  const start = tag.indexOf(`${name}="`);
  if (start < 1) return '';
  if (!/[\s:]/.test(tag.charAt(start - 1))) return attributeOf(tag.slice(start + name.length), name);
  const from = start + name.length + 2;
  const end = tag.indexOf('"', from);
  return end === -1 ? '' : tag.slice(from, end);
}

export interface XmlElement {
  readonly tag: string;
  /** Where its start tag begins, and where its end tag ends. */
  readonly start: number;
  readonly end: number;
  readonly inside: string;
}

/** The elements whose names, a regular expression, match, in order, none inside another. Time is linear in the text. */
export function* elementsOf(xml: string, names: string): Iterable<XmlElement> {
  const open = new RegExp(`<(${names})(?=[\\s/>])[^<>]*>`, 'g');
  for (let found = open.exec(xml); found !== null; found = open.exec(xml)) {
    const [tag, name = ''] = found;
    const { inside, end } = tag.endsWith('/>')
      ? { inside: '', end: open.lastIndex }
      : closed(xml, name, open.lastIndex);
    yield { tag, start: found.index, end, inside };
    open.lastIndex = end;
  }
}

/** Without its end tag an element goes to the end of the text. */
function closed(xml: string, name: string, from: number): { inside: string; end: number } {
  const start = `<${name}`;
  const end = `</${name}`;
  let depth = 1;
  let next = nextTag(xml, start, from);
  for (let close = nextTag(xml, end, from); close !== -1; close = nextTag(xml, end, close + end.length)) {
    for (; next !== -1 && next < close; next = nextTag(xml, start, next + start.length))
      if (xml.charAt(xml.indexOf('>', next) - 1) !== '/') depth += 1;
    depth -= 1;
    if (depth === 0) return { inside: xml.slice(from, close), end: afterTag(xml, close) };
  }
  return { inside: xml.slice(from), end: xml.length };
}

/** Where a tag that begins with `start` is; -1 where none follows. */
function nextTag(xml: string, start: string, from: number): number {
  let at = xml.indexOf(start, from);
  while (at !== -1 && !/[\s/>]/.test(xml.charAt(at + start.length)))
    at = xml.indexOf(start, at + start.length);
  return at;
}

function afterTag(xml: string, at: number): number {
  const end = xml.indexOf('>', at);
  return end === -1 ? xml.length : end + 1;
}

/** The text of a piece of XML in one line, without its tags. */
export function plainText(xml: string): string {
  return decoded(xml.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text with its entities decoded: those that XML has, no others. */
export function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_whole, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .replace(/&amp;/g, '&');
}
