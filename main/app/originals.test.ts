import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import JSZip from 'jszip';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import { unknownComputer } from './computer/computer.ts';
import { type Engine, openEngine } from './engine.ts';
import type { Router } from './router.ts';

const dir = mkdtempSync(join(tmpdir(), 'quipu-originals-'));
const files = join(dir, 'files');
const log = openLog(join(dir, 'logs'), 'engine');
let engine: Engine;
let client: RouterClient<Router>;

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

async function mail(subject: string, html: string, more: object = {}): Promise<Buffer> {
  const { message } = await composer.sendMail({
    from: 'Marta Vidal <marta@vidal.example>',
    to: 'ada@winter.example',
    ...{ subject, html, date: new Date('2025-02-11T10:00:00Z') },
    ...more,
  });
  // `buffer: true` makes it one.
  return message as Buffer;
}

beforeAll(async () => {
  mkdirSync(files);
  writeFileSync(
    join(files, 'note.md'),
    '# Otters\n\nOtters **sleep** in the [river](https://river.example/a).\n',
  );
  const first = await mail('Walnuts', '<p>The <b>walnuts</b> are ripe.</p><script>alert(1)</script>', {
    messageId: '<1@vidal.example>',
    attachments: [
      { filename: 'list.md', content: '# Plums\n\nForty plums.\n' },
      { filename: 'photo.xyz', content: 'x' },
    ],
  });
  const second = await mail('Re: Walnuts', '<p>Then we <i>gather</i> walnuts.</p>', {
    messageId: '<2@vidal.example>',
    inReplyTo: '<1@vidal.example>',
    references: '<1@vidal.example>',
    date: new Date('2025-02-12T10:00:00Z'),
  });
  writeFileSync(join(files, 'first.eml'), first);
  writeFileSync(join(files, 'second.eml'), second);
  const third = await mail('Cider', '<p>The <u>cider</u> ferments.</p>');
  const fourth = await mail('Honey', '<p>The <b>honey</b> is dark.</p>', {
    attachments: [{ filename: 'hives.md', content: '# Hives\n\nSeven hives stand there.\n' }],
  });
  const separator = Buffer.from('From marta@vidal.example Tue Feb 11 10:00:00 2025\n');
  writeFileSync(
    join(files, 'box.mbox'),
    Buffer.concat([separator, third, Buffer.from('\n\n'), separator, fourth]),
  );
  const zip = new JSZip();
  zip.file('deep/badger.md', '# Badgers\n\nBadgers dig **setts**.\n');
  writeFileSync(join(files, 'old.zip'), await zip.generateAsync({ type: 'nodebuffer' }));
  engine = openEngine({
    folders: { library: join(dir, 'library'), logs: join(dir, 'logs'), models: [join(dir, 'models')] },
    spawner: createNodeSpawner(log),
    computer: unknownComputer,
    log,
    openFile: async () => undefined,
    onDamage: () => undefined,
  });
  client = createRouterClient(engine.router);
  await client.sources.add({ path: files });
  await client.sources.settle();
});
afterAll(async () => {
  await engine.close();
  await log.close();
  rmSync(dir, { recursive: true, force: true });
});

async function idOf(query: string): Promise<number> {
  const { hits } = await client.search({ query, mode: 'keyword' });
  return hits[0]?.documentId ?? 0;
}

async function boldWords(query: string): Promise<readonly string[]> {
  const { blocks } = await client.documents.formatted({ documentId: await idOf(query) });
  const runs = blocks.flatMap((block) => ('runs' in block ? block.runs : []));
  return runs.filter((run) => run.bold === true || run.italic === true).map(({ text }) => text);
}

it('a note, a mail, a mail of a mailbox and a file of an archive are read with their looks', async () => {
  expect(await boldWords('otters sleep')).toEqual(['sleep']);
  expect(await boldWords('walnuts are ripe')).toEqual(['walnuts']);
  expect(await boldWords('honey is dark')).toEqual(['honey']);
  expect(await boldWords('badgers dig')).toEqual(['setts']);
});

it('a document’s bytes come in stretches, those of what is inside of a file too', async () => {
  const whole = async (query: string) => {
    const documentId = await idOf(query);
    const { sizeBytes } = await client.documents.stretch({ documentId, at: 0, length: 0 });
    const parts: Buffer[] = [];
    for (let at = 0; at < sizeBytes; at += 7) {
      const { base64 } = await client.documents.stretch({ documentId, at, length: 7 });
      parts.push(Buffer.from(base64, 'base64'));
    }
    return Buffer.concat(parts).toString();
  };
  expect(await whole('otters sleep')).toContain('# Otters\n\nOtters **sleep**');
  expect(await whole('forty plums')).toBe('# Plums\n\nForty plums.\n');
  expect(await whole('seven hives')).toBe('# Hives\n\nSeven hives stand there.\n');
  expect(await whole('badgers dig')).toBe('# Badgers\n\nBadgers dig **setts**.\n');
});

it('a mail knows its thread and its attachments, and an attachment its mail', async () => {
  const first = await idOf('walnuts are ripe');
  const second = await idOf('gather walnuts');
  const around = await client.documents.around({ documentId: first });
  expect(around.thread).toMatchObject({ at: 1, of: 2, previous: null, next: { documentId: second } });
  const plums = await idOf('forty plums');
  expect(around.attachments).toEqual([
    { name: 'list.md', documentId: plums },
    { name: 'photo.xyz', documentId: null },
  ]);
  expect((await client.documents.around({ documentId: plums })).holder).toMatchObject({ documentId: first });
  const hives = await client.documents.around({ documentId: await idOf('seven hives') });
  expect(hives.holder).toMatchObject({ title: 'Honey' });
});

it('nothing is read that does not lie in a source, or that nobody indexed', async () => {
  const documentId = await idOf('otters sleep');
  const outside = join(dir, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'note.md'), 'somebody else’s');
  renameSync(files, join(dir, 'moved'));
  symlinkSync(outside, files);
  try {
    await expect(client.documents.stretch({ documentId, at: 0, length: 9 })).rejects.toMatchObject({
      code: 'path-missing',
    });
    await expect(client.documents.formatted({ documentId })).rejects.toMatchObject({ code: 'path-missing' });
  } finally {
    rmSync(files);
    renameSync(join(dir, 'moved'), files);
  }
  await expect(client.documents.stretch({ documentId: 999_999, at: 0, length: 9 })).rejects.toMatchObject({
    code: 'not-found',
  });
});
