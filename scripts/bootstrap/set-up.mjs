import { buildKernel } from '../build/kernel.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRenderer } from './renderer-build.mjs';
import { ensureRightNode } from './right-node.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureStarterModels } from './starter-models.mjs';

const oldestNode = 20;

/** @typedef {'kernel' | 'renderer' | 'models' | 'chromium'} Part */

/**
 * Makes a checkout ready: packages and the right Node always, and the parts that are asked for. Each is left alone
 * where it is ready. Throws SetupError.
 * @param {readonly Part[]} parts
 * @returns {Promise<{ node: string, env: Record<string, string> }>}
 */
export async function setUp(parts) {
  const [major = '0'] = process.versions.node.split('.');
  if (Number(major) < oldestNode)
    throw new SetupError(
      `Quipu needs Node ${oldestNode} or later to start; this is ${process.version}. Install a newer one.`,
    );
  await ensurePackages();
  const node = await ensureRightNode();
  if (parts.includes('kernel')) await buildKernel();
  if (parts.includes('renderer')) ensureRenderer(node);
  if (parts.includes('models') && !(await ensureStarterModels(node))) throw new SetupError('');
  return { node, env: parts.includes('chromium') ? { QUIPU_CHROMIUM: ensureChromium() } : {} };
}

/**
 * Runs and gives the exit code; a failed set-up is one line on stderr and code 1.
 * @param {() => Promise<number>} act
 */
export async function orOneLine(act) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    if (error.message !== '') process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
