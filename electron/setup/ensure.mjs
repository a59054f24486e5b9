// @ts-check
import { ensurePackages } from './packages.mjs'
import { ensureRuntime } from './runtime.mjs'
import { orExplain } from './say.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

// Sees to everything that the app and its tests need on this machine; quick and silent when nothing is missing.
await orExplain(async () => {
  await ensurePackages()
  await ensureRuntime()
  await ensureSystemLibraries()
})
