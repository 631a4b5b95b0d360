import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root, say } from './place.mjs';
import { npmFailure, SetupError } from './setup-error.mjs';

/** How often a silent step says that it lives. */
const stillMs = 30_000;

/**
 * Runs npm in the checkout; what it prints is kept for its failure.
 * @param {string[]} args
 * @param {string} doing "install the packages"
 * @returns {Promise<{ ok: true } | { ok: false, output: string, error: SetupError }>}
 */
export async function tryNpm(args, doing) {
  const { program, leading, shell } = npmProgram();
  const child = spawn(program, [...leading, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  const still = setInterval(() => say('… still at it'), stillMs);
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    return code === 0 ? { ok: true } : { ok: false, output, error: npmFailure(output, doing) };
  } catch {
    throw new SetupError(
      'npm was not found. It comes with Node: install Node 20 or later with npm, then run the command again.',
    );
  } finally {
    clearInterval(still);
  }
}

/** The npm that runs this script, else the one on the path. */
function npmProgram() {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
  // The Node that runs this may be the checkout's own, which goes while packages are installed anew; npm runs on another.
  if (script?.endsWith('.js') && existsSync(node)) return { program: node, leading: [script], shell: false };
  return { program: 'npm', leading: [], shell: process.platform === 'win32' };
}
