import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openLibrary } from './library.ts';
import { cutPower } from './testing/cut-power.ts';
import { randomFrom } from './testing/random-from.ts';

const program = fileURLToPath(new URL('./testing/write-for-ever.ts', import.meta.url));
const cuts = 12;

// A process is stopped and its state looked at in /proc.
it.skipIf(process.platform !== 'linux')(
  'a library whose computer loses power while it is written is sound, and what was checkpointed is there',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'quipu-power-'));
    const child = fork(program, [join(dir, 'library')]);
    onTestFinished(() => {
      child.kill('SIGKILL');
      rmSync(dir, { recursive: true });
    });
    await once(child, 'message');
    const random = randomFrom(1);
    for (let cut = 0; cut < cuts; cut++) {
      await rest(random() * 60);
      const folder = join(dir, `${cut}`);
      await cutPower(child, join(dir, 'library', 'library.db'), folder, false, random);
      const library = openLibrary(folder);
      expect(library.aside).toBeNull();
      expect(library.integrity()).toEqual([]);
      expect(library.sources.list()).toHaveLength(1);
      library.close();
    }
  },
  120_000,
);
