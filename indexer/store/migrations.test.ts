import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from './library.ts';
import { latestVersion, migrate } from './migrations.ts';
import { writeOldLibrary } from './testing/old-library.ts';

const documents = 40;
const program = fileURLToPath(new URL('./testing/migrate-and-die.ts', import.meta.url));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quipu-migrations-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
});

/** The library is brought up to date with all it held. */
function expectWhole(folder: string): void {
  const library = openLibrary(folder);
  expect(library.aside).toBeNull();
  expect(library.integrity()).toEqual([]);
  expect(library.documents.totals()).toMatchObject({ documents, chunks: documents });
  expect(library.documents.read(documents)?.text).toContain(`quince ${documents} and`);
  expect(library.text.match('"quince"', {}, 1_000)).toHaveLength(documents);
  library.close();
}

function versionOf(file: string): number {
  const db = new Database(file);
  const version = Number(db.pragma('user_version', { simple: true }));
  db.close();
  return version;
}

const laterSteps = Array.from({ length: latestVersion - 1 }, (_, at) => at + 1);

it('killed in the middle of any step, a migration has done the steps before and is made up for', async () => {
  writeOldLibrary(join(dir, 'old'), documents);
  for (const step of laterSteps) {
    const folder = join(dir, `${step}`);
    cpSync(join(dir, 'old'), folder, { recursive: true });
    const child = fork(program, [join(folder, 'library.db'), `${step}`], { execArgv: [] });
    const [, signal] = await once(child, 'exit');
    expect([step, signal]).toEqual([step, 'SIGKILL']);
    expect(versionOf(join(folder, 'library.db'))).toBe(step);
    expectWhole(folder);
  }
}, 120_000);

it('a disk that fills up in the middle of a migration leaves what was there; with room it is made up for', () => {
  const file = writeOldLibrary(dir, documents);
  for (let spare = 1; spare < 200; spare *= 3) {
    const db = new Database(file);
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + spare}`);
    try {
      migrate(db);
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_FULL' });
    }
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  }
  expectWhole(dir);
});
