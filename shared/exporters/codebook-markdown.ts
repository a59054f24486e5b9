import { type Translate, translator } from '../messages'
import type { ThemeColour } from '../model/theme'
import { type CodebookSnapshot, codebookEntries, type ShownTheme } from './codebook-entries'
import { escapeMarkdown, escapeWords } from './escape-markdown'
import type { ExportedFile, ExportOptions } from './exporter'
import { fileName } from './file-name'

/** The lowest heading that Markdown has. The title takes the first one. */
const LOWEST = 6

const linesOf = (words: string): string[] =>
  words
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The heading of a theme. What lies deeper than Markdown's headings is told by a path from the lowest one on. */
function heading({ path }: ShownTheme): string {
  const level = Math.min(path.length + 1, LOWEST)
  return `${'#'.repeat(level)} ${path
    .slice(level - 2)
    .map(escapeMarkdown)
    .join(' / ')}`
}

/** `- **Label**: words`, the lines after the first as paragraphs of the same item; nothing when there are no words. */
function field(label: string, words: string): string {
  const [first, ...others] = linesOf(words)
  if (first === undefined) return ''
  return [`- **${label}**: ${escapeMarkdown(first)}`, ...others.map((line) => `  ${escapeMarkdown(line)}`)].join('\n\n')
}

const colourName = (colour: ThemeColour, say: Translate): string =>
  colour.startsWith('#') ? colour : say(`pigments.${colour as Exclude<ThemeColour, `#${string}`>}`)

function themeParts(theme: ShownTheme, say: Translate): string[] {
  const label = (column: 'colour' | 'inclusion' | 'exclusion' | 'example' | 'count'): string =>
    say(`codebook.columns.${column}`)
  const fields = [
    field(label('inclusion'), theme.inclusion),
    field(label('exclusion'), theme.exclusion),
    field(label('example'), theme.example),
    field(label('colour'), colourName(theme.colour, say)),
    field(label('count'), String(theme.count)),
  ].filter((each) => each !== '')
  return [heading(theme), ...linesOf(theme.description).map(escapeMarkdown), fields.join('\n')]
}

/**
 * The project's codebook to be read and printed: a heading for each theme, below it what it means, and its criteria,
 * example, colour and number of taggings as a list. `readCodebook` reads it back, but for blank lines and for white
 * space at the ends of lines.
 */
export function codebookMarkdown(
  snapshot: CodebookSnapshot,
  { language }: Pick<ExportOptions, 'language'>,
): ExportedFile {
  const say = translator(language)
  const title = say('codebook.title', { project: snapshot.project.name })
  const parts = [`# ${escapeWords(title)}`, ...codebookEntries(snapshot).flatMap((theme) => themeParts(theme, say))]
  const name = fileName(title, 'md', new Set(), say('export.untitled'))
  return { name, bytes: new TextEncoder().encode(`${parts.join('\n\n')}\n`) }
}
