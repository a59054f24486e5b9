import type { Translate } from '../messages'
import type { Id } from '../model/ids'
import type { Note } from '../model/note'
import { splitsPair } from '../model/passage'
import type { ThemeColour } from '../model/theme'
import { titleOf } from './document-text'
import type { ExportOptions } from './exporter'
import { type MergedPassage, merged } from './markdown-parts'
import type { MarkedDocument, MarkedProject } from './marked-documents'
import { sourceWords } from './quotation'
import { inTreeOrder } from './theme-order'
import { dayIn } from './times'

/** A passage that is quoted, with all that is said about it. */
export interface ReportPassage {
  readonly document: MarkedDocument
  readonly merged: MergedPassage
  /** What stands before and after the quote; empty where no context is wanted or the passage is lost. */
  readonly before: string
  readonly after: string
  /** Where it is from, or that it is not in the text. */
  readonly source: string
  /** Its themes, those by one coder on one day together; none where it has no theme. */
  readonly given: readonly { readonly themes: readonly string[]; readonly by: string }[]
  /** Who marked it and when: `李明, 2026-11-20`. */
  readonly by: string
}

/** A part of a report under a heading of its own. */
export interface ReportSection {
  /** From 1. There is no limit to it. */
  readonly level: number
  readonly title: string
  /** A theme's. */
  readonly colour?: ThemeColour
  readonly description: string
  readonly notes: readonly Note[]
  readonly passages: readonly ReportPassage[]
}

/** How many passages sections have together; one that stands under several themes counts under each. */
export const countOf = (sections: readonly ReportSection[]): number =>
  sections.reduce((sum, { passages }) => sum + passages.length, 0)

/** Who and when, as `李明, 2026-11-20`. */
export const signatureOf = (coder: string, time: number, { timeZone }: Pick<ExportOptions, 'timeZone'>): string =>
  [coder.trim(), dayIn(time, timeZone)].filter((each) => each !== '').join(', ')

const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const FIRST_LETTERS = new RegExp(`^${LETTER.source}+`, 'u')
const LAST_LETTERS = new RegExp(`${LETTER.source}+$`, 'u')
const cutsWord = (text: string, at: number): boolean => LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '')
const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ')

function around(
  { text }: MarkedDocument,
  start: number,
  end: number,
  units: number,
): { before: string; after: string } {
  let from = Math.max(0, start - units)
  let to = Math.min(text.length, end + units)
  if (splitsPair(text, from)) from += 1
  if (splitsPair(text, to)) to -= 1
  const head = text.slice(from, start)
  const tail = text.slice(end, to)
  const before = oneLine(cutsWord(text, from) ? head.replace(FIRST_LETTERS, '') : head).trimStart()
  const after = oneLine(cutsWord(text, to) ? tail.replace(LAST_LETTERS, '') : tail).trimEnd()
  return {
    before: from > 0 && before !== '' ? `…${before}` : before,
    after: to < text.length && after !== '' ? `${after}…` : after,
  }
}

function givenWords({ given }: MergedPassage, options: ExportOptions): ReportPassage['given'] {
  const groups = new Map<string, string[]>()
  for (const { path, coder, tagging } of given) {
    const by = signatureOf(coder, tagging.created, options)
    const themes = groups.get(by) ?? []
    groups.set(by, themes)
    if (!themes.includes(path)) themes.push(path)
  }
  return [...groups].map(([by, themes]) => ({ themes, by }))
}

function reportPassage(document: MarkedDocument, one: MergedPassage, options: ExportOptions, say: Translate) {
  const { start, end } = one.passage
  const lost = one.marked.some(({ highlight }) => highlight.lost !== undefined)
  const context = lost || !options.context ? { before: '', after: '' } : around(document, start, end, options.context)
  const from = lost
    ? `${document.document.title} · ${say('export.notInText')}`
    : sourceWords(document, one.passage, options.language)
  const by = [...new Set(one.marked.map((each) => signatureOf(each.coder, each.highlight.created, options)))].join('; ')
  return { document, merged: one, ...context, source: from, given: givenWords(one, options), by }
}

/** All passages of the documents, in the order of the documents and their texts. */
function allPassages({ documents }: MarkedProject, options: ExportOptions, say: Translate): ReportPassage[] {
  return documents.flatMap((document) =>
    merged(document.passages).map((one) => reportPassage(document, one, options, say)),
  )
}

function under<K>(passages: readonly ReportPassage[], keys: (passage: ReportPassage) => Iterable<K>) {
  const groups = new Map<K, ReportPassage[]>()
  for (const passage of passages) {
    for (const key of keys(passage)) {
      const group = groups.get(key)
      if (group) group.push(passage)
      else groups.set(key, [passage])
    }
  }
  return groups
}

function themeSections(project: MarkedProject, passagesOf: (theme: Id) => readonly ReportPassage[]): ReportSection[] {
  return inTreeOrder(project).map(({ theme, depth }) => ({
    level: depth + 1,
    title: theme.name,
    colour: theme.colour,
    description: theme.description,
    notes: project.notesAbout(theme.id),
    passages: passagesOf(theme.id),
  }))
}

const speaks = ({ description, notes, passages }: ReportSection): boolean =>
  description.trim() !== '' || notes.length > 0 || passages.length > 0

function documentSections(
  project: MarkedProject,
  say: Translate,
  passagesOf: (document: Id) => readonly ReportPassage[],
): ReportSection[] {
  return project.documents
    .map((each) => ({
      level: 1,
      title: titleOf(each, say),
      description: '',
      notes: project.notesAbout(each.document.id),
      passages: passagesOf(each.document.id),
    }))
    .filter(speaks)
}

/**
 * A report of what was marked: under each theme in the order of the tree, under each document, or under each day as it
 * was marked. What is said about the themes and documents themselves stands with them, whatever the arrangement is.
 */
export function reportSections(project: MarkedProject, options: ExportOptions, say: Translate): ReportSection[] {
  const all = allPassages(project, options, say)
  if (options.arrange === 'theme') {
    const groups = under(all, ({ merged: { given } }) => {
      const themes = new Set<Id | null>(given.map(({ theme }) => theme.id))
      return themes.size > 0 ? themes : [null]
    })
    const rest = groups.get(null) ?? []
    return [
      ...themeSections(project, (theme) => groups.get(theme) ?? []),
      ...(rest.length > 0
        ? [{ level: 1, title: say('export.withoutTheme'), description: '', notes: [], passages: rest }]
        : []),
      ...documentSections(project, say, () => []),
    ]
  }
  const themes = themeSections(project, () => []).filter(speaks)
  if (options.arrange === 'document') {
    const groups = under(all, ({ document }) => [document.document.id])
    return [...documentSections(project, say, (id) => groups.get(id) ?? []), ...themes]
  }
  const time = ({ merged: { marked } }: ReportPassage): number =>
    Math.min(...marked.map(({ highlight }) => highlight.created))
  const days = under(
    all.toSorted((a, b) => time(a) - time(b)),
    (passage) => [dayIn(time(passage), options.timeZone)],
  )
  return [
    ...[...days].map(([day, passages]) => ({ level: 1, title: day, description: '', notes: [], passages })),
    ...documentSections(project, say, () => []),
    ...themes,
  ]
}
