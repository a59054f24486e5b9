import type { CodebookEntry } from '../model/codebook'
import { type Problem, ProblemError } from '../result'
import { isListOfCodes, readCsv } from './codebook-csv'
import { readMarkdown } from './codebook-markdown'
import { colourOf } from './codebook-words'
import { decode } from './encoding'
import type { ReadOptions, SourceFile } from './importer'
import { Remarks } from './remarks'

/** A theme as a file tells of it, before it is known to be sound. */
export interface FoundTheme {
  /** Where it stands in the file, from 1. */
  readonly line: number
  readonly path: readonly string[]
  readonly colour: string
  readonly description: string
  readonly inclusion: string
  readonly exclusion: string
}

/** A name that holds a slash which stands alone, as names of a path: no theme is called so. Any other name as it is. */
const parted = (name: string): string[] =>
  name
    .split(/(?:^|\s)\/(?=\s|$)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The theme as an entry; null when it has no name. What is wrong with it is remarked upon. */
function entryOf(found: FoundTheme, seen: Set<string>, remarks: Remarks): CodebookEntry | null {
  const { line } = found
  const names = found.path.map((name) => name.trim().replace(/\s{2,}|[\t\n\r]/gu, ' '))
  const path = names.flatMap(parted)
  if (path.length === 0 || names.includes('')) {
    remarks.add({ key: 'codebook.noName', params: { line } })
    return null
  }
  const place = path.join(' / ')
  if (place !== names.join(' / ') || path.length !== names.length)
    remarks.add({ key: 'codebook.slash', params: { line, name: names.join(' › '), theme: place } })
  if (seen.has(place)) {
    remarks.add({ key: 'codebook.twice', params: { line, theme: place } })
    return null
  }
  seen.add(place)
  const written = found.colour.trim()
  const colour = colourOf(written)
  if (written !== '' && !colour)
    remarks.add({ key: 'codebook.colour', params: { line, colour: written, theme: place } })
  return {
    path,
    ...(colour && { colour }),
    description: found.description.trim(),
    inclusion: found.inclusion.trim(),
    exclusion: found.exclusion.trim(),
  }
}

/**
 * Reads a codebook: a table (`.csv`, `.tsv`), Markdown (`.md`, `.markdown`, `.txt`) or a list for QualCoder (`.txt`), in any encoding a document may
 * have. What could not be read is named in `remarks`, with its line. Examples and counts are not read: they are of
 * the project that the codebook came from.
 * Throws a ProblemError when the file is of another kind, or there is no theme in it.
 */
export function readCodebook(
  file: SourceFile,
  options: ReadOptions = {},
): { entries: readonly CodebookEntry[]; remarks: readonly Problem[] } {
  const { name } = file
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (!['csv', 'tsv', 'md', 'markdown', 'txt'].includes(extension)) {
    throw new ProblemError({ key: 'codebook.otherKind', params: { name } })
  }
  const remarks = new Remarks()
  const { text } = decode(file, options, remarks)
  const isTable = ['csv', 'tsv'].includes(extension) || (extension === 'txt' && isListOfCodes(text))
  const found = isTable ? readCsv(text, name, remarks) : readMarkdown(text)
  const seen = new Set<string>()
  const entries = found.flatMap((each) => entryOf(each, seen, remarks) ?? [])
  if (entries.length === 0) throw new ProblemError({ key: 'codebook.empty', params: { name } })
  return { entries, remarks: remarks.all() }
}
