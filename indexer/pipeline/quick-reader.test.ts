import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { look } from '../watch/sighting.ts';
import { createQuickReader } from './quick-reader.ts';

const dir = mkdtempSync(join(tmpdir(), 'quipu-quick-'));
const reader = createQuickReader();
afterAll(() => {
  reader.close();
  rmSync(dir, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

it('reads a small file whole, with its hash and what it is', async () => {
  const path = file('note.md', 'Otters sleep on their backs.');
  const sighting = await look(path);
  expect(await reader.read(path)).toEqual({
    bytes: new TextEncoder().encode('Otters sleep on their backs.'),
    contentHash: createHash('sha256').update('Otters sleep on their backs.').digest('hex'),
    before: sighting,
    after: sighting,
  });
});

it('leaves everything else to be looked at in the usual way', async () => {
  const target = file('target.md', 'A text.');
  symlinkSync(target, join(dir, 'link.md'));
  mkdirSync(join(dir, 'folder.md'));
  const others = [
    join(dir, 'link.md'),
    join(dir, 'folder.md'),
    join(dir, 'gone.md'),
    file('empty.md', ''),
    file('large.md', 'x'.repeat(300_000)),
  ];
  if (process.platform !== 'win32') {
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(dir, 'pipe.md')]);
    others.push(join(dir, 'pipe.md'));
  }
  for (const path of others) expect(await reader.read(path), path).toBeNull();
});

it('says nothing more once it is closed in the middle of its work', async () => {
  const own = createQuickReader();
  const reading = own.read(file('late.md', 'A text.'));
  own.close();
  expect(await reading).toBeNull();
});
