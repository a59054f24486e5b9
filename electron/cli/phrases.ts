import { codePointIndex } from '#shared/model/code-points'
import { setPhrases } from '#shared/queries/phrases/phrases'
import { optionsAndFiles } from './arguments'
import type { Command } from './command'
import { numberOf, onOneLine, textsIn } from './texts'

const OPTIONS = {
  json: { type: 'boolean' },
  shortest: { type: 'string' },
  texts: { type: 'string' },
  limit: { type: 'string' },
  encoding: { type: 'string' },
} as const

/** `phrases FILE...`: set phrases that recur from file to file. */
export const phrases: Command = {
  name: 'phrases',
  summary: 'cli.phrases.summary',
  help: 'cli.phrases.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const options = {
      shortest: numberOf('--shortest', values.shortest, { usual: 4, least: 2 }, terminal),
      texts: numberOf('--texts', values.texts, { usual: 2, least: 1 }, terminal),
      limit: numberOf('--limit', values.limit, { usual: 2000, least: 1 }, terminal),
    }
    const { encoding } = values
    const { texts, allRead } = await textsIn(files, encoding === undefined ? {} : { encoding }, terminal)
    const found = setPhrases(texts, options)
    if (values.json) {
      const indexes = texts.map(({ text }) => codePointIndex(text))
      const entries = found.map(({ places, ...phrase }) => ({
        ...phrase,
        count: places.texts.length,
        places: Array.from(places.texts, (text, i) => ({
          file: texts[text]?.id,
          start: indexes[text]?.codePoint(places.starts[i] as number),
          end: indexes[text]?.codePoint(places.ends[i] as number),
        })),
      }))
      await terminal.out(`${JSON.stringify(entries, null, 2)}\n`)
    } else {
      for (const { places, spellings, texts: spread } of found) {
        await terminal.out(
          `${spread}\t${places.texts.length}\t${spellings.map(({ text }) => onOneLine(text)).join(' | ')}\n`,
        )
      }
    }
    return allRead ? 0 : 1
  },
}
