import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const sourceDirs = ['..', '../../main/contract'].map((dir) => fileURLToPath(new URL(dir, import.meta.url)));

/** Apart from the page that is served, which another build may replace while a test looks at it. */
const pageDir = fileURLToPath(new URL('../../out/tested-renderer', import.meta.url));

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
      build: { outDir: pageDir },
      logLevel: 'error',
    });
  }
  return pageDir;
}
