const schemas = 'http://schemas.openxmlformats.org';
/** The same in the strict variant of ISO 29500. */
const strict = 'http://purl.oclc.org/ooxml';
const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';

/** The prefixes that programs usually write, by namespace: Python's ElementTree renames them all to ns0, ns1. */
export const canonicalPrefixes: ReadonlyMap<string, string> = new Map([
  ...office('p', 'presentationml/main'),
  ...office('a', 'drawingml/main'),
  ...office('c', 'drawingml/chart'),
  ...office('dgm', 'drawingml/diagram'),
  [`${schemas}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${schemas}/markup-compatibility/2006`, 'mc'],
  ...['office', 'text', 'table', 'presentation', 'style', 'meta'].map((name) => openDocumentPair(name, name)),
  openDocumentPair('draw', 'drawing'),
  [`${openDocument}:xsl-fo-compatible:1.0`, 'fo'],
  [`${openDocument}:svg-compatible:1.0`, 'svg'],
  [`${openDocument}:manifest:1.0`, 'manifest'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.idpf.org/2007/opf', 'opf'],
]);

function office(prefix: string, name: string): [string, string][] {
  const [area, part] = name.split('/');
  return [
    [`${schemas}/${area}/2006/${part}`, prefix],
    [`${strict}/${area}/${part}`, prefix],
  ];
}

function openDocumentPair(prefix: string, name: string): [string, string] {
  return [`${openDocument}:${name}:1.0`, prefix];
}
