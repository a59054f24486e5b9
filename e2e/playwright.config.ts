import { defineConfig } from '@playwright/test'

// One journey at a time on each display: a window that loses the focus to another is not what a reader has before them.
const displays = process.env.PINGDIAN_DISPLAYS?.split(',') ?? []

export default defineConfig({
  testDir: '.',
  outputDir: '../dist/e2e',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  projects: [
    { name: 'journeys', testMatch: /e2e\/[^/]+\.spec\.ts$/ },
    { name: 'tour', testMatch: /e2e\/tour\.ts$/, timeout: 10 * 60_000 },
    { name: 'bench', testMatch: /e2e\/bench\/[^/]+\.bench\.ts$/, timeout: 30 * 60_000 },
  ],
})
