import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

/** Decoders of scans that the PDF worker asks for by their names, in JavaScript: the page’s policy has no WebAssembly. */
function scanDecoders(): Plugin {
  return {
    name: 'scan-decoders',
    generateBundle() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        const source = readFileSync(resolve(`pdfjs-dist/wasm/${name}`));
        this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source });
      }
    },
  };
}

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that one build serves http://127.0.0.1 and Electron's app:// protocol.
  base: './',
  plugins: [react(), scanDecoders()],
  assetsInclude: ['**/*.bcmap', '**/*.pfb'],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome123',
    // A data: address would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
