import { basename, join } from 'node:path';
import { build } from 'vite';
import { packedLibraries } from '#scripts/build/packed-libraries.ts';

/**
 * A program of one file, as the app ships its services: run from its sources, Node holds 50 MB more for the compiler
 * that strips their types. `dir` must lie where its packages are found.
 */
export async function builtProgram(source: string, dir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: packedLibraries },
    build: {
      ...{ ssr: source, outDir: dir, emptyOutDir: false, minify: false, target: 'esnext' },
      rollupOptions: { output: { format: 'es', entryFileNames: '[name].mjs', codeSplitting: false } },
    },
  });
  return join(dir, basename(source).replace(/\.ts$/, '.mjs'));
}
