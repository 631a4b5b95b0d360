import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryNpm } from './npm.mjs';
import { root, say } from './place.mjs';

const folder = join(root, 'node_modules', 'node');
const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The Node that Quipu runs on, from the package `node`; its script, which fetches the binary, runs where it is missing.
 * @returns {Promise<string>} the binary's absolute path
 */
export async function ensureRightNode() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (versionOf(binary) === `v${version}`) return binary;
  say(`Getting Node ${version} …`);
  const got = await tryNpm(
    ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'],
    `get Node ${version}`,
  );
  if (got.ok && versionOf(binary) === `v${version}`) return binary;
  // The computer's own Node does as well where it is of the same line: the native modules fit it.
  if (process.versions.node.split('.')[0] === version.split('.')[0]) return process.execPath;
  throw got.ok ? new Error(`the package node has no binary for this computer: ${binary}`) : got.error;
}

/** @param {string} path */
function versionOf(path) {
  if (!existsSync(path)) return null;
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
