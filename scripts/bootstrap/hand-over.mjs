import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve as absolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownEnvironment, root } from './place.mjs';

const followUrl = pathToFileURL(join(root, 'scripts', 'bootstrap', 'follow-launcher.mjs')).href;

/**
 * Runs a script on the right Node as if it had been called instead of this process: same terminal, folder, arguments,
 * signals and exit code; it ends when this process is killed.
 * @param {string} node
 * @param {string} script relative to the checkout
 * @param {readonly string[]} args
 * @param {Record<string, string>} [extra] environment
 * @returns {Promise<number>} the exit code
 */
export async function handOver(node, script, args, extra = {}) {
  const child = spawn(node, ['--import', followUrl, absolute(root, script), ...args], {
    stdio: 'inherit',
    env: { ...ownEnvironment(node), ...extra, QUIPU_LAUNCHER_PID: String(process.pid) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both; a second one would count as a second wish.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
