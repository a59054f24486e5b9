import { stringify } from 'yaml'
import { translator } from '../messages'
import type { Theme } from '../model/theme'
import { emphasisWords } from './emphasis-words'
import { blockQuotation, escapeWords } from './escape-markdown'
import type { ExportedFile, Exporter } from './exporter'
import { fileName } from './file-name'
import { logseq } from './markdown/logseq'
import { obsidian } from './markdown/obsidian'
import { pandoc } from './markdown/pandoc'
import {
  linkItems,
  type MergedPassage,
  markWords,
  merged,
  noteItems,
  placeWords,
  themeWords,
  type Writing,
} from './markdown-parts'
import { type MarkedDocument, markedProject } from './marked-documents'
import { stepsOf } from './progress'
import { inTreeOrder } from './theme-order'
import { timeIn } from './times'

const encoded = (name: string, parts: readonly string[]): ExportedFile => ({
  name,
  bytes: new TextEncoder().encode(`${parts.join('\n\n')}\n`),
})

const frontMatter = (fields: Readonly<Record<string, unknown>>): string =>
  `---\n${stringify(fields, { lineWidth: 0, keepUndefined: false })}---`

/** A heading of `level`; what is deeper than Markdown's six levels stays at the sixth. */
const heading = (level: number, words: string): string => `${'#'.repeat(Math.min(level, 6))} ${escapeWords(words)}`

/** A passage with its place and themes on one line below it, then its notes. `from` stands before the place. */
function passagePart(writing: Writing, document: MarkedDocument, passage: MergedPassage, from: readonly string[]) {
  const place = placeWords(writing, document, passage)
  const before = [...emphasisWords(passage.marked, writing.say), ...from]
  const about = passage.given.length
    ? [...before, place, ...themeWords(writing, passage.given)].join(' · ')
    : `${[...before, place].join(' · ')} ${markWords(writing, passage)}`
  const links = linkItems(writing, passage.marked)
  return [blockQuotation(passage.passage.quote), about, ...noteItems(writing, passage.notes), links].filter(
    (part) => part !== '',
  )
}

function documentFile(writing: Writing, marked: MarkedDocument, name: string): ExportedFile {
  const { options, project, say } = writing
  const { metadata, title, id } = marked.document
  return encoded(name, [
    frontMatter({
      title,
      subtitle: metadata.subtitle,
      author: metadata.author,
      date: metadata.date,
      source: metadata.source,
      url: metadata.url,
      project: project.snapshot.project.name,
      exported: timeIn(options.now, options.timeZone),
    }),
    heading(1, title.trim() === '' ? say('export.untitled') : title),
    ...noteItems(writing, project.notesAbout(id)),
    ...merged(marked.passages).flatMap((passage) => passagePart(writing, marked, passage, [])),
  ])
}

/** What is said about a theme itself. */
function themePart(writing: Writing, { theme, depth }: { theme: Theme; depth: number }): string[] {
  const description = theme.description.trim() === '' ? [] : [escapeWords(theme.description)]
  return [heading(depth + 2, theme.name), ...description, ...noteItems(writing, writing.project.notesAbout(theme.id))]
}

function projectHead(writing: Writing): string[] {
  const { snapshot, notesAbout } = writing.project
  return [
    frontMatter({ title: snapshot.project.name, exported: timeIn(writing.options.now, writing.options.timeZone) }),
    heading(1, snapshot.project.name.trim() === '' ? writing.say('export.untitled') : snapshot.project.name),
    ...noteItems(writing, notesAbout(snapshot.project.id)),
  ]
}

function byTheme(writing: Writing, untitled: string): ExportedFile[] {
  const { project, say } = writing
  const all = project.documents.flatMap((document) => {
    const from = [`*${escapeWords(document.document.title) || escapeWords(untitled)}*`]
    return merged(document.passages).map((passage) => ({ document, passage, from }))
  })
  const under = new Map<string | null, typeof all>()
  for (const each of all) {
    const themes = new Set<string | null>(each.passage.given.map(({ theme }) => theme.id))
    for (const theme of themes.size ? themes : [null]) {
      const group = under.get(theme)
      if (group) group.push(each)
      else under.set(theme, [each])
    }
  }
  const step = stepsOf(
    writing.options.onProgress,
    [...under.values()].reduce((sum, { length }) => sum + length, 0),
  )
  const passages = (theme: string | null) =>
    (under.get(theme) ?? []).flatMap(({ document, passage, from }) => {
      step()
      return passagePart(writing, document, passage, from)
    })
  const documentNotes = project.documents.flatMap(({ document }) => {
    const notes = noteItems(writing, project.notesAbout(document.id))
    return notes.length ? [heading(2, document.title.trim() === '' ? untitled : document.title), ...notes] : []
  })
  const name = fileName(project.snapshot.project.name, 'md', new Set(), untitled)
  const parts = [
    ...projectHead(writing),
    ...inTreeOrder(project).flatMap((each) => [...themePart(writing, each), ...passages(each.theme.id)]),
    ...(under.has(null) ? [heading(2, say('export.withoutTheme')), ...passages(null)] : []),
    ...documentNotes,
  ]
  return [encoded(name, parts)]
}

/** A file for each document that has highlights or notes, and one for what is said about the themes and the project. */
function byDocument(writing: Writing, untitled: string): ExportedFile[] {
  const { project, say } = writing
  const taken = new Set<string>()
  const spoken = project.documents.filter(
    ({ document, passages }) => passages.length > 0 || project.notesAbout(document.id).length > 0,
  )
  const wanted = spoken.length > 0 ? spoken : project.documents
  const step = stepsOf(writing.options.onProgress, wanted.length)
  const files = wanted.map((document) => {
    step()
    return documentFile(writing, document, fileName(document.document.title, 'md', taken, untitled))
  })
  const described = inTreeOrder(project).filter(
    ({ theme }) => theme.description.trim() !== '' || project.notesAbout(theme.id).length > 0,
  )
  if (described.length === 0 && project.notesAbout(project.snapshot.project.id).length === 0) return files
  const name = fileName(`${project.snapshot.project.name} – ${say('export.themes')}`, 'md', taken, untitled)
  return [...files, encoded(name, [...projectHead(writing), ...described.flatMap((each) => themePart(writing, each))])]
}

/**
 * Notes to read on and to paste from. `plain`: CommonMark with YAML front matter. `obsidian`, `logseq`: a page for each
 * document and theme, linked to each other. `pandoc`: a manuscript that cites, with its bibliography.
 */
export const markdown: Exporter = {
  id: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  arranges: ['document', 'theme', 'time'],
  variants: ['plain', 'obsidian', 'logseq', 'pandoc'],
  quotesInContext: true,
  write(snapshot, options) {
    const say = translator(options.language)
    const writing: Writing = { project: markedProject(snapshot), options, say }
    if (options.variant === 'obsidian') return obsidian(writing)
    if (options.variant === 'logseq') return logseq(writing)
    if (options.variant === 'pandoc') return pandoc(writing)
    const untitled = say('export.untitled')
    return options.arrange === 'theme' ? byTheme(writing, untitled) : byDocument(writing, untitled)
  },
}
