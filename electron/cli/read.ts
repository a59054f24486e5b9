import { READERS } from '#shared/exchange/index'
import type { SourceFile } from '#shared/importers/importer'
import type { Problem } from '#shared/result'
import { oneOf, optionsAndFiles } from './arguments'
import type { Command } from './command'
import { documentsIn } from './documents'
import { readingOf } from './reading'

const OPTIONS = { to: { type: 'string', default: 'json' }, encoding: { type: 'string' } } as const

/** Formats that hold no documents of their own; tables may be read as they are. */
const NOT_READ = READERS.filter(({ id }) => id !== 'csv' && id !== 'codebook')

/** Why a file that holds a project or annotations is not read: as a text it would be its markup. */
const refusal = (file: SourceFile): Problem | undefined =>
  NOT_READ.some((reader) => reader.recognises(file))
    ? { key: 'cli.read.project', params: { name: file.name } }
    : undefined

/** `read FILE... --to json`: what Pingdian finds in files when they are brought in. */
export const read: Command = {
  name: 'read',
  summary: 'cli.read.summary',
  help: 'cli.read.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    oneOf('--to', values.to, ['json'], terminal)
    const { encoding } = values
    let count = 0
    let allRead = true
    for await (const found of documentsIn(files, encoding === undefined ? {} : { encoding }, terminal, refusal)) {
      const entry = readingOf(found, terminal.t)
      if ('error' in entry) {
        allRead = false
        terminal.say(entry.error.message)
      }
      await terminal.out(`${count++ === 0 ? '[' : ','}\n${JSON.stringify(entry, null, 2)}`)
    }
    await terminal.out(count === 0 ? '[]\n' : '\n]\n')
    return allRead ? 0 : 1
  },
}
