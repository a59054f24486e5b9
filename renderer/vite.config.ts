import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
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
