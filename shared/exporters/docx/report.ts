import type { Translate } from '../../messages'
import type { Note } from '../../model/note'
import { isRightToLeft } from '../direction'
import { emphasisWords } from '../emphasis-words'
import type { ExportOptions } from '../exporter'
import { fillOf, inkOf, washOf } from '../ink'
import { linkWords } from '../link-words'
import type { MarkedProject } from '../marked-documents'
import { references } from '../references'
import { type ReportPassage, type ReportSection, signatureOf } from '../report'
import type { Anchors } from './anchors'
import { type Face, faceOf, NOTE_INDENT, STYLE } from './styles'
import { paragraph, type WordXml } from './wordml'
import { noteParts, run } from './words'

/** What all parts of a report are written with. */
export interface ReportWriting {
  readonly project: MarkedProject
  readonly options: ExportOptions
  readonly say: Translate
  /** The face of what Pingdian and the coders say. */
  readonly face: Face
  /** Where in the volume that is written passages stand to which a link leads, by the id of the highlight. */
  readonly anchors: Anchors
}

/** Notes, each after who wrote it and when. */
export function reportNotes({ project, options, say, face }: ReportWriting, notes: readonly Note[]): WordXml[] {
  return notes.flatMap((note) => {
    const by = signatureOf(project.coderName(note.coder), note.created, options)
    return noteParts(note.text, face, { lead: say('export.noteBy', { by }), style: STYLE.note, left: NOTE_INDENT })
  })
}

const GREY = { colour: '7F7F7F' }

/** A passage that is quoted, under it where it is from, by whom it has its themes, and its notes. */
export function passageParts(writing: ReportWriting, { document, merged, ...passage }: ReportPassage): WordXml[] {
  const { face, anchors } = writing
  const own = faceOf(document.document.language)
  const quote = merged.passage.quote.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const fill = fillOf(washOf([...new Set(merged.given.map(({ theme }) => theme.colour))]))
  const quoted = (quote.length > 0 ? quote : [merged.passage.quote]).map((line, index, lines) => {
    const before = index === 0 && passage.before !== '' ? run(passage.before, own, GREY) : ''
    const after = index === lines.length - 1 && passage.after !== '' ? run(passage.after, own, GREY) : ''
    const words = before + after === '' ? run(line, own) : run(line, own, { fill })
    const manner = { style: 'Quote', keepNext: true, keepLines: line.length < 400, rightToLeft: isRightToLeft(line) }
    return paragraph(manner, before, index === 0 ? anchors.placed(merged.marked, words) : words, after)
  })
  const emphasis = emphasisWords(merged.marked, writing.say).map((each) => run(`${each} `, face))
  const themes = passage.given.map(
    ({ themes, by }) =>
      run('  ', face) + run(themes.join(' · '), face, { bold: true }) + run(` (${by})`, face, { wholeDays: true }),
  )
  const about = themes.length > 0 ? themes : [run(`  (${passage.by})`, face, { wholeDays: true })]
  return [
    ...quoted,
    paragraph({ style: STYLE.source }, ...emphasis, run(passage.source, own, { wholeDays: true }), ...about),
    ...reportNotes(writing, merged.notes),
    ...linkWords(writing, merged.marked).map(({ relation, quote, title, seen: { other, document } }) => {
      const there = run(quote, faceOf(document.document.language), { underline: true })
      const from = title === undefined ? '' : run(` ${title}`, face, GREY)
      return paragraph(
        { style: STYLE.note },
        run(`${relation} `, face),
        anchors.leadingTo(other.highlight.id, there),
        from,
      )
    }),
  ]
}

/** The sources of all passages, to stand under a heading. */
export const referenceParts = ({
  project,
  options,
  face,
}: Pick<ReportWriting, 'project' | 'options' | 'face'>): WordXml[] =>
  references(project, options).map((words) =>
    paragraph(
      { indent: { left: 480, hanging: 480 } },
      ...words.map(({ text, italic }) => run(text, face, { wholeDays: true, ...(italic && { italic }) })),
    ),
  )

/** The words of a section's heading, after the colour of its theme. */
export const sectionTitle = ({ face }: ReportWriting, { title, colour }: ReportSection): WordXml =>
  (colour ? run('■ ', face, { colour: fillOf(inkOf(colour)) }) : '') + run(title.replace(/\s+/g, ' '), face)

/** What stands between the heading of a section and its passages. */
export function sectionHead(writing: ReportWriting, { description, notes }: ReportSection): WordXml[] {
  const lines = description.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return [
    ...lines.map((line) => paragraph({ rightToLeft: isRightToLeft(line) }, run(line, writing.face))),
    ...reportNotes(writing, notes),
  ]
}
