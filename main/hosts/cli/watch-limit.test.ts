import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testPlace } from './testing/run-cli.ts';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs a program as a user for whom no more than `folders` are watched. */
function withWatches(folders: number, ...words: string[]) {
  const script = `echo ${folders} > /proc/sys/user/max_inotify_watches && exec "$@"`;
  return spawnSync('unshare', ['-Ur', 'sh', '-c', script, 'sh', ...words], { encoding: 'utf8' });
}
const canLimit = process.platform === 'linux' && withWatches(1, 'true').status === 0;

it.skipIf(!canLimit)(
  'a limit on watched folders is told, with how to raise it, and everything is indexed',
  async () => {
    const { library, files, write, quipu } = testPlace();
    for (let n = 0; n < 12; n++) write(`${n}/note.md`, `Juniper number ${n}.`);
    await quipu('add', files);
    const { stdout, stderr } = withWatches(5, process.execPath, program, '--library', library, 'index');
    expect(stdout).toContain('Files: 12 indexed');
    expect(stderr).toContain('Raise the limit in a terminal with: echo fs.inotify.max_user_watches=');
    expect((await quipu('status')).stderr).toBe('');
  },
);
