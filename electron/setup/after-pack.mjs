// @ts-check
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes the launcher of the fallback runtime out of a packed program, which has its own `app.asar`.
 * @param {{ appOutDir: string, electronPlatformName: string }} packed
 */
export default async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'linux') await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
}
