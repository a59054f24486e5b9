import type { CommandId, Shortcut } from './commands'
import type { Language } from './messages'
import type { Problem, Result } from './result'

/** A file that the shell read for the window. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The names of the folders it lay in, from the top, the one that was chosen first; absent for a file that was chosen itself. */
  readonly folders?: readonly string[]
}

/** A file that lies on the disk and is read when it is asked for, so that many need not be in memory together. */
export interface FoundFile {
  /** What it is asked for by, for as long as the program runs. */
  readonly id: number
  readonly name: string
  /** In bytes, when it was found. */
  readonly size: number
  /** As of an `OpenedFile`. */
  readonly folders?: readonly string[]
}

/** What was found where files were looked for, in the order asked for, and a sentence about each that cannot be read. */
export interface Found {
  readonly files: readonly FoundFile[]
  readonly problems: readonly { readonly path: string; readonly problem: Problem }[]
}

/** Files to put on disk. One is asked for by name; several go into a folder that is asked for. */
export interface SaveRequest {
  readonly files: readonly OpenedFile[]
}

/** Where the shell put what it was asked to save; null when the reader changed their mind. */
export interface Saved {
  /** The full path of the file, or of the folder. */
  readonly path: string
  readonly count: number
}

/** A page to put on paper. */
export interface PrintRequest {
  /** HTML that needs nothing beside itself: scripts do not run in it, and nothing is fetched for it. */
  readonly html: string
  /** What the PDF is called. */
  readonly title: string
  readonly to: 'printer' | 'pdf'
}

/** Facts about the program for the About dialog. */
export interface ProgramFacts {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  /** Where the library is kept on this machine. */
  readonly dataFolder: string
}

/** What the window may ask of the shell. A method's name is its channel's name. */
export interface ShellAsks {
  /** Shows the open dialog; nothing is found when nothing was chosen. */
  chooseFiles(): Promise<Result<Found>>
  /** Shows a dialog for folders and finds all files in those that were chosen; nothing when none was. */
  chooseFolders(): Promise<Result<Found>>
  /** Reads a file that was found, as it is now. */
  readFound(id: number): Promise<Result<OpenedFile>>
  /** Shows the save dialog and writes atomically. */
  saveFiles(request: SaveRequest): Promise<Result<Saved | null>>
  /** Prints by the system's dialog, or asks where to save a PDF; null when nothing was saved. */
  print(request: PrintRequest): Promise<Result<Saved | null>>
  /** Gives up the PDF that is being printed: `print` answers null, and nothing is written. */
  stopPrinting(): Promise<Result<null>>
  /** Opens an http, https or mailto address in the system's own program. */
  openAddress(address: string): Promise<Result<null>>
  /** The program's facts. */
  facts(): Promise<Result<ProgramFacts>>
  /** The window has drawn its first screen, speaks `language`, and is ready for files and commands. */
  ready(language: Language): Promise<Result<null>>
  /** Which commands can be used now; the menu greys the others. */
  setUsable(commands: readonly CommandId[]): Promise<Result<null>>
  /** The keys of the commands; the menu shows them. Commands that are not named have none. */
  setShortcuts(shortcuts: readonly (readonly [CommandId, Shortcut])[]): Promise<Result<null>>
  /** Everything is stored: the window may be closed. The answer to `onClosing`. */
  closeNow(): Promise<Result<null>>
  /** The reader is asked something first: the window stays open. The other answer to `onClosing`. */
  keepOpen(): Promise<Result<null>>
}

/** What the shell tells the window. Each call returns a function that ends the listening. */
export interface ShellTells {
  onCommand(listen: (command: CommandId) => void): () => void
  /** Files from the command line, a second start, the recent list or the system. */
  onFiles(listen: (found: Found) => void): () => void
  /** The window is about to close: store what is unsaved, then call `closeNow`. */
  onClosing(listen: () => void): () => void
}

/** How many recent documents are kept. */
export const MOST_RECENT = 20

/** What the preload can do itself. */
export interface ShellHere {
  /**
   * Adds files dropped on the window to the recent documents, the last of them first. Files that are not on disk are
   * passed over. Each file is carried across to the preload, so no more are to be given than are kept.
   */
  noteRecent(files: readonly File[]): void
  /** Draws the whole window so many times as large as usual. */
  zoom(factor: number): void
}

/** The one interface between window and shell; the preload's object `satisfies` it. */
export interface Bridge extends ShellAsks, ShellTells, ShellHere {}

/** The name under which the window finds the bridge. */
export const BRIDGE_NAME = 'pingdian'
