import { Paragraph, type ParagraphChild } from 'docx'
import type { Translate } from '../../messages'
import type { Note } from '../../model/note'
import type { ExportOptions } from '../exporter'
import { inkOf, washOf } from '../ink'
import type { MarkedProject } from '../marked-documents'
import { references } from '../references'
import { type ReportPassage, type ReportSection, signatureOf } from '../report'
import { type Face, faceOf, STYLE } from './styles'
import { noteParts, run } from './words'

/** What all parts of a report are written with. */
export interface ReportWriting {
  readonly project: MarkedProject
  readonly options: ExportOptions
  readonly say: Translate
  /** The face of what Pingdian and the coders say. */
  readonly face: Face
}

/** Notes, each after who wrote it and when. */
export function reportNotes({ project, options, say, face }: ReportWriting, notes: readonly Note[]): Paragraph[] {
  return notes.flatMap((note) => {
    const by = signatureOf(project.coderName(note.coder), note.created, options)
    return noteParts(note.text, face, say('export.noteBy', { by }), STYLE.note)
  })
}

function passageParts(writing: ReportWriting, { document, merged, ...passage }: ReportPassage): Paragraph[] {
  const { face } = writing
  const own = faceOf(document.document.language)
  const grey = { color: '7F7F7F' }
  const quote = merged.passage.quote.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const fill = washOf([...new Set(merged.given.map(({ theme }) => theme.colour))])
    .slice(1)
    .toUpperCase()
  const quoted = (quote.length > 0 ? quote : [merged.passage.quote]).map((line, index, lines) => {
    const before = index === 0 && passage.before !== '' ? [run(passage.before, own, grey)] : []
    const after = index === lines.length - 1 && passage.after !== '' ? [run(passage.after, own, grey)] : []
    const words =
      before.length + after.length > 0
        ? run(line, own, { shading: { type: 'clear', color: 'auto', fill } })
        : run(line, own)
    return new Paragraph({
      style: 'Quote',
      keepLines: line.length < 400,
      keepNext: true,
      children: [...before, words, ...after],
    })
  })
  const star = merged.marked.some(({ highlight }) => highlight.star) ? [run('★ ', face)] : []
  const themes = passage.given.flatMap(({ themes, by }): ParagraphChild[] => [
    run('  ', face),
    run(themes.join(' · '), face, { bold: true }),
    run(` (${by})`, face),
  ])
  const about = themes.length > 0 ? themes : [run(`  (${passage.by})`, face)]
  return [
    ...quoted,
    new Paragraph({ style: STYLE.source, children: [...star, run(passage.source, own), ...about] }),
    ...reportNotes(writing, merged.notes),
  ]
}

/** The sources of all passages, under a heading. */
export function referenceParts({ project, options, say, face }: ReportWriting): Paragraph[] {
  const sources = references(project, options)
  if (sources.length === 0) return []
  return [
    new Paragraph({ style: 'Heading1', children: [run(say('export.references'), face)] }),
    ...sources.map(
      (words) =>
        new Paragraph({
          indent: { left: 480, hanging: 480 },
          children: words.map(({ text, italic }) => run(text, face, italic ? { italics: true } : {})),
        }),
    ),
  ]
}

/** One section: its heading, what is said about it, and its passages. */
export function sectionParts(writing: ReportWriting, section: ReportSection): Paragraph[] {
  const { face } = writing
  const swatch = section.colour ? [run('■ ', face, { color: inkOf(section.colour).slice(1).toUpperCase() })] : []
  const description = section.description.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return [
    new Paragraph({
      style: `Heading${Math.min(section.level, 6)}`,
      children: [...swatch, run(section.title.replace(/\s+/g, ' '), face)],
    }),
    ...description.map((line) => new Paragraph({ children: [run(line, face)] })),
    ...reportNotes(writing, section.notes),
    ...section.passages.flatMap((passage) => passageParts(writing, passage)),
  ]
}
