import { type Baits, type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';

/** XML, HTML, JSON and notes that expand, nest without end or ask for what lies elsewhere. */
export function markup({ url, secretFile }: Baits): readonly HostileFile[] {
  return [
    { name: 'billion-laughs.xml', content: () => laughs, isQuick: true },
    { name: 'laughs.svg', content: () => laughs },
    { name: 'laughs.rss', content: () => laughs },
    { name: 'quadratic.xml', content: quadratic },
    { name: 'file-entity.xml', content: () => entity(`SYSTEM "file://${secretFile}"`), isQuick: true },
    { name: 'http-entity.xml', content: () => entity(`SYSTEM "${url}/entity"`), isQuick: true },
    { name: 'parameter-entity.xml', content: () => parameterEntity(url), isQuick: true },
    {
      name: 'nested-100k.xml',
      content: () => joined(repeated('<a>', 100_000), 'deep', repeated('</a>', 100_000)),
    },
    { name: 'open-1m.xml', content: () => repeated('<a>', megabyte) },
    { name: 'attributes.xml', content: () => joined('<a ', manyAttributes(), '>text</a>') },
    { name: 'long-name.xml', content: () => joined('<', repeated('a', 10 * megabyte), '>text') },
    { name: 'nested.opml', content: () => joined('<opml><body>', repeated('<outline text="a">', 50_000)) },
    { name: 'nested-1m.html', content: () => joined(repeated('<div>', megabyte), 'deep') },
    { name: 'tables.html', content: () => joined(repeated('<table><tr><td>', 100_000), 'deep') },
    { name: 'foster.html', content: () => joined('<table>', repeated('<a>x<b>', 50_000)) },
    {
      name: 'formatting.html',
      content: () => joined(repeated('<b><i><u>', 50_000), repeated('<p>text', 20_000)),
    },
    { name: 'one-line-100-mb.html', content: () => joined('<p>', repeated('words and words ', 6_250_000)) },
    { name: 'entities.html', content: () => repeated('&CounterClockwiseContourIntegral;', 300_000) },
    { name: 'asks.html', content: () => asking(url, secretFile), isQuick: true },
    { name: 'comments.html', content: () => repeated('<!--', 2 * megabyte) },
    {
      name: 'asks.mhtml',
      content: () => `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${asking(url, secretFile)}`,
    },
    { name: 'nested-1m.json', content: () => repeated('[', megabyte) },
    { name: 'closed-1m.json', content: () => joined(repeated('[', megabyte), repeated(']', megabyte)) },
    {
      name: 'objects-1m.json',
      content: () => joined(repeated('{"a":', megabyte), '1', repeated('}', megabyte)),
    },
    { name: 'one-string-100-mb.json', content: () => joined('"', repeated('a', 100 * megabyte), '"') },
    {
      name: 'prototype.json',
      content: () => '{"__proto__":{"polluted":true},"constructor":{"prototype":1}}',
      isQuick: true,
    },
    { name: 'lines-1m.jsonl', content: () => repeated('{"a":1}\n', megabyte) },
    { name: 'brackets.md', content: () => repeated('[', megabyte) },
    { name: 'stars.md', content: () => repeated('*a _b ', megabyte / 2) },
    { name: 'quotes.md', content: () => joined(repeated('> ', 100_000), 'deep') },
    { name: 'lists.md', content: nestedLists },
    { name: 'ticks.md', content: risingTicks },
    { name: 'links.md', content: () => repeated('[a](<b', 300_000) },
    { name: 'front-matter.md', content: () => `---\n${yamlLaughs()}\n---\nText`, isQuick: true },
    { name: 'stars.org', content: () => repeated(`${'*'.repeat(500)} a\n`, 20_000) },
    { name: 'nested.ipynb', content: () => joined('{"cells":', repeated('[', 100_000)) },
    { name: 'cells.ipynb', content: manyCells },
    { name: 'laughs.enex', content: () => laughs },
    { name: 'resource.enex', content: bigResource },
  ];
}

const laughs = (() => {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "laugh">${levels.join('')}]><a>before &l9; after</a>`;
})();

function quadratic(): Iterable<string | Buffer> {
  const entityText = 'a'.repeat(100_000);
  return joined(`<!DOCTYPE a [<!ENTITY x "${entityText}">]><a>`, repeated('&x;', 100_000), '</a>');
}

function entity(external: string): string {
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x ${external}>]><a>before &x; after</a>`;
}

function parameterEntity(url: string): string {
  return `<!DOCTYPE a [<!ENTITY % p SYSTEM "${url}/parameter">%p;]><a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${url}/include"/>text</a>`;
}

function asking(url: string, secretFile: string): string {
  return `<html><head><base href="${url}/"><meta http-equiv="refresh" content="0;url=${url}/refresh">
<link rel="stylesheet" href="${url}/style"><script src="${url}/script"></script>
<style>@import url("${url}/import"); body { background: url("${url}/background") }</style></head>
<body onload="fetch('${url}/load')"><img src="${url}/picture"><iframe src="file://${secretFile}"></iframe>
<object data="${url}/object"></object><video src="${url}/film"></video>A page that asks for other places.</body></html>`;
}

function* manyAttributes(): Generator<string> {
  for (let at = 0; at < 500_000; at++) yield `a${at}="b" `;
}

function* nestedLists(): Generator<string> {
  for (let depth = 0; depth < 3_000; depth++) yield `${' '.repeat(2 * depth)}- a\n`;
}

function* risingTicks(): Generator<string> {
  for (let count = 1; count < 3_000; count++) yield `${'`'.repeat(count)}a`;
}

function yamlLaughs(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}*l${at}]`,
  );
  return ['l0: &l0 laugh', ...levels].join('\n');
}

function manyCells(): Iterable<string | Buffer> {
  const cell = '{"cell_type":"markdown","metadata":{},"source":["a"]}';
  return joined(
    '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[',
    repeated(`${cell},`, 300_000),
    `${cell}]}`,
  );
}

function bigResource(): Iterable<string | Buffer> {
  const head =
    '<?xml version="1.0"?><en-export><note><title>Big</title><content><![CDATA[<en-note>Text</en-note>]]></content>';
  const data = repeated('QUJD', 25 * megabyte);
  return joined(`${head}<resource><data encoding="base64">`, data, '</data></resource></note></en-export>');
}
