import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777
  } catch {
    return 0o666
  }
}

async function fill(handle: FileHandle, content: Uint8Array | string): Promise<void> {
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file so that at every moment, also after a crash of the machine, `path` holds either its former content or
 * all of the new one: a temporary file in the same folder is written, flushed to the disk and renamed over it, and the
 * folder is flushed. An existing file keeps its permissions. On failure the temporary file is removed, the former
 * content stays, and the file system's error is thrown.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path).slice(0, 40)}.${randomUUID()}.tmp`)
  const handle = await open(temporary, 'wx', await modeOf(path))
  try {
    await fill(handle, content)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}
