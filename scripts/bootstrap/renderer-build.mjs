import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment, root, say, stampsFolder } from './place.mjs';
import { SetupError } from './setup-error.mjs';

/** What the page is made of. */
const sources = ['renderer', 'main/contract', 'package-lock.json'];
const stamp = join(stampsFolder, 'renderer.sha256');
const page = join(root, 'out', 'renderer', 'index.html');

/**
 * Builds the page into out/renderer unless the build of these sources is there.
 * @param {string} node
 */
export function ensureRenderer(node) {
  const wanted = fingerprint(root, sources);
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the page …');
  rmSync(stamp, { force: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status, stderr } = spawnSync(
    node,
    [vite, 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'error'],
    {
      cwd: root,
      env: ownEnvironment(node),
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  if (status !== 0)
    throw new SetupError(`The page could not be built: ${stderr.trim().split('\n')[0] ?? ''}`);
  mkdirSync(stampsFolder, { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Tells the content of these files and folders from any other; tests are no part of what is built.
 * @param {string} folder
 * @param {readonly string[]} names
 */
export function fingerprint(folder, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesUnder(folder, name)).sort())
    hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function filesUnder(folder, name) {
  const path = join(folder, name);
  if (/\.(test|spec)\.tsx?$/.test(name) || !existsSync(path)) return [];
  try {
    return readdirSync(path).flatMap((entry) => filesUnder(folder, `${name}/${entry}`));
  } catch {
    return [name];
  }
}
