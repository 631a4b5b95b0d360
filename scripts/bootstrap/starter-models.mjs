import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment, root, stampsFolder } from './place.mjs';

/** Written by get-starter-models.ts: which files were found right, as they were then. */
const stamp = join(stampsFolder, 'models.json');

/**
 * Gets the starter models unless they are where they were.
 * @param {string} node
 * @returns {Promise<boolean>} false where they could not be had; why was printed
 */
export async function ensureStarterModels(node) {
  if (modelsAreThere(stamp, process.env)) return true;
  // The hub is asked through the computer's proxy, as pip and npm do.
  const env = { ...ownEnvironment(node), NODE_USE_ENV_PROXY: '1' };
  const child = spawn(
    node,
    [join('scripts', 'bootstrap', 'get-starter-models.ts'), stamp, folderChoice(process.env)],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env,
    },
  );
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return code === 0;
}

/**
 * Whether the files of the stamp are unchanged and of this environment's folder.
 * @param {string} path
 * @param {NodeJS.ProcessEnv} env
 */
export function modelsAreThere(path, env) {
  if (!existsSync(path)) return false;
  try {
    const { choice, files } = JSON.parse(readFileSync(path, 'utf8'));
    return choice === folderChoice(env) && files.every(unchanged);
  } catch {
    return false;
  }
}

/**
 * What the models' folder depends on.
 * @param {NodeJS.ProcessEnv} env
 */
export function folderChoice(env) {
  return [env.QUIPU_MODELS_DIR ?? '', env.XDG_CACHE_HOME ?? '', env.HOME ?? '', env.LOCALAPPDATA ?? ''].join(
    '\n',
  );
}

/** @param {{ path: string, sizeBytes: number, modifiedMs: number }} file */
function unchanged({ path, sizeBytes, modifiedMs }) {
  const { size, mtimeMs } = statSync(path);
  return size === sizeBytes && mtimeMs === modifiedMs;
}
