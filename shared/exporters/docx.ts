import { Document, type FileChild, type IPropertiesOptions, Packer, Paragraph, TableOfContents } from 'docx'
import { type Translate, translator } from '../messages'
import { Comments } from './docx/comments'
import { commentEnds, commentStarts, textParts } from './docx/document'
import { type ReportWriting, referenceParts, reportNotes, sectionParts } from './docx/report'
import { docxStyles, type Face, faceOf, STYLE } from './docx/styles'
import { run } from './docx/words'
import type { ExportedFile, Exporter, ExportOptions } from './exporter'
import { fileName } from './file-name'
import { legalXml } from './legal-xml'
import { type MarkedDocument, type MarkedPassage, type MarkedProject, markedProject } from './marked-documents'
import { markedText } from './marked-runs'
import { type ReportSection, reportSections } from './report'
import { timeIn } from './times'

/** No Word document has more passages than this: Word is slow with more, and what is being written stays small. */
const MOST_PASSAGES = 5_000

async function packed(name: string, properties: IPropertiesOptions): Promise<ExportedFile> {
  const bytes = await Packer.toArrayBuffer(
    new Document({ creator: 'Pingdian', lastModifiedBy: 'Pingdian', ...properties }),
  )
  return { name, bytes: new Uint8Array(bytes) }
}

const titleOf = ({ document }: MarkedDocument, say: Translate): string =>
  document.title.trim() || say('export.untitled')

/** A document with its highlights shaded, and what is said about them as comments. */
async function documentFile(
  marked: MarkedDocument,
  name: string,
  project: MarkedProject,
  options: ExportOptions,
  say: Translate,
): Promise<ExportedFile> {
  const { document } = marked
  const face = faceOf(document.language)
  const comments = new Comments(project, options, say, face)
  const title = titleOf(marked, say)
  const { blocks, unplaced } = markedText(marked)
  const aboutAll = comments.onWhole(project.notesAbout(document.id))
  const titleWords = [...commentStarts(aboutAll), run(title, face), ...commentEnds(aboutAll)]
  const known = new Map<MarkedPassage, readonly number[]>()
  const ids = (passage: MarkedPassage): readonly number[] => {
    const made = known.get(passage) ?? comments.onPassage(passage)
    known.set(passage, made)
    return made
  }
  const { author, source, date, url } = document.metadata
  const facts = [author, source, date, url].filter((fact) => fact !== undefined && fact.trim() !== '')
  const [first] = blocks
  const isRepeated = first?.block.kind === 'heading' && first.block.text.trim() === title
  const isUntouched = isRepeated && first.cells.flat().every(({ passages }) => passages.length === 0)
  const hasTitle = !isRepeated || isUntouched || aboutAll.length > 0
  const children: FileChild[] = [
    ...(hasTitle ? [new Paragraph({ style: 'Title', children: titleWords })] : []),
    ...(facts.length > 0 ? [new Paragraph({ style: STYLE.source, children: [run(facts.join(' · '), face)] })] : []),
    ...textParts(isUntouched ? blocks.slice(1) : blocks, face, ids),
    ...(unplaced.length > 0
      ? [new Paragraph({ style: 'Heading2', children: [run(say('export.notInText'), face)] })]
      : []),
    ...unplaced.map((passage) => {
      const about = ids(passage)
      const words = run(passage.highlight.passage.quote, face)
      return new Paragraph({ style: 'Quote', children: [...commentStarts(about), words, ...commentEnds(about)] })
    }),
  ]
  return packed(name, {
    ...docxStyles(face),
    title: legalXml(title),
    comments: { children: comments.children },
    sections: [{ children }],
  })
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

async function report(project: MarkedProject, options: ExportOptions, say: Translate): Promise<ExportedFile[]> {
  const writing: ReportWriting = { project, options, say, face: mainFace(project, options) }
  const { face } = writing
  const { id, name } = project.snapshot.project
  const title = name.trim() || say('export.untitled')
  const volumes = volumesOf(reportSections(project, options, say))
  const taken = new Set<string>()
  const files: ExportedFile[] = []
  for (const [index, sections] of volumes.entries()) {
    const number = volumes.length > 1 ? ` (${index + 1}/${volumes.length})` : ''
    const children: FileChild[] = [
      new Paragraph({ style: 'Title', children: [run(`${title}${number}`, face)] }),
      new Paragraph({
        style: STYLE.source,
        children: [run(timeIn(options.now, options.timeZone).replace('T', ' '), face)],
      }),
      ...(index === 0 ? reportNotes(writing, project.notesAbout(id)) : []),
      new TableOfContents(say('export.contents'), { hyperlink: true, headingStyleRange: '1-4' }),
      ...sections.flatMap((section) => sectionParts(writing, section)),
      ...(index === volumes.length - 1 ? referenceParts(writing) : []),
    ]
    const of = fileName(name, 'docx', taken, say('export.untitled'))
    files.push(await packed(of, { ...docxStyles(face), title: legalXml(title), sections: [{ children }] }))
    options.onProgress?.((index + 1) / volumes.length)
  }
  return files
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
  async write(snapshot, options) {
    const say = translator(options.language)
    const project = markedProject(snapshot)
    if (options.variant === 'report') return report(project, options, say)
    const taken = new Set<string>()
    const files: ExportedFile[] = []
    for (const [index, marked] of project.documents.entries()) {
      const name = fileName(marked.document.title, 'docx', taken, say('export.untitled'))
      files.push(await documentFile(marked, name, project, options, say))
      options.onProgress?.((index + 1) / project.documents.length)
    }
    return files
  },
}
