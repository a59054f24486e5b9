import { stringify } from 'yaml'
import { LANGUAGES } from '../../messages'
import { locatorOf, pageRange, timeCode } from '../../model/locator'
import type { Note } from '../../model/note'
import { placeOf } from '../../model/place'
import { bibliography } from '../bibtex'
import { citationKeys } from '../citation/keys'
import { emphasisWords } from '../emphasis-words'
import { escapeMarkdown } from '../escape-markdown'
import type { ExportedFile } from '../exporter'
import { fileName } from '../file-name'
import { linkWords } from '../link-words'
import type { Writing } from '../markdown-parts'
import { stepsOf } from '../progress'
import { countOf, type ReportPassage, type ReportSection, reportSections, signatureOf } from '../report'
import { dayIn } from '../times'

/** What Pandoc's Markdown takes for its own beside what CommonMark does: citations, raised words, typographer's signs. */
const PANDOC = /(?<!\\)(?:[@^"'|]|--+|\.\.\.)/g
/** Its lists may be lettered and bracketed: `(a)`, `i.`, `#.`; and a line may be a definition or a line block. */
const START = /^(?:(\(?(?:[A-Za-z]+|\d+|#))([.)])(?=\s|$)|([:|])(?=\s))/

function escaped(line: string): string {
  const one = escapeMarkdown(line).replace(PANDOC, (found) => found.replace(/./g, '\\$&'))
  return one.replace(START, (_all, lead: string | undefined, stop: string | undefined, sign: string | undefined) =>
    sign === undefined ? `${lead}\\${stop}` : `\\${sign}`,
  )
}
const words = (all: string): string => escaped(all.replace(/\s+/g, ' ').trim())

/** Where in the source, in the words that a citation processor knows: `p. 12`, `para. 4`. */
function locator({ document: { blocks, starts }, merged }: ReportPassage): string {
  const { passage, marked } = merged
  if (marked.some(({ highlight }) => highlight.lost !== undefined)) return ''
  const place = locatorOf(blocks, starts, passage)
  const page = pageRange(place)
  if (page !== undefined) return `, ${page.includes('–') ? 'pp.' : 'p.'} ${words(page)}`
  return place.time ? `, ${timeCode(place.time.start)}` : `, para. ${placeOf(blocks, starts, passage).paragraph}`
}

/** A note as a list item; what its own Markdown leaves open ends there. Links to records of the project are words. */
function noteItem({ project, options, say }: Writing, note: Note): string {
  const by = words(say('export.noteBy', { by: signatureOf(project.coderName(note.coder), note.created, options) }))
  const lines = note.text
    .replace(/\[((?:[^[\]\\]|\\.)*)\]\(pingdian:[^\s()]+\)/g, '$1')
    .trim()
    .split(/\r\n|\r|\n/)
  return [`- **${by}**`, '', ...lines.map((line) => (line.trim() === '' ? '' : `  ${line}`))].join('\n')
}

function passagePart(writing: Writing, passage: ReportPassage, key: string): string[] {
  const { merged, before, after, given, by } = passage
  const lines = merged.passage.quote.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const isInContext = before + after !== ''
  const quote = lines.map((line, at) => {
    const inside = isInContext ? `[${escaped(line)}]{.mark}` : escaped(line)
    return `> ${at === 0 ? escaped(before) : ''}${inside}${at === lines.length - 1 ? escaped(after) : ''}`
  })
  const themes = given.map(
    (each) => `${each.themes.map((theme) => `**${words(theme)}**`).join(' · ')} (${words(each.by)})`,
  )
  const emphasis = emphasisWords(merged.marked, writing.say)
  const about = [`[@${key}${locator(passage)}]`, ...emphasis, ...(themes.length > 0 ? themes : [`(${words(by)})`])]
  const links = linkWords(writing, merged.marked).map(({ relation, quote: other, title }) =>
    [`- ${words(relation)} ${words(other)}`, ...(title === undefined ? [] : [`*${words(title)}*`])].join(' · '),
  )
  return [quote.join('\n>\n'), about.join(' · '), ...merged.notes.map((note) => noteItem(writing, note)), ...links]
}

function sectionPart(
  writing: Writing,
  section: ReportSection,
  keys: ReadonlyMap<string, string>,
  step: () => void,
): string[] {
  return [
    `${'#'.repeat(Math.min(section.level, 6))} ${words(section.title)}`,
    ...section.description
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '')
      .map(words),
    ...section.notes.map((note) => noteItem(writing, note)),
    ...section.passages.flatMap((passage) => {
      step()
      return passagePart(writing, passage, keys.get(passage.document.document.id) ?? 'source')
    }),
  ]
}

/**
 * One manuscript for Pandoc with its bibliography beside it: passages are quoted and cited by key and place, and Pandoc
 * sets citations and references in whichever style it is given: `pandoc --citeproc notes.md -o paper.docx`.
 */
export function pandoc(writing: Writing): ExportedFile[] {
  const { project, options, say } = writing
  const { name, id } = project.snapshot.project
  const taken = new Set<string>()
  const untitled = say('export.untitled')
  const text = fileName(name, 'md', taken, untitled)
  const sources = bibliography(
    project.documents.map(({ document }) => document),
    fileName(name, 'bib', taken, untitled),
  )
  const keys = citationKeys(project.documents.map(({ document }) => document))
  const fields = {
    title: name.trim() || untitled,
    date: dayIn(options.now, options.timeZone),
    lang: LANGUAGES[options.language].locale,
    bibliography: sources.name,
    'link-citations': true,
  }
  const sections = reportSections(project, options, say)
  const step = stepsOf(options.onProgress, countOf(sections))
  const parts = [
    `---\n${stringify(fields, { lineWidth: 0 })}---`,
    ...project.notesAbout(id).map((note) => noteItem(writing, note)),
    ...sections.flatMap((section) => sectionPart(writing, section, keys, step)),
    `# ${words(say('export.references'))} {.unnumbered}\n\n::: {#refs}\n:::`,
  ]
  return [
    { name: text, bytes: new TextEncoder().encode(`${parts.filter((part) => part !== '').join('\n\n')}\n`) },
    sources,
  ]
}
