import { type ContentChanges, importDocuments, type ReadFile } from '../editing/documents'
import type { SourceFile } from '../importers/importer'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight, Tagging } from '../model/highlight'
import { newId, type ThemeId, type Time } from '../model/ids'
import type { Note, NoteSubject } from '../model/note'
import { type Passage, passageOf } from '../model/passage'
import type { Coder, Project } from '../model/project'
import type { Theme } from '../model/theme'
import { HIGHLIGHTS, NOTES, type SampleHighlight, type SampleTheme, THEMES } from './annotations'
import { ESSAY } from './essay'
import { PRESS_REPORT } from './press-report'
import { SPEECH } from './speech'

/** The sample project's documents as files, to be read like any other. */
export const SAMPLE_FILES: readonly SourceFile[] = [SPEECH, PRESS_REPORT, ESSAY].map(({ name, text }) => ({
  name,
  bytes: new TextEncoder().encode(text),
}))

/**
 * The project shown at the first start, as one ChangeSet and the contents that go with it. `files` are `SAMPLE_FILES`
 * with what the importer read in them, in any order; `names` are the project's and the coder's, in the reader's
 * language. Records are made one millisecond apart, ending at `now`, so that lists by time show the order of reading.
 * Throws an Error when a file is missing or a quote does not stand once in its document.
 */
export function sampleProject(
  now: Time,
  files: readonly ReadFile[],
  names: { readonly project: string; readonly coder: string },
): ContentChanges {
  const project: Project = { id: newId(), name: names.project, created: now }
  const coder: Coder = { id: newId(), project: project.id, name: names.coder, created: now }
  const by = { project: project.id, coder: coder.id }
  const { documents, contents, originals } = importDocuments(
    { project: project.id, files, documents: [], attributes: [], groups: [], coders: [coder] },
    { coder: coder.id, now },
  )
  const themes = themesOf(THEMES, null, { ...by, created: now })
  const themeNamed = (name: string): Theme =>
    found(
      themes.find((theme) => theme.name === name),
      `theme ${name}`,
    )

  const highlights: Highlight[] = []
  const taggings: Tagging[] = []
  const notes: Note[] = []
  const note = (about: NoteSubject, text: string, at: Time): void => {
    notes.push({ id: newId(), ...by, about, text, created: at, modified: at })
  }
  HIGHLIGHTS.forEach((sample, index) => {
    const document = documentOf(sample.file, documents)
    const created = now - HIGHLIGHTS.length + index
    const passage = samplePassage(sample, textOf(document, contents))
    const highlight: Highlight = { id: newId(), ...by, document: document.id, passage, created }
    highlights.push(highlight)
    for (const name of sample.themes) {
      const theme = themeNamed(name).id
      taggings.push({ id: newId(), ...by, highlight: highlight.id, document: document.id, theme, created })
    }
    if (sample.note !== undefined) note({ kind: 'highlight', id: highlight.id }, sample.note, created)
  })
  for (const { about, text } of NOTES) {
    if (about === 'project') note({ kind: 'project', id: project.id }, text, now)
    else note({ kind: 'theme', id: themeNamed(about.theme).id }, text, now)
  }
  const created = { projects: [project], coders: [coder], documents, themes, highlights, taggings, notes }
  const summary = { key: 'sample.made', params: { name: project.name } } as const
  return { changes: { summary, created, updated: {}, deleted: {} }, contents, originals }
}

function samplePassage({ quote, file }: SampleHighlight, text: string): Passage {
  const start = text.indexOf(quote)
  if (start < 0 || text.includes(quote, start + 1)) {
    throw new Error(`The sample quote “${quote}” must stand once in “${file}”.`)
  }
  return passageOf(text, start, start + quote.length)
}

function themesOf(
  samples: readonly SampleTheme[],
  parent: ThemeId | null,
  common: Pick<Theme, 'project' | 'coder' | 'created'>,
): Theme[] {
  return samples.flatMap(({ name, colour, description, themes = [] }, order) => {
    const theme: Theme = { id: newId(), ...common, name, parent, order, colour, description }
    return [theme, ...themesOf(themes, theme.id, common)]
  })
}

const documentOf = (file: string, documents: readonly SourceDocument[]): SourceDocument =>
  found(
    documents.find((document) => document.fileName === file),
    `document “${file}”`,
  )

const textOf = (document: SourceDocument, contents: readonly DocumentContent[]): string =>
  plainText(
    found(
      contents.find((content) => content.id === document.content),
      'content',
    ).blocks,
  )

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample project has no ${what}.`)
  return value
}
