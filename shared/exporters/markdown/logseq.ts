import type { Id } from '../../model/ids'
import type { Note } from '../../model/note'
import { emphasisWords } from '../emphasis-words'
import { escapeMarkdown, escapeWords } from '../escape-markdown'
import type { ExportedFile } from '../exporter'
import { linkWords } from '../link-words'
import { type MergedPassage, placeWords, type Writing } from '../markdown-parts'
import { stepsOf } from '../progress'
import { signatureOf } from '../report'
import { inTreeOrder } from '../theme-order'
import { type DocumentPage, linkedNote, type Pages, pagesOf } from './pages'

const UNFIT = /[#^[\]|,]/g

/** A page's or a block's property. Its value is one line, and commas part nothing but pages. */
const property = (name: string, value: string | undefined): string[] =>
  value === undefined || value.trim() === '' ? [] : [`${name}:: ${value.replace(/\s+/g, ' ').trim()}`]

/** A block of the outline: its first line after the hyphen, its further lines under it. */
const block = (depth: number, lines: readonly string[]): string =>
  lines.map((line, at) => `${'\t'.repeat(depth)}${at === 0 ? '- ' : '  '}${line}`.trimEnd()).join('\n')

const link = (page: string, words: string, passage?: Id): string =>
  passage === undefined ? (words === page ? `[[${page}]]` : `[${words}]([[${page}]])`) : `[${words}](((${passage})))`

function noteBlocks({ project, options }: Writing, pages: Pages, notes: readonly Note[], depth: number): string[] {
  return notes.map((note) => {
    const lines = linkedNote(note, pages, link)
      .text.trim()
      .split(/\r\n|\r|\n/)
    const by = signatureOf(project.coderName(note.coder), note.created, options)
    // A hyphen, a heading or a fence at the start of a line would be a block of its own.
    const inside = lines.map((line) => line.replace(/^(\s*)([-*+#]|```|~~~)/, '$1\\$2'))
    return block(depth, [...inside, ...property('by', by)])
  })
}

function passageBlocks(writing: Writing, pages: Pages, page: DocumentPage, passage: MergedPassage): string[] {
  const { options } = writing
  const quote = passage.passage.quote.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const themes = [...new Set(passage.given.map(({ theme, path }) => `[[${pages.themes.get(theme.id) ?? path}]]`))]
  const coders = new Set(
    passage.given.length > 0
      ? passage.given.map(({ coder, tagging }) => signatureOf(coder, tagging.created, options))
      : passage.marked.map(({ coder, highlight }) => signatureOf(coder, highlight.created, options)),
  )
  return [
    block(0, [
      ...(quote.length > 0 ? quote : ['…']).map((line) => `> ${escapeMarkdown(line)}`),
      ...property('id', passage.marked[0]?.highlight.id),
      ...property('place', placeWords(writing, page.marked, passage)),
      ...property('emphasis', emphasisWords(passage.marked, writing.say).join(' · ')),
      ...property('themes', themes.join(', ')),
      ...property('by', [...coders].join('; ')),
    ]),
    ...noteBlocks(writing, pages, passage.notes, 1),
    ...linkWords(writing, passage.marked).map(({ relation, seen: { other } }) =>
      block(1, [`${escapeWords(relation)} ((${pages.passages.get(other.highlight.id)?.first ?? other.highlight.id}))`]),
    ),
  ]
}

const file = (name: string, properties: readonly string[], blocks: readonly string[]): ExportedFile => ({
  name: `${name}.md`,
  bytes: new TextEncoder().encode(`${properties.join('\n')}\n\n${blocks.join('\n')}\n`),
})

/**
 * Pages for a Logseq graph, to be put into its folder `pages`: one for each document with its passages as blocks that
 * have ids of their own, one for each theme that refers to those blocks, and one for the project.
 */
export function logseq(writing: Writing): ExportedFile[] {
  const { project, say } = writing
  const pages = pagesOf(project, say('export.untitled'), UNFIT)
  const references = new Map<Id, string[]>()
  for (const { passages } of pages.documents) {
    for (const { given, marked } of passages) {
      for (const theme of new Set(given.map((each) => each.theme.id))) {
        const all = references.get(theme) ?? []
        references.set(theme, all)
        all.push(block(0, [`((${marked[0]?.highlight.id}))`]))
      }
    }
  }
  const themes = inTreeOrder(project)
  const step = stepsOf(writing.options.onProgress, pages.documents.length)
  const documents = pages.documents.map((page) => {
    step()
    const { metadata, id } = page.marked.document
    const { author, date, source, url } = metadata
    const facts = { title: page.name, type: 'document', author, date, source, url }
    return file(
      page.name,
      Object.entries(facts).flatMap(([name, value]) => property(name, value)),
      [
        ...noteBlocks(writing, pages, project.notesAbout(id), 0),
        ...page.passages.flatMap((passage) => passageBlocks(writing, pages, page, passage)),
      ],
    )
  })
  const leaves = themes.map(({ theme }) => {
    const name = pages.themes.get(theme.id) ?? theme.name
    const parent = theme.parent === null ? undefined : pages.themes.get(theme.parent)
    const facts = [
      ...property('title', name),
      ...property('type', 'theme'),
      ...property('parent', parent && `[[${parent}]]`),
    ]
    const description = theme.description.trim() === '' ? [] : [block(0, [escapeWords(theme.description)])]
    return file(name, facts, [
      ...description,
      ...noteBlocks(writing, pages, project.notesAbout(theme.id), 0),
      ...(references.get(theme.id) ?? []),
    ])
  })
  const head = file(
    pages.project,
    [...property('title', pages.project), ...property('type', 'project')],
    [
      ...noteBlocks(writing, pages, project.notesAbout(project.snapshot.project.id), 0),
      ...pages.documents.map(({ name }) => block(0, [`[[${name}]]`])),
      ...themes.map(({ theme, depth }) => block(depth, [`[[${pages.themes.get(theme.id) ?? theme.name}]]`])),
    ],
  )
  return [head, ...documents, ...leaves]
}
