import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { OpenedFile, Saved } from '#shared/bridge'
import { EXCHANGE_EXTENSIONS } from '#shared/exchange/formats'
import { importableExtensions } from '#shared/importers/formats'
import type { Translate } from '#shared/messages/index'
import { ProblemError } from '#shared/result'
import { writeAtomically } from './atomic-write'
import { fileName, freeName } from './file-name'

/** How many names a question lists before it ends in dots. */
const NAMES_SHOWN = 5

/** Asks which documents to bring in; an empty list when the reader changed their mind. */
export async function askWhichFiles(window: BrowserWindow, t: Translate): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: t('shell.openTitle'),
    buttonLabel: t('shell.openButton'),
    filters: [
      { name: t('shell.documents'), extensions: [...importableExtensions(), ...EXCHANGE_EXTENSIONS] },
      { name: t('shell.allFiles'), extensions: ['*'] },
    ],
    // Only macOS has one dialog for files and folders; elsewhere folders have a dialog of their own.
    properties:
      process.platform === 'darwin'
        ? ['openFile', 'openDirectory', 'multiSelections']
        : ['openFile', 'multiSelections'],
  })
  return filePaths
}

/** Asks which folders to bring in; an empty list when the reader changed their mind. */
export async function askWhichFolders(window: BrowserWindow, t: Translate): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: t('shell.openFolderTitle'),
    buttonLabel: t('shell.openButton'),
    properties: ['openDirectory', 'multiSelections'],
  })
  return filePaths
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, bytes)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new ProblemError({ key: 'shell.unwritable', params: { path, detail: code ?? message } })
  }
}

async function saveOne(window: BrowserWindow, t: Translate, file: OpenedFile): Promise<Saved | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('shell.saveTitle'),
    defaultPath: join(app.getPath('documents'), fileName(file.name)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  await write(filePath, file.bytes)
  return { path: filePath, count: 1 }
}

type Answer = 'replace' | 'keepBoth' | 'cancel'

async function askAboutTaken(window: BrowserWindow, t: Translate, taken: readonly string[]): Promise<Answer> {
  const shown = taken.slice(0, NAMES_SHOWN).join(', ')
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: t('shell.replaceTitle'),
    message: t('shell.replace', { count: taken.length, names: taken.length > NAMES_SHOWN ? `${shown}, …` : shown }),
    buttons: [t('shell.keepBoth'), t('shell.replaceAll'), t('shell.cancel')],
    defaultId: 0,
    cancelId: 2,
  })
  return (['keepBoth', 'replace', 'cancel'] as const)[response] ?? 'cancel'
}

async function saveMany(window: BrowserWindow, t: Translate, files: readonly OpenedFile[]): Promise<Saved | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: t('shell.saveFolderTitle'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const folder = filePaths[0]
  if (!folder) return null
  const there = new Set(await readdir(folder))
  const wanted = files.map(({ name }) => fileName(name))
  const taken = wanted.filter((name) => there.has(name))
  const answer = taken.length > 0 ? await askAboutTaken(window, t, taken) : 'replace'
  if (answer === 'cancel') return null
  // Two documents may have the same title: within one request nothing replaces anything.
  const used = new Set(answer === 'keepBoth' ? there : [])
  for (const [index, { bytes }] of files.entries()) {
    const name = freeName(wanted[index] ?? '', used)
    used.add(name)
    await write(join(folder, name), bytes)
  }
  return { path: folder, count: files.length }
}

/** Asks where to put the files and writes each atomically; null when the reader changed their mind. */
export async function saveFiles(
  window: BrowserWindow,
  t: Translate,
  files: readonly OpenedFile[],
): Promise<Saved | null> {
  const [first, ...rest] = files
  if (!first) return null
  return rest.length === 0 ? saveOne(window, t, first) : saveMany(window, t, files)
}
