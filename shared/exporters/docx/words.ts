import { type IParagraphOptions, type IRunOptions, Paragraph, Tab, TextRun } from 'docx'
import { legalXml } from '../legal-xml'
import { type NoteRun, noteParagraphs } from '../note-words'
import { BULLETS, type Face, LATIN, STYLE } from './styles'

const SHARED_SIGNS = /[“”‘’…—·–×°±]/

/** A run of words in a face. Tabs are Word's own, line ends are spaces; signs that both scripts have follow the face. */
export function run(words: string, face: Face, manner: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun {
  const parts = legalXml(words)
    .replace(/[\r\n]+/g, ' ')
    .split(/(\t)/)
  const children = parts.filter((part) => part !== '').map((part) => (part === '\t' ? new Tab() : part))
  const hint = face.isEastAsian && SHARED_SIGNS.test(words) ? { hint: 'eastAsia' } : {}
  return new TextRun({
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: face.eastAsia, ...hint },
    language: face.language,
    ...manner,
    children,
  })
}

const noteRun = ({ text, strong, emphasis, code, href }: NoteRun, face: Face): TextRun[] => [
  run(text, face, {
    ...(strong && { bold: true }),
    ...(emphasis && { italics: true }),
    ...(code && { shading: { type: 'clear', fill: 'EEEEEE', color: 'auto' } }),
    ...(href && { underline: {} }),
  }),
  ...(href && href !== text ? [run(` <${href}>`, face)] : []),
]

/** A note's paragraphs; `lead` stands before its first words. */
export function noteParts(text: string, face: Face, lead: string, style?: string): Paragraph[] {
  const read = noteParagraphs(text)
  const begin = lead === '' ? [] : [run(`${lead} `, face, { bold: true })]
  return (read.length > 0 ? read : [{ kind: 'paragraph' as const, depth: 0, runs: [] }]).map(
    ({ kind, depth, marker, runs }, index) => {
      const isBullet = kind === 'item' && marker === '•'
      const options: IParagraphOptions = {
        ...(style && { style: kind === 'code' ? STYLE.code : style }),
        ...(isBullet && { numbering: { reference: BULLETS, level: Math.min(depth, 9) - 1 + (style ? 1 : 0) } }),
        ...(!isBullet && depth > 0 && { indent: { left: 480 * Math.min(depth, 9) + (style ? 960 : 0) } }),
      }
      const number = marker && !isBullet ? [run(`${marker} `, face)] : []
      const words = runs.flatMap((each) => noteRun(kind === 'heading' ? { ...each, strong: true } : each, face))
      return new Paragraph({ ...options, children: [...(index === 0 ? begin : []), ...number, ...words] })
    },
  )
}
