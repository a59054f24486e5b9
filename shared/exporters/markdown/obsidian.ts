import { stringify } from 'yaml'
import type { Id } from '../../model/ids'
import type { Note } from '../../model/note'
import { emphasisWords } from '../emphasis-words'
import { blockQuotation, escapeWords } from '../escape-markdown'
import type { ExportedFile } from '../exporter'
import { inkOf } from '../ink'
import { linkItems, type MergedPassage, markWords, noteItems, placeWords, type Writing } from '../markdown-parts'
import { stepsOf } from '../progress'
import { signatureOf } from '../report'
import { inTreeOrder } from '../theme-order'
import { timeIn } from '../times'
import { type DocumentPage, linkedNote, type Pages, pagesOf } from './pages'

/** What a link in double brackets would take for its own. */
const UNFIT = /[#^[\]|]/g
/** A passage's block id: letters, digits and hyphens are all that one may have. */
const blockId = (highlight: Id): string => `p-${highlight.replace(/[^a-z0-9]/gi, '').slice(-12)}`
const bare = (words: string): string =>
  words
    .replace(/[[\]|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function wikiLink(page: string, words: string, passage?: Id): string {
  const to = passage === undefined ? page : `${page}#^${blockId(passage)}`
  const label = bare(words)
  return label === '' || label === to ? `[[${to}]]` : `[[${to}|${label}]]`
}

const file = (name: string, fields: Readonly<Record<string, unknown>>, parts: readonly string[]): ExportedFile => ({
  name: `${name}.md`,
  bytes: new TextEncoder().encode(
    `---\n${stringify(fields, { lineWidth: 0, keepUndefined: false })}---\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`,
  ),
})

function passageParts(writing: Writing, pages: Pages, page: DocumentPage, passage: MergedPassage): string[] {
  const { options } = writing
  const themes = new Map(
    passage.given.map(({ theme, path }) => [theme.id, wikiLink(pages.themes.get(theme.id) ?? path, path)]),
  )
  const by = [
    ...new Set(
      passage.given.map(({ coder, tagging }) => `(${escapeWords(signatureOf(coder, tagging.created, options))})`),
    ),
  ]
  const who = passage.given.length > 0 ? by.join(' ') : markWords(writing, passage)
  const emphasis = emphasisWords(passage.marked, writing.say)
  return [
    blockQuotation(passage.passage.quote),
    `^${blockId(passage.marked[0]?.highlight.id ?? '')}`,
    [...emphasis, placeWords(writing, page.marked, passage), ...themes.values(), who].join(' · '),
    ...notes(writing, pages, passage.notes),
    linkItems(writing, passage.marked, (words, highlight) => {
      const there = pages.passages.get(highlight)
      return there ? wikiLink(there.page, words, there.first) : words
    }),
  ]
}

const notes = (writing: Writing, pages: Pages, all: readonly Note[]): string[] =>
  noteItems(
    writing,
    all.map((note) => linkedNote(note, pages, wikiLink)),
  )

function documentFile(writing: Writing, pages: Pages, page: DocumentPage): ExportedFile {
  const { document } = page.marked
  const { author, date, source, url, subtitle } = document.metadata
  const fields = {
    title: document.title,
    subtitle,
    author,
    date,
    source,
    url,
    type: 'document',
    project: `[[${pages.project}]]`,
  }
  return file(page.name, fields, [
    `# ${escapeWords(document.title) || escapeWords(page.name)}`,
    ...notes(writing, pages, writing.project.notesAbout(document.id)),
    ...page.passages.flatMap((passage) => passageParts(writing, pages, page, passage)),
  ])
}

/** Where passages with each theme are found, in the order of the documents. */
function passagesByTheme({ documents }: Pages): Map<Id, string[]> {
  const found = new Map<Id, string[]>()
  for (const { name, passages } of documents) {
    for (const { given, marked } of passages) {
      const embed = `![[${name}#^${blockId(marked[0]?.highlight.id ?? '')}]]`
      for (const theme of new Set(given.map((each) => each.theme.id))) {
        const all = found.get(theme)
        if (all) all.push(embed)
        else found.set(theme, [embed])
      }
    }
  }
  return found
}

/**
 * A folder for an Obsidian vault: a page for each document with its passages, each a block that can be linked to; a page
 * for each theme that shows its passages where they stand; and one for the project that leads to all. Links in notes lead
 * from page to page.
 */
export function obsidian(writing: Writing): ExportedFile[] {
  const { project, options, say } = writing
  const pages = pagesOf(project, say('export.untitled'), UNFIT)
  const embeds = passagesByTheme(pages)
  const themes = inTreeOrder(project)
  const leaves = themes.map(({ theme }) => {
    const name = pages.themes.get(theme.id) ?? theme.name
    const parent = theme.parent === null ? undefined : pages.themes.get(theme.parent)
    const fields = {
      aliases: [theme.name],
      type: 'theme',
      colour: inkOf(theme.colour),
      parent: parent && `[[${parent}]]`,
    }
    return file(name, fields, [
      `# ${escapeWords(theme.name) || escapeWords(name)}`,
      escapeWords(theme.description),
      ...notes(writing, pages, project.notesAbout(theme.id)),
      ...(embeds.get(theme.id) ?? []),
    ])
  })
  const { name, id } = project.snapshot.project
  const head = file(pages.project, { type: 'project', exported: timeIn(options.now, options.timeZone) }, [
    `# ${escapeWords(name) || escapeWords(pages.project)}`,
    ...notes(writing, pages, project.notesAbout(id)),
    pages.documents.map((page) => `- ${wikiLink(page.name, page.marked.document.title)}`).join('\n'),
    themes
      .map(({ theme, depth }) => `${'  '.repeat(depth)}- ${wikiLink(pages.themes.get(theme.id) ?? '', theme.name)}`)
      .join('\n'),
  ])
  const step = stepsOf(options.onProgress, pages.documents.length)
  const documents = pages.documents.map((page) => {
    step()
    return documentFile(writing, pages, page)
  })
  return [head, ...documents, ...leaves]
}
