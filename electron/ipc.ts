import { ipcMain, type WebContents, type WebFrameMain } from 'electron'
import { z } from 'zod'
import type { ShellAsks, ShellTells } from '#shared/bridge'
import { COMMANDS, type CommandId } from '#shared/commands'
import { LANGUAGES, type Language } from '#shared/messages/index'
import { failure, ProblemError, type Result } from '#shared/result'
import { isOurs } from './scheme-path'

const commandIds = COMMANDS.map(({ id }) => id) as [CommandId, ...CommandId[]]
const languages = Object.keys(LANGUAGES) as [Language, ...Language[]]
const file = z.object({ name: z.string().min(1).max(1_000), bytes: z.instanceof(Uint8Array) })

/** What each request must be called with. */
const ARGUMENTS: { readonly [M in keyof ShellAsks]: z.ZodType<Parameters<ShellAsks[M]>> } = {
  chooseFiles: z.tuple([]),
  chooseFolders: z.tuple([]),
  readFound: z.tuple([z.int().nonnegative()]),
  saveFiles: z.tuple([z.object({ files: z.array(file).min(1) })]),
  print: z.tuple([
    z.object({
      html: z.string().max(100_000_000),
      title: z.string().min(1).max(1_000),
      to: z.enum(['printer', 'pdf']),
    }),
  ]),
  stopPrinting: z.tuple([]),
  openAddress: z.tuple([z.string().max(10_000)]),
  facts: z.tuple([]),
  ready: z.tuple([z.enum(languages)]),
  setUsable: z.tuple([z.array(z.enum(commandIds))]),
  setShortcuts: z.tuple([z.array(z.tuple([z.enum(commandIds), z.string().min(1).max(40)])).readonly()]),
  closeNow: z.tuple([]),
  keepOpen: z.tuple([]),
}

/** The channel on which the preload notes dropped files; it has no answer. */
export const NOTE_RECENT = 'noteRecent'
const paths = z.array(z.string().min(1)).max(10_000)

/** Whether a message comes from our own page: its top frame, on our origin. */
const fromOurPage = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url)

async function answer(name: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem }
    return failure('shell.failed', { request: name, detail: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * Lets the window's requests be answered by `asks`. A request from anywhere but our own page, or with other arguments
 * than it takes, is answered by a problem and goes no further; nothing is thrown across.
 */
export function answerRequests(asks: ShellAsks): void {
  for (const name of Object.keys(ARGUMENTS) as (keyof ShellAsks)[]) {
    const ask = asks[name] as (...args: readonly unknown[]) => Promise<Result<unknown>>
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!fromOurPage(event.senderFrame)) return failure('shell.refusedSender')
      const parsed = ARGUMENTS[name].safeParse(args)
      if (!parsed.success) return failure('shell.badRequest', { request: name, detail: z.prettifyError(parsed.error) })
      return answer(name, () => ask(...parsed.data))
    })
  }
}

/** Calls `note` with the paths of files that were dropped on our page. */
export function listenForDroppedFiles(note: (paths: readonly string[]) => void): void {
  ipcMain.on(NOTE_RECENT, (event, sent: unknown) => {
    const parsed = paths.safeParse(sent)
    if (fromOurPage(event.senderFrame) && parsed.success) note(parsed.data)
  })
}

type Told<M extends keyof ShellTells> = Parameters<Parameters<ShellTells[M]>[0]>

/** Tells the window something; a window that is gone hears nothing. */
export function tell<M extends keyof ShellTells>(page: WebContents, channel: M, ...said: Told<M>): void {
  if (!page.isDestroyed()) page.send(channel, ...said)
}
