import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { MOST_RECENT } from '#shared/bridge'
import { writeAtomically } from './atomic-write'
import { recentFrom, withRecent } from './recent-list'

/** The recent documents of this user, kept in `recent.json` in the data folder and in the system's own list. */
export interface Recent {
  list(): readonly string[]
  add(paths: readonly string[]): Promise<void>
  clear(): Promise<void>
}

/** Reads the recent documents; `changed` is called after each change of the list. */
export async function openRecent(dataFolder: string, changed: () => void): Promise<Recent> {
  const path = join(dataFolder, 'recent.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  let list = recentFrom(text)
  let written = Promise.resolve()
  const replace = (next: readonly string[]): Promise<void> => {
    list = next
    changed()
    // One after the other, so that the last state is the one that stays.
    written = written.catch(() => undefined).then(() => writeAtomically(path, JSON.stringify(next)))
    return written
  }
  return {
    list: () => list,
    add: (paths) => {
      if (paths.length === 0) return Promise.resolve()
      for (const one of paths.slice(-MOST_RECENT)) app.addRecentDocument(one)
      return replace(withRecent(list, paths))
    },
    clear: () => {
      app.clearRecentDocuments()
      return replace([])
    },
  }
}
