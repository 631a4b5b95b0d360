import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { onPath, say } from './place.mjs';
import { SetupError } from './setup-error.mjs';

const onLinux = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const onWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * The browser that tests run in: the one QUIPU_CHROMIUM names, else an installed one; on Debian it is installed.
 * @returns {string} its path
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (mayInstall()) {
    say('Installing Chromium for the tests of the page (once) …');
    const apt = (/** @type {string[]} */ ...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new SetupError(
    'The tests of the page need Chromium, Chrome or Edge, and none was found. Install one, or set QUIPU_CHROMIUM to its path; "npm test -- check unit model" runs the others.',
  );
}

/** @returns {string | null} */
export function findChromium(env = process.env, platform = process.platform) {
  const named = env.QUIPU_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupError(`QUIPU_CHROMIUM names ${named}, which does not exist. Correct it, or leave it out.`);
  }
  if (platform === 'darwin') return onMac.find((path) => existsSync(path)) ?? null;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const paths = roots.flatMap((folder) => onWindows.map((path) => `${folder}\\${path}`));
    return paths.find((path) => existsSync(path)) ?? null;
  }
  return onLinux.map(onPath).find((path) => path !== null) ?? null;
}

/** Only Debian, where the package is a real one (Ubuntu's needs snap), and only as root: nobody is asked for a password. */
function mayInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || onPath('apt-get') === null) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(release);
}
