import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDocument } from './open-file.ts';

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
