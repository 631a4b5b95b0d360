/** `npm run start`: builds the desktop app and starts it on Electron, whose program is fetched where it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const electron = join(root, 'node_modules', 'electron');

function run(args: readonly string[]): number {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function ensureElectron(): boolean {
  // Written by Electron's own installer when its program is there and whole.
  const marker = join(electron, 'path.txt');
  if (existsSync(marker)) return true;
  console.error('Getting Electron (once) …');
  return run([join(electron, 'install.js')]) === 0 && existsSync(marker);
}

if (ensureElectron()) {
  process.exitCode = run([join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'preview']);
} else {
  console.error(
    'Electron could not be fetched: the desktop app needs it once from the network. In the browser Quipu runs without it: npm run demo',
  );
  process.exitCode = 1;
}
