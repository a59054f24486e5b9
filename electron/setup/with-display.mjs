// @ts-check
import { run } from './run.mjs'
import { orExplain } from './say.mjs'
import { lacksDisplay, startVirtualDisplay } from './virtual-display.mjs'

// Runs a Node script, named with its arguments, on the display that there is or on a virtual one.
await orExplain(async () => {
  const args = process.argv.slice(2)
  const virtual = lacksDisplay() ? await startVirtualDisplay() : null
  try {
    process.exitCode = await run(process.execPath, args, virtual ? { env: { DISPLAY: virtual.display } } : {})
  } finally {
    await virtual?.stop()
  }
})
