import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseLanguage, translator } from '#shared/messages/index'
import type { ExitStatus } from './command'
import { runCommandLine } from './run'

/** How the set-up calls the command line. */
export interface Call {
  /** What follows the program's name. */
  readonly args: readonly string[]
  /** Where relative names start. */
  readonly cwd: string
  /** The folder of the package pdfjs-dist, whose character maps Chinese PDF files need. */
  readonly support: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Runs the command line on this process's standard output and error. A reader that has seen enough is no error. */
export async function main({ args, cwd, support, env }: Call): Promise<ExitStatus> {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const language = chooseLanguage([locale.split('.')[0]?.replaceAll('_', '-') ?? ''])
  // Libraries' own warnings are for programmers; what was left out is among the result's.
  console.warn = () => {}
  let closed = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return runCommandLine(args, {
    out: (text) =>
      new Promise((written) => {
        if (closed) written()
        else process.stdout.write(text, () => written())
      }),
    say: (sentence) => process.stderr.write(`pingdian: ${sentence}\n`),
    t: translator(language),
    language,
    cwd,
    support: (path) => readFile(join(support, path)),
  })
}
