import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
let at: Indexing;

beforeEach(() => {
  at = startIndexing(pool);
});
afterEach(() => at.close());
afterAll(() => pool.close());

const canaries = [
  'Zaunkoenig!471',
  'Rotkehl-3391x',
  'Wiedehopf_88q',
  'Eisvogel#2207',
  'Goldammer%61z',
  'Pirol+5520kk',
];

function mailWith(html: string, attachment: string): string {
  return [
    'From: Mara <mara@b.example>',
    'To: joe@b.example',
    `Subject: password: ${canaries[0]}`,
    'Date: Mon, 3 Mar 2025 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=q',
    '',
    '--q',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--q',
    `Content-Disposition: attachment; filename="password ${canaries[5]}.txt"`,
    '',
    attachment,
    '--q--',
    '',
  ].join('\r\n');
}

/** Every file of the library, its log of writes among them. */
function libraryBytes(): Buffer {
  const dir = join(dirname(at.folder), 'library');
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((path) => join(dir, path));
  return Buffer.concat(paths.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)));
}

it('no byte of a secret reaches the library, and what stands around it is found', async () => {
  at.write(
    'post.eml',
    mailWith(`<p>Walnut: the password for the cabin is ${canaries[1]}</p>`, `pw: ${canaries[2]}\r\n`),
  );
  at.write(
    'wallet.txt',
    'Walnut\n\nlegal winner thank year wave sausage worth useful legal winner thank yellow\n',
  );
  at.write('note.md', `# Walnut\n\n- Kennwort: ${canaries[3]}\n- IBAN DE89 3704 0044 0532 0130 00\n`);
  at.write(
    'page.html',
    `<title>Walnut</title><table><tr><th>Site<th>Password<tr><td>x<td>${canaries[4]}</table>`,
  );
  const letter = new Document({
    sections: [
      { children: [new Paragraph('Walnut'), new Paragraph(`PIN: 7714 and contraseña: ${canaries[3]}`)] },
    ],
  });
  writeFileSync(at.path('letter.docx'), await Packer.toBuffer(letter));
  await at.addFolder();
  expect(at.finds('walnut')).toEqual(['letter.docx', 'note.md', 'page.html', 'post.eml', 'wallet.txt']);
  expect([...new Set(at.finds('withheld'))]).toHaveLength(5);
  const bytes = libraryBytes();
  expect(bytes.includes('Walnut')).toBe(true);
  for (const canary of [...canaries, '0532 0130', '7714', 'sausage'])
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(canary, encoding)), canary).toBe(false);
  for (const word of ['zaunkoenig', 'rotkehl', 'wiedehopf', 'eisvogel', 'goldammer', 'pirol'])
    expect(at.finds(word)).toEqual([]);
});
