import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDocument, revealDocument } from './open-file.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-open-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it('a document is handed to its program; what can run is not, even behind a link', async () => {
  const dir = folder();
  const opened: string[] = [];
  const open = async (path: string): Promise<void> => void opened.push(path);
  for (const name of ['a.pdf', 'run.desktop', 'run.exe', 'run.sh', 'page.html', 'none']) {
    writeFileSync(join(dir, name), '');
  }
  symlinkSync(join(dir, 'run.sh'), join(dir, 'note.md'));
  await openDocument(join(dir, 'a.pdf'), open);
  for (const name of ['run.desktop', 'run.exe', 'run.sh', 'page.html', 'none', 'note.md']) {
    await expect(openDocument(join(dir, name), open)).rejects.toMatchObject({ code: 'kind-not-opened' });
  }
  await expect(openDocument(join(dir, 'gone.pdf'), open)).rejects.toMatchObject({ code: 'path-missing' });
  expect(opened).toEqual([join(dir, 'a.pdf')]);
});

it('a file of any kind is shown in its folder, and none that is gone', async () => {
  const dir = folder();
  const shown: string[] = [];
  const show = async (path: string, way: string): Promise<void> => void shown.push(`${way} ${path}`);
  writeFileSync(join(dir, 'run.sh'), '');
  await revealDocument(join(dir, 'run.sh'), show);
  await expect(revealDocument(join(dir, 'gone.pdf'), show)).rejects.toMatchObject({ code: 'path-missing' });
  expect(shown).toEqual([`reveal ${join(dir, 'run.sh')}`]);
});
