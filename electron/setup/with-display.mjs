// @ts-check
import { run } from './run.mjs'
import { orExplain } from './say.mjs'
import { lacksDisplay, startVirtualDisplay } from './virtual-display.mjs'

// Runs a Node script, named with its arguments, on the display that there is or on a virtual one. `--displays=2` before
// the script asks for so many virtual ones, named in PINGDIAN_DISPLAYS, so that each of several windows at a time can have
// the focus of its own.
await orExplain(async () => {
  const asked = /^--displays=([1-9])$/.exec(process.argv[2] ?? '')
  const args = process.argv.slice(asked ? 3 : 2)
  const virtual = []
  try {
    for (let count = lacksDisplay() ? Number(asked?.[1] ?? 1) : 0; count > 0; count--)
      virtual.push(await startVirtualDisplay())
    const displays = virtual.map(({ display }) => display)
    const env = { DISPLAY: displays[0], ...(asked && { PINGDIAN_DISPLAYS: displays.join() }) }
    process.exitCode = await run(process.execPath, args, displays.length > 0 ? { env } : {})
  } finally {
    for (const each of virtual) await each.stop()
  }
})
