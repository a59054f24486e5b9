import { codePointIndex } from '#shared/model/code-points'
import type { ParallelPlace } from '#shared/queries/parallels/parallel'
import { findParallels } from '#shared/queries/parallels/parallels'
import { optionsAndFiles } from './arguments'
import type { Command } from './command'
import { numberOf, onOneLine, textsIn } from './texts'

const OPTIONS = {
  json: { type: 'boolean' },
  shortest: { type: 'string' },
  likeness: { type: 'string' },
  limit: { type: 'string' },
  encoding: { type: 'string' },
} as const

/** `parallels FILE...`: passages that files share. */
export const parallels: Command = {
  name: 'parallels',
  summary: 'cli.parallels.summary',
  help: 'cli.parallels.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const options = {
      ...(values.shortest !== undefined && {
        shortest: numberOf('--shortest', values.shortest, { usual: 8, least: 5 }, terminal),
      }),
      likeness: numberOf('--likeness', values.likeness, { usual: 0.6, least: 0 }, terminal),
    }
    const limit = numberOf('--limit', values.limit, { usual: 1000, least: 1 }, terminal)
    const { encoding } = values
    const { texts, allRead } = await textsIn(files, encoding === undefined ? {} : { encoding }, terminal)
    const found = findParallels(texts, options).slice(0, limit)
    const indexes = texts.map(({ text }) => codePointIndex(text))
    const place = ({ text, start, end }: ParallelPlace) => ({
      file: texts[text]?.id ?? '',
      start: indexes[text]?.codePoint(start),
      end: indexes[text]?.codePoint(end),
      words: texts[text]?.text.slice(start, end) ?? '',
    })
    const entries = found.map(({ places, ...parallel }) => ({ ...parallel, places: places.map(place) }))
    if (values.json) await terminal.out(`${JSON.stringify(entries, null, 2)}\n`)
    else {
      for (const { letters, likeness, kind, places } of entries) {
        await terminal.out(`${letters}\t${likeness.toFixed(2)}\t${kind}\n`)
        for (const { file, words } of places) await terminal.out(`\t${file}\t${onOneLine(words)}\n`)
      }
    }
    return allRead ? 0 : 1
  },
}
