import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../dist/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  projects: [
    { name: 'journeys', testMatch: /e2e\/[^/]+\.spec\.ts$/ },
    { name: 'tour', testMatch: /e2e\/tour\.ts$/, timeout: 10 * 60_000 },
    { name: 'bench', testMatch: /e2e\/bench\/[^/]+\.bench\.ts$/, timeout: 30 * 60_000 },
  ],
})
