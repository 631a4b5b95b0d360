import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import renderer from './renderer/vite.config.ts';
import { packedLibraries } from './scripts/build/packed-libraries.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds what Electron runs into out/: the shell with its services, the preload script, the page. */
export default defineConfig({
  main: {
    build: {
      minify: false,
      externalizeDeps: { exclude: packedLibraries },
      rollupOptions: {
        input: {
          main: at('main/hosts/electron/main.ts'),
          engine: at('main/hosts/services/entries/engine.ts'),
          models: at('main/hosts/services/entries/models.ts'),
          parser: at('main/hosts/services/entries/parser.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // As deep as the sources are: what they find from where they lie, from the top folder, is found from here.
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      minify: false,
      rollupOptions: {
        input: { preload: at('main/hosts/electron/preload/preload.ts') },
        // A sandboxed preload script is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...renderer,
    build: { ...renderer.build, minify: true, rollupOptions: { input: at('renderer/index.html') } },
  },
});
