import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'

/** A script that the bench runs inside the window, with the peers in it, as one text. */
export async function bundle(entry = 'page/index.ts'): Promise<string> {
  const made = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'benchPage' },
    },
  })
  const [first] = [made].flat()
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('The bench expected Vite to make one script.')
  return chunk.code
}

/** Runs the script in the window; over the debugger, since the window's own policy rightly refuses it. */
export async function inject(page: Page, script: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: script })
  if (exceptionDetails) throw new Error(`The bench's script failed in the window: ${exceptionDetails.text}`)
  await session.detach()
}
