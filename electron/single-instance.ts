import { app } from 'electron'
import { z } from 'zod'

const handed = z.object({ files: z.array(z.string().min(1)) })

/**
 * Makes this the only Pingdian on its data folder. The first start gets true, and `take` is called with the files of
 * each later one; a later start hands over `files` (absolute paths) and gets false. They travel as data of their own,
 * because Chromium may reorder the command line that it passes on.
 */
export function becomeOnlyInstance(files: readonly string[], take: (files: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock({ files })) return false
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const parsed = handed.safeParse(data)
    take(parsed.success ? parsed.data.files : [])
  })
  return true
}
