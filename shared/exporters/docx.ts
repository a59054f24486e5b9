import { type Translate, translator } from '../messages'
import { isRightToLeft } from './direction'
import { documentText } from './document-text'
import { Anchors } from './docx/anchors'
import { Comments } from './docx/comments'
import { contentsPart, type Heading, headingPart } from './docx/contents'
import { commentEnds, commentStarts, textParts } from './docx/document'
import { Links, wordFile } from './docx/package'
import { passageParts, type ReportWriting, referenceParts, reportNotes, sectionHead, sectionTitle } from './docx/report'
import { type Face, faceOf, STYLE } from './docx/styles'
import { paragraph, type WordXml } from './docx/wordml'
import { run } from './docx/words'
import type { ExportedFile, Exporter, ExportOptions } from './exporter'
import { fileName } from './file-name'
import { type MarkedDocument, type MarkedPassage, type MarkedProject, markedProject } from './marked-documents'
import { stepsOf } from './progress'
import { countOf, type ReportSection, reportSections } from './report'
import { timeIn } from './times'

/** How what stands under a title is set: as far out as that. */
const FACTS = { style: STYLE.source, indent: { left: 0 }, spacing: { after: 160, line: 280 } } as const

/** No Word document has more passages than this: Word is slow with more. */
const MOST_PASSAGES = 5_000

/** A document with its highlights shaded, and what is said about them as comments. */
function documentFile(
  marked: MarkedDocument,
  name: string,
  project: MarkedProject,
  options: ExportOptions,
  say: Translate,
): ExportedFile {
  const { document } = marked
  const face = faceOf(document.language)
  const comments = new Comments(project, options, say, face)
  const links = new Links()
  const { title, facts, blocks, unplaced, beginsWithTitle } = documentText(marked, say)
  const known = new Map<MarkedPassage, readonly number[]>()
  const ids = (passage: MarkedPassage): readonly number[] => {
    const made = known.get(passage) ?? comments.onPassage(passage)
    known.set(passage, made)
    return made
  }
  function* body(): Generator<WordXml> {
    const aboutAll = comments.onWhole(project.notesAbout(document.id))
    if (!beginsWithTitle || aboutAll.length > 0)
      yield paragraph(
        { style: 'Title', rightToLeft: isRightToLeft(title) },
        commentStarts(aboutAll),
        run(title, face),
        commentEnds(aboutAll),
      )
    if (facts !== '') yield paragraph(FACTS, run(facts, face))
    yield* textParts(blocks, { face, ids, linkTo: (href) => links.linkTo(href) })
    if (unplaced.length > 0) yield paragraph({ style: 'Heading2' }, run(say('export.notInText'), face))
    for (const passage of unplaced) {
      const about = ids(passage)
      const words = run(passage.highlight.passage.quote, face)
      yield paragraph({ style: 'Quote' }, commentStarts(about), words, commentEnds(about))
    }
  }
  const bytes = wordFile({
    title,
    face,
    now: options.now,
    body: body(),
    comments: () => comments.xml,
    links: () => links.addresses,
  })
  return { name, bytes }
}

/** Sections in volumes of at most `MOST_PASSAGES` passages; a section that is larger is divided. */
function volumesOf(sections: readonly ReportSection[]): ReportSection[][] {
  const volumes: ReportSection[][] = [[]]
  let room = MOST_PASSAGES
  for (const section of sections) {
    for (let at = 0; at === 0 || at < section.passages.length; ) {
      if (room === 0) {
        volumes.push([])
        room = MOST_PASSAGES
      }
      const passages = section.passages.slice(at, at + room)
      const isFirst = at === 0
      volumes.at(-1)?.push(isFirst ? { ...section, passages } : { ...section, description: '', notes: [], passages })
      room -= passages.length
      at += Math.max(1, passages.length)
    }
  }
  return volumes
}

const mainFace = ({ documents }: MarkedProject, { language }: ExportOptions): Face => {
  const own = documents.map(({ document }) => faceOf(document.language)).find(({ isEastAsian }) => isEastAsian)
  return language === 'en' ? { ...(own ?? faceOf('en')), isEastAsian: false } : faceOf(language)
}

function report(project: MarkedProject, options: ExportOptions, say: Translate): ExportedFile[] {
  const face = mainFace(project, options)
  const { id, name } = project.snapshot.project
  const title = name.trim() || say('export.untitled')
  const sections = reportSections(project, options, say)
  const sources = referenceParts({ project, options, face })
  const volumes = volumesOf(sections)
  const step = stepsOf(options.onProgress, countOf(sections))
  function* body(part: readonly ReportSection[], index: number): Generator<WordXml> {
    const anchors = new Anchors(project, part, part.length + 2)
    const writing: ReportWriting = { project, options, say, face, anchors }
    const number = volumes.length > 1 ? ` (${index + 1}/${volumes.length})` : ''
    yield paragraph({ style: 'Title', rightToLeft: isRightToLeft(title) }, run(`${title}${number}`, face))
    yield paragraph(FACTS, run(timeIn(options.now, options.timeZone).replace('T', ' '), face))
    if (index === 0) yield* reportNotes(writing, project.notesAbout(id))
    const headings = part.map((section): Heading => {
      const words = `${section.colour ? '■ ' : ''}${section.title.replace(/\s+/g, ' ')}`
      return { level: section.level, words, xml: sectionTitle(writing, section) }
    })
    const last = say('export.references')
    const isLast = index === volumes.length - 1 && sources.length > 0
    if (isLast) headings.push({ level: 1, words: last, xml: run(last, face) })
    yield contentsPart(say('export.contents'), headings)
    for (const [at, section] of part.entries()) {
      yield headingPart(headings[at] as Heading, at)
      yield* sectionHead(writing, section)
      for (const passage of section.passages) {
        yield* passageParts(writing, passage)
        step()
      }
    }
    if (!isLast) return
    yield headingPart(headings.at(-1) as Heading, headings.length - 1)
    yield* sources
  }
  const taken = new Set<string>()
  return volumes.map((part, index) => ({
    name: fileName(name, 'docx', taken, say('export.untitled')),
    bytes: wordFile({
      title,
      face,
      now: options.now,
      body: body(part, index),
      comments: () => [],
      links: () => [],
    }),
  }))
}

/**
 * Word (Office Open XML, ECMA-376). `document`: a file for each document, its text as it is read, highlights shaded in
 * their themes' colours, themes and notes as comments by their coders. `report`: the passages quoted with their sources,
 * themes and notes, under a table of contents, and a list of references; more than 5,000 passages are several volumes.
 */
export const docx: Exporter = {
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  arranges: ['theme', 'document', 'time'],
  variants: ['document', 'report'],
  quotesInContext: true,
  cites: true,
  write(snapshot, options) {
    const say = translator(options.language)
    const project = markedProject(snapshot)
    if (options.variant === 'report') return report(project, options, say)
    const taken = new Set<string>()
    const step = stepsOf(options.onProgress, project.documents.length)
    return project.documents.map((marked) => {
      const name = fileName(marked.document.title, 'docx', taken, say('export.untitled'))
      const file = documentFile(marked, name, project, options, say)
      step()
      return file
    })
  },
}
