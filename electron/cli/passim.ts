import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { readPassimClusters } from '#shared/exchange/passim/read-clusters'
import { writePassimCorpus } from '#shared/exchange/passim/write-corpus'
import { codePointIndex } from '#shared/model/code-points'
import { fold } from '#shared/queries/fold'
import type { ParallelPlace } from '#shared/queries/parallels/parallel'
import { optionsAndFiles } from './arguments'
import { type Command, type Terminal, WrongUse } from './command'
import { onOneLine, textsIn } from './texts'

const OPTIONS = {
  from: { type: 'string' },
  exact: { type: 'boolean' },
  json: { type: 'boolean' },
  encoding: { type: 'string' },
} as const

/** `passim out FILE...` writes a corpus for passim; `passim in --from OUTPUT FILE...` reads what it found. */
export const passim: Command = {
  name: 'passim',
  summary: 'cli.passim.summary',
  help: 'cli.passim.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const { t, say, out } = terminal
    const [way, ...named] = files
    if ((way !== 'out' && way !== 'in') || named.length === 0) throw new WrongUse(t('cli.passim.noWay'))
    if (way === 'in' && values.from === undefined) throw new WrongUse(t('cli.passim.noFrom'))
    const { encoding } = values
    const { texts, allRead } = await textsIn(named, encoding === undefined ? {} : { encoding }, terminal)
    if (way === 'out') {
      const folded = values.exact ? undefined : (text: string) => fold(text)
      for (const line of writePassimCorpus(texts, folded)) await out(line)
      return allRead ? 0 : 1
    }
    const lines = await linesOf(resolve(terminal.cwd, values.from ?? ''), values.from ?? '', terminal)
    if (!lines) return 1
    const { parallels, unread, strangers, displaced, large } = readPassimClusters(lines, texts)
    if (unread > 0) say(t('cli.passim.unread', { count: unread }))
    if (strangers.length > 0)
      say(t('cli.passim.strangers', { count: strangers.length, names: strangers.slice(0, 5).join(', ') }))
    if (displaced > 0) say(t('cli.passim.displaced', { count: displaced }))
    if (large > 0) say(t('cli.passim.large', { count: large }))
    const indexes = texts.map(({ text }) => codePointIndex(text))
    const entries = parallels.map(({ places, ...parallel }) => ({
      ...parallel,
      places: places.map(({ text, start, end }: ParallelPlace) => ({
        file: texts[text]?.id ?? '',
        start: indexes[text]?.codePoint(start),
        end: indexes[text]?.codePoint(end),
        words: texts[text]?.text.slice(start, end) ?? '',
      })),
    }))
    if (values.json) await out(`${JSON.stringify(entries, null, 2)}\n`)
    else {
      for (const { letters, likeness, places } of entries) {
        await out(`${letters}\t${likeness.toFixed(2)}\n`)
        for (const { file, words } of places) await out(`\t${file}\t${onOneLine(words)}\n`)
      }
    }
    return allRead && unread + strangers.length + displaced === 0 ? 0 : 1
  },
}

/** A file's lines, or those of all `part-*` files in a folder, as Spark writes them; null when there is none. */
async function linesOf(path: string, named: string, { t, say }: Terminal): Promise<string[] | null> {
  try {
    const isFolder = (await stat(path)).isDirectory()
    const names = isFolder ? (await readdir(path)).filter((name) => name.startsWith('part-')).sort() : ['']
    const lines: string[] = []
    for (const name of names) {
      for await (const line of createInterface({
        input: createReadStream(join(path, name)),
        crlfDelay: Number.POSITIVE_INFINITY,
      }))
        lines.push(line)
    }
    return lines
  } catch {
    say(t('shell.notFound', { path: named }))
    return null
  }
}
