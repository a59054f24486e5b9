import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['{shared,renderer,electron}/**/*.test.{ts,tsx}', 'e2e/checks/**/*.test.ts'],
    passWithNoTests: false,
    // Half the time: modules are loaded once a thread, not once a file. Tests share no state but what they import.
    pool: 'threads',
    // By itself it leaves one core of two idle.
    maxWorkers: '100%',
    isolate: false,
    // Not a demand on speed: a machine that is busy with other work is no reason for a test to fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
