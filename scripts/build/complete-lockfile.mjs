// Adds to package-lock.json the packages made for other platforms that npm left out of it. npm drops an optional
// package that the registry in use does not have, and `npm ci` then refuses the file everywhere. Run it after
// `npm install` on such a network. Plain JavaScript: the bootstrap's tests import it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockfile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

/** How packages for one platform spell it in their names -> npm's `os`. */
const systems = {
  android: 'android',
  darwin: 'darwin',
  mac: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win: 'win32',
  win32: 'win32',
};
const processors = ['x64', 'ia32', 'arm64', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'];

/**
 * The entries that a lock file lacks, by their place in it: optional dependencies of exact version that no entry holds.
 * @param {{ packages: Record<string, any> }} lock
 * @returns {Record<string, object>}
 */
export function missingEntries({ packages }) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = [`${place}/node_modules/${name}`, `node_modules/${name}`].some((key) => key in packages);
      const platform = platformOf(name);
      if (known || platform === null || !/^\d/.test(range)) continue;
      missing[`node_modules/${name}`] = { version: range, ...platform, ...kindOf(entry), optional: true };
    }
  }
  return missing;
}

/** Only for development where the package that asks for it is. */
function kindOf(entry) {
  return entry.dev === true ? { dev: true } : {};
}

/** @param {string} name */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.map((word) => systems[word]).find((system) => system !== undefined);
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return null;
  const libc = os !== 'linux' ? null : name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : null;
  return { cpu: [cpu], os: [os], ...(libc === null ? {} : { libc: [libc] }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockfile, 'utf8'));
  const missing = missingEntries(lock);
  const [root, ...others] = Object.entries({ ...lock.packages, ...missing });
  others.sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries([root, ...others]);
  writeFileSync(lockfile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages for other platforms were added to package-lock.json.`);
}
