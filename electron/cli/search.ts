import { codePointIndex } from '#shared/model/code-points'
import { CONCORDANCE_ORDERS, type ConcordanceLine, concordance, ordered } from '#shared/queries/search/concordance'
import { type Matched, matchText } from '#shared/queries/search/match'
import { parseQuery } from '#shared/queries/search/parse-query'
import type { SearchQuery } from '#shared/queries/search/query'
import { ProblemError } from '#shared/result'
import { oneOf, optionsAndFiles } from './arguments'
import { type Command, type Terminal, WrongUse } from './command'
import { type CliText, numberOf, onOneLine, textsIn } from './texts'

const OPTIONS = {
  json: { type: 'boolean' },
  exact: { type: 'boolean' },
  words: { type: 'boolean' },
  context: { type: 'string' },
  sort: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
} as const

/** `search QUERY FILE...`: places of words in files. */
export const search: Command = {
  name: 'search',
  summary: 'cli.search.summary',
  help: 'cli.search.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const [typed, ...named] = files
    if (typed === undefined || named.length === 0) throw new WrongUse(terminal.t('cli.noQuery'))
    const order = oneOf('--sort', values.sort, CONCORDANCE_ORDERS, terminal)
    const context = numberOf('--context', values.context, { usual: 30, least: 0 }, terminal)
    const query = understood(typed, terminal)
    const overlooked = values.exact ? { script: false, width: false, case: false, quotes: false } : {}
    const options = { ...overlooked, wholeWords: values.words === true }
    const { encoding } = values
    const { texts, allRead } = await textsIn(named, encoding === undefined ? {} : { encoding }, terminal)

    const lines: { readonly line: ConcordanceLine & { readonly text: CliText } }[] = []
    const entries: unknown[] = []
    for (const text of texts) {
      const { matches, hits, stopped } = matched(text, query, options, terminal)
      if (!matches) continue
      const found = concordance(text.text, hits, context)
      if (values.json) entries.push(entryOf(text, ordered(found, order, text.language), stopped))
      else for (const line of found) lines.push({ line: { ...line, text } })
    }
    if (values.json) await terminal.out(`${JSON.stringify(entries, null, 2)}\n`)
    else
      await printed(
        ordered(
          lines.map(({ line }) => line),
          order,
          'zh',
        ),
        context,
        terminal,
      )
    return allRead && (values.json ? entries.length : lines.length) > 0 ? 0 : 1
  },
}

function understood(typed: string, { t }: Terminal): SearchQuery {
  try {
    return parseQuery(typed)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new WrongUse(t(error.problem.key, error.problem.params))
  }
}

function matched(text: CliText, query: SearchQuery, options: object, { t }: Terminal): Matched {
  try {
    return matchText(text.text, query, options)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new WrongUse(t(error.problem.key, error.problem.params))
  }
}

function entryOf({ id, title, language, text, date }: CliText, lines: readonly ConcordanceLine[], stopped: boolean) {
  const { codePoint } = codePointIndex(text)
  return {
    file: id,
    title,
    language,
    ...(date !== undefined && { date }),
    ...(stopped && { stopped }),
    count: lines.length,
    hits: lines.map(({ start, end, left, found, right }) => ({
      start: codePoint(start),
      end: codePoint(end),
      left,
      found,
      right,
    })),
  }
}

async function printed(
  lines: readonly (ConcordanceLine & { readonly text: CliText })[],
  context: number,
  terminal: Terminal,
): Promise<void> {
  for (const { left, found, right, text } of lines) {
    const before = onOneLine(left).padStart(Math.min(context, 200))
    await terminal.out(`${text.id}\t${before} [${onOneLine(found)}] ${onOneLine(right)}\n`)
  }
}
