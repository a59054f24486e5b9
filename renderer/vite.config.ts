import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Puts pdf.js's character maps, which Chinese, Japanese and Korean PDF files need, where the worker asks for them. */
const characterMaps: Plugin = {
  name: 'character-maps',
  generateBundle() {
    const maps = here('../node_modules/pdfjs-dist/cmaps/')
    for (const name of readdirSync(maps)) {
      this.emitFile({ type: 'asset', fileName: `support/cmaps/${name}`, source: readFileSync(maps + name) })
    }
  },
}

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), characterMaps],
  // The Markdown parser's browser build needs a document, which the worker has not: its worker build comes first.
  resolve: { conditions: ['worker', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    chunkSizeWarningLimit: 2000,
  },
})
