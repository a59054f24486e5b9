import { ProblemError } from '#shared/result'
import type { FileToRead } from '../actions/file-to-read'

/** How many files are asked for at a time. */
const AT_ONCE = 16

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** A file that was dropped, and the names of the folders it lay in, from the top, the one that was dropped first. */
export interface DroppedFile {
  readonly file: File
  readonly folders: readonly string[]
}

/** One for all: a comparison that makes its own takes a hundred times as long. */
const names = new Intl.Collator(undefined, { numeric: true })

async function filesUnder(entry: FileSystemEntry, folders: readonly string[]): Promise<DroppedFile[]> {
  if (entry.name.startsWith('.')) return []
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), folders }]
  const entries = await entriesOf(entry as FileSystemDirectoryEntry)
  entries.sort((a, b) => names.compare(a.name, b.name))
  return filesOf(entries, [...folders, entry.name])
}

/** A few at a time: a thousand at once would stop the window for half a second. */
async function filesOf(entries: readonly FileSystemEntry[], folders: readonly string[]): Promise<DroppedFile[]> {
  const found: DroppedFile[] = []
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const some = entries.slice(at, at + AT_ONCE)
    found.push(...(await Promise.all(some.map((each) => filesUnder(each, folders)))).flat())
  }
  return found
}

/** The files that were dropped; a folder is taken as its files, hidden ones aside. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return filesOf(entries, [])
}

/** A dropped file, to be brought in. */
export function fileToRead({ file, folders }: DroppedFile): FileToRead {
  const facts = { name: file.name, ...(folders.length > 0 && { folders }) }
  const open = async () => {
    const bytes = await file.arrayBuffer().catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error)
      throw new ProblemError({ key: 'shell.unreadable', params: { path: file.name, detail } })
    })
    return { ...facts, bytes: new Uint8Array(bytes) }
  }
  return { ...facts, size: file.size, open }
}
