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

/** What the full text has of them. */
const words = ['zaunkoenig', 'rotkehl', 'wiedehopf', 'eisvogel', 'goldammer', 'pirol'];

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

async function writeCanaries(): Promise<void> {
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
}

/** The canaries of which some stands in the bytes. */
function canariesIn(bytes: Buffer): string[] {
  const all = [...canaries, '0532 0130', '7714', 'sausage', ...words];
  return all.filter((canary) =>
    (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(canary, encoding))),
  );
}

it('no byte of a secret reaches the library, and what stands around it is found', async () => {
  await writeCanaries();
  await at.addFolder();
  expect(at.finds('walnut')).toEqual(['letter.docx', 'note.md', 'page.html', 'post.eml', 'wallet.txt']);
  expect([...new Set(at.finds('withheld'))]).toHaveLength(5);
  const bytes = libraryBytes();
  expect(bytes.includes('Walnut')).toBe(true);
  expect(canariesIn(bytes)).toEqual([]);
  for (const word of words) expect(at.finds(word)).toEqual([]);
});

it('secrets that were let in leave no byte behind when they are withheld again', async () => {
  await writeCanaries();
  at.write('plain.md', 'Walnut by the gate.');
  at.write('copies/post.eml', readFileSync(at.path('post.eml'), 'utf8'));
  const sourceId = await at.addFolder();
  await at.indexer.ignore(sourceId, { rulesOff: ['accounts', 'secrets'], patterns: [] });
  await at.idle();
  for (const word of words) expect(at.finds(word)).not.toEqual([]);
  // In titles and people as they are; other text is packed.
  expect(canariesIn(libraryBytes())).toContain(canaries[0]);
  const plain = at.library.files.get(at.path('plain.md'))?.readAt;
  await at.indexer.ignore(sourceId, { rulesOff: [], patterns: [] });
  expect(canariesIn(libraryBytes())).toEqual([]);
  expect(at.library.sources.purgeDue()).toEqual([]);
  await at.idle();
  for (const word of words) expect(at.finds(word)).toEqual([]);
  expect(canariesIn(libraryBytes())).toEqual([]);
  expect(at.finds('withheld')).toEqual(
    expect.arrayContaining(['letter.docx', 'note.md', 'page.html', 'wallet.txt']),
  );
  expect(at.library.files.get(at.path('plain.md'))?.readAt).toBe(plain);
  expect(at.library.integrity()).toEqual([]);
});

it('a purge that was cut short is taken up at the next start', async () => {
  await writeCanaries();
  const sourceId = await at.addFolder();
  await at.indexer.ignore(sourceId, { rulesOff: ['secrets', 'accounts'], patterns: [] });
  await at.idle();
  await at.indexer.pause(sourceId);
  // As a crash leaves it: the choice is kept, and nothing done.
  at.library.sources.setIgnoring(sourceId, { rulesOff: [], patterns: [] }, true);
  expect(canariesIn(libraryBytes())).not.toEqual([]);
  await at.restart(() => undefined);
  await expect.poll(() => at.library.sources.purgeDue(), { timeout: 10_000 }).toEqual([]);
  expect(canariesIn(libraryBytes())).toEqual([]);
});

it('a source that let secrets in is forgotten without a trace of them', async () => {
  await writeCanaries();
  const sourceId = await at.addFolder();
  await at.indexer.ignore(sourceId, { rulesOff: ['secrets', 'accounts'], patterns: [] });
  await at.idle();
  await at.indexer.forget(sourceId);
  expect(canariesIn(libraryBytes())).toEqual([]);
});
