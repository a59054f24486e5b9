import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['{shared,renderer,electron}/**/*.test.{ts,tsx}', 'e2e/checks/**/*.test.ts'],
    passWithNoTests: false,
  },
})
