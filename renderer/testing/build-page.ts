import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const sourceDirs = ['..', '../../main/contract'].map((dir) => fileURLToPath(new URL(dir, import.meta.url)));

/** The folder of the built page. */
export const pageDir = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** Builds the page where it is not there or older than its sources; returns its folder. */
export async function buildPage(): Promise<string> {
  const built = `${pageDir}/index.html`;
  const sources = sourceDirs.flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => `${dir}/${name}`),
  );
  const newestMs = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (!existsSync(built) || statSync(built).mtimeMs < newestMs) {
    await build({
      configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
      logLevel: 'error',
    });
  }
  return pageDir;
}
