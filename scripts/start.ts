/** Builds the desktop shell and starts it in Electron, where Electron's program is on this computer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDesktop } from './build/desktop.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where Electron's own installer put its program, or null. Asking its package would start a download. */
function electronProgram(): string | null {
  const place = join(root, 'node_modules/electron');
  const noted = join(place, 'path.txt');
  if (!existsSync(noted)) return null;
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env;
  const program = join(elsewhere ?? join(place, 'dist'), readFileSync(noted, 'utf8').trim());
  return existsSync(program) ? program : null;
}

const program = electronProgram();
if (program === null) {
  console.error(
    'Electron’s program is not on this computer. Get it with: npx install-electron. The same page without it: npm run demo',
  );
  process.exitCode = 1;
} else {
  await buildDesktop(root);
  const shell = spawn(program, [root, ...process.argv.slice(2)], { stdio: 'inherit' });
  const [code] = await once(shell, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
}
