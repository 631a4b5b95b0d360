import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { tryNpm } from './npm.mjs';
import { root, say } from './place.mjs';
import { SetupError } from './setup-error.mjs';

/** Packages and npm's cache of them: 1.5 GB and 0.6 GB, and room to work. */
const neededBytes = 2.5e9;

/** Installs the packages of package-lock.json unless they are all there. */
export async function ensurePackages() {
  if (packagesAreThere(root)) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes)
    throw new SetupError(
      `The disk of ${root} is full: the packages take 2.5 GB. Free some space and run the command again.`,
    );
  say('Installing packages (once, some minutes) …');
  // Nothing that a package brings is executed; the one script that is needed runs in right-node.mjs.
  const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const clean = await tryNpm(['ci', ...quiet], 'install the packages');
  if (clean.ok) return;
  // A lock file written on a network that lacks packages for other platforms is refused by `npm ci` alone.
  if (!/EUSAGE|in sync/.test(clean.output)) throw clean.error;
  const again = await tryNpm(['install', '--no-save', ...quiet], 'install the packages');
  if (!again.ok) throw again.error;
}

/**
 * Whether each package that the lock file wants is installed in that version. npm writes its own record last, so an
 * installation that broke off has none.
 * @param {string} folder
 */
export function packagesAreThere(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    // Packages for other platforms are in the lock file alone.
    if (found === undefined) return optional === true;
    return found.version === version && existsSync(join(folder, place, 'package.json'));
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
