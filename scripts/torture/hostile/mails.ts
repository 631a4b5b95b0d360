import { type Baits, type HostileFile, joined, megabyte, repeated } from './hostile-file.ts';

const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: Harm\r\nMIME-Version: 1.0\r\n';

/** Mails that nest, repeat or lie, and calendars and address books of the same mind. */
export function mails({ url }: Baits): readonly HostileFile[] {
  return [
    { name: 'parts-200k.eml', content: manyParts },
    { name: 'multipart-1000-deep.eml', content: () => nestedParts(1_000), isQuick: true },
    { name: 'message-50-deep.eml', content: () => nestedMessages(50), isQuick: true },
    { name: 'message-5000-deep.eml', content: () => nestedMessages(5_000) },
    { name: 'base64-100-mb.eml', content: hugeBase64 },
    {
      name: 'header-100-mb.eml',
      content: () => joined('Subject: ', repeated('words ', 16 * megabyte), '\r\n\r\nText'),
    },
    { name: 'headers-1m.eml', content: () => joined(repeated('X-A: b\r\n', megabyte), head, '\r\nText') },
    {
      name: 'recipients-1m.eml',
      content: () => joined('To: ', repeated('a <a@example.org>, ', megabyte), '\r\n', head, '\r\nText'),
    },
    {
      name: 'comments.eml',
      content: () => joined('From: ', repeated('(', 200_000), 'a@example.org\r\n\r\nText'),
    },
    {
      name: 'encoded-words.eml',
      content: () => joined('Subject: ', repeated('=?utf-8?q?=41?= ', 300_000), '\r\n\r\nText'),
    },
    {
      name: 'unknown-charset.eml',
      content: () => `${head}Content-Type: text/plain; charset="klingon-8"\r\n\r\n\xff\xfe text`,
      isQuick: true,
    },
    {
      name: 'lying-charset.eml',
      content: () =>
        joined(`${head}Content-Type: text/plain; charset=utf-16\r\n\r\n`, 'Plain text that is no UTF-16.'),
    },
    { name: 'parameters.eml', content: rfc2231, isQuick: true },
    { name: 'boundary-begins-other.eml', content: prefixedBoundaries },
    {
      name: 'boundary-empty.eml',
      content: () => `${head}Content-Type: multipart/mixed; boundary=""\r\n\r\n${'--\r\n'.repeat(100_000)}`,
      isQuick: true,
    },
    {
      name: 'boundary-never.eml',
      content: () =>
        joined(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n`, repeated('--c\r\n', megabyte)),
    },
    {
      name: 'message-id.eml',
      content: () => joined(`${head}References: `, repeated('<a@b> ', megabyte), '\r\n\r\nText'),
    },
    {
      name: 'asks.eml',
      content: () =>
        `${head}Content-Type: message/external-body; access-type=URL; URL="${url}/body"\r\n\r\n${head}Content-Type: text/html\r\n\r\n<img src="${url}/mail">`,
      isQuick: true,
    },
    {
      name: 'quotes.eml',
      content: () => joined(head, '\r\n', repeated(`${'>'.repeat(1_000)} a\r\n`, 5_000)),
    },
    { name: 'froms.mbox', content: () => repeated('From a@example.org Mon Jan  1 00:00:00 2024\n', 200_000) },
    {
      name: 'froms-quoted.mbox',
      content: () =>
        joined('From a Mon Jan  1 00:00:00 2024\nSubject: a\n\n', repeated('>From a\n', megabyte)),
    },
    { name: 'count.emlx', content: () => `99999999999999999999\n${head}\r\nText`, isQuick: true },
    { name: 'for-ever.ics', content: () => calendar('RRULE:FREQ=SECONDLY'), isQuick: true },
    {
      name: 'rules.ics',
      content: () => calendar(`RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30${';BYSECOND=1'.repeat(1_000)}`),
    },
    { name: 'zones.ics', content: () => calendar(`EXDATE:${'20240101T000000Z,'.repeat(200_000)}`) },
    { name: 'nested.ics', content: () => repeated('BEGIN:VCALENDAR\r\n', 200_000) },
    {
      name: 'folded.vcf',
      content: () =>
        joined('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:a', repeated('\r\n b', megabyte), '\r\nEND:VCARD'),
    },
    {
      name: 'cards-300k.vcf',
      content: () => repeated('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n', 300_000),
    },
  ];
}

function manyParts(): Iterable<string | Buffer> {
  return joined(
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n`,
    repeated('--b\r\nContent-Type: text/plain; name=a.txt\r\n\r\nText\r\n', 200_000),
    '--b--\r\n',
  );
}

function* nestedParts(depth: number): Generator<string> {
  yield head;
  for (let level = 0; level < depth; level++)
    yield `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
  yield 'Content-Type: text/plain\r\n\r\nAt the bottom.\r\n';
}

function* nestedMessages(depth: number): Generator<string> {
  for (let level = 0; level < depth; level++) yield `${head}Content-Type: message/rfc822\r\n\r\n`;
  yield `${head}\r\nAt the bottom.\r\n`;
}

function hugeBase64(): Iterable<string | Buffer> {
  const type = 'Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  return joined(head, type, repeated(`${'QUJD'.repeat(18)}\r\n`, 1_350_000));
}

function rfc2231(): string {
  const pieces = Array.from({ length: 20_000 }, (_, at) => ` filename*${at}*=%41`);
  return `${head}Content-Disposition: attachment;\r\n${pieces.join(';\r\n')}; filename*99999999999=x\r\n\r\nText`;
}

function prefixedBoundaries(): Iterable<string | Buffer> {
  const type = (boundary: string) =>
    `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`;
  return joined(head, type('a'), type('ab'), type('a'), repeated('--a\r\n--ab\r\n', 100_000));
}

function calendar(line: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTART:20240101T000000Z',
    line,
    'SUMMARY:For ever',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
