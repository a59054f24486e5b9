import type { WebContents } from 'electron'
import type { Found } from '#shared/bridge'
import { tell } from './ipc'

/** Files that wait for the window. */
export interface Inbox {
  /** Brings these to the window, now or as soon as it is ready. */
  put(paths: readonly string[]): void
  /** The window is ready: brings what waits. */
  open(page: WebContents): void
}

/** `opened` is called with the paths that were named, once the window has been told of their files. */
export function createInbox(
  find: (paths: readonly string[]) => Promise<Found>,
  opened: (paths: readonly string[]) => void,
): Inbox {
  let page: WebContents | null = null
  let waiting: string[] = []
  let delivered = Promise.resolve()
  const deliver = async (to: WebContents, paths: readonly string[]): Promise<void> => {
    const found = await find(paths)
    tell(to, 'onFiles', found)
    if (found.files.length > 0) opened(paths)
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
