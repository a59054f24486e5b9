import { readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { lengthOfWholeRecords } from './unfinished-records'

const isLog = (name: string): boolean => /^(\d+\.log|MANIFEST-\d+)$/.test(name)

async function foldersIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && entry.name.endsWith('.leveldb'))
      .map(({ name }) => join(path, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Takes unfinished records off the ends of the library's logs, and says which files had one. To be called before
 * Chromium opens the library, by the only instance.
 *
 * A process that is killed in the middle of a write leaves a record without its end. Nothing in it was ever confirmed,
 * and LevelDB passes over it, once: it goes on writing behind it (Chromium opens with `reuse_logs`), and the next start
 * finds a broken record in the middle, takes the whole library for damaged and begins an empty one.
 */
export async function mendLibrary(userData: string): Promise<string[]> {
  const mended: string[] = []
  for (const folder of await foldersIn(join(userData, 'IndexedDB'))) {
    for (const name of (await readdir(folder)).filter(isLog)) {
      const path = join(folder, name)
      const whole = lengthOfWholeRecords(await readFile(path))
      if (whole === null) continue
      await truncate(path, whole)
      mended.push(path)
    }
  }
  return mended
}
