import type { WebContents } from 'electron'
import { success } from '#shared/result'
import { readFiles } from './files'
import { tell } from './ipc'

/** Files that wait for the window. */
export interface Inbox {
  /** Brings these to the window, now or as soon as it is ready. */
  put(paths: readonly string[]): void
  /** The window is ready: brings what waits. */
  open(page: WebContents): void
}

/** `opened` is called with the paths that were named, once their files are on their way to the window. */
export function createInbox(opened: (paths: readonly string[]) => void): Inbox {
  let page: WebContents | null = null
  let waiting: string[] = []
  let delivered = Promise.resolve()
  const deliver = async (to: WebContents, paths: readonly string[]): Promise<void> => {
    const { files, problems } = await readFiles(paths)
    if (files.length > 0) {
      tell(to, 'onFiles', success(files))
      opened(paths)
    }
    for (const problem of problems) tell(to, 'onFiles', { ok: false, problem })
  }
  const flush = () => {
    if (page === null || waiting.length === 0) return
    const [to, paths] = [page, waiting]
    waiting = []
    delivered = delivered.then(() => deliver(to, paths))
  }
  return {
    put: (paths) => {
      waiting.push(...paths)
      flush()
    },
    open: (ready) => {
      page = ready
      flush()
    },
  }
}
