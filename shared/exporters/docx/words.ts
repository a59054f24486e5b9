import { isRightToLeft } from '../direction'
import { type NoteRun, noteParagraphs } from '../note-words'
import { type Face, LATIN, MONOSPACE, STYLE } from './styles'
import { paragraph, type RunManner, runProperties, type WordXml, xmlWords } from './wordml'

const SHARED_SIGNS = /[“”‘’…—·–×°±]/

/** `2026-11-22`, with no digit before and after it. */
const DAY = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g

/** How a run is set by those who have its face. */
type Manner = Omit<RunManner, 'font' | 'language' | 'rightToLeft'> & {
  /** Whether a day such as 2026-11-22 is kept on one line. */
  readonly wholeDays?: boolean
}

const textPart = (part: string): WordXml => (part === '' ? '' : `<w:t xml:space="preserve">${part}</w:t>`)

/** A run of words in a face. Tabs are Word's own, line ends are spaces; signs that both scripts have follow the face. */
export function run(words: string, face: Face, { wholeDays = false, ...manner }: Manner = {}): WordXml {
  const withDays = (part: string): WordXml =>
    part.replace(DAY, '$1\0$2\0$3').split('\0').map(textPart).join('<w:noBreakHyphen/>')
  const inside = xmlWords(words.replace(/[\r\n]+/g, ' '))
    .split('\t')
    .map(wholeDays ? withDays : textPart)
    .join('<w:tab/>')
  const hint = face.isEastAsian && SHARED_SIGNS.test(words) ? { hint: 'eastAsia' as const } : {}
  const properties = runProperties({
    font: { latin: manner.code ? MONOSPACE : LATIN, eastAsia: face.eastAsia, ...hint },
    language: face.language,
    ...(isRightToLeft(words) && { rightToLeft: true }),
    ...manner,
  })
  return `<w:r>${properties}${inside}</w:r>`
}

const noteRun = ({ text, strong, emphasis, code, href }: NoteRun, face: Face): WordXml =>
  run(text, face, {
    ...(strong && { bold: true }),
    ...(emphasis && { italic: true }),
    ...(code && { code, fill: 'EEEEEE' }),
    ...(href && { underline: true }),
  }) + (href && href !== text ? run(` <${href}>`, face) : '')

/** A note's paragraphs in a style that is set in by so much; `lead` stands before its first words. */
export function noteParts(
  text: string,
  face: Face,
  { lead = '', style, left }: { readonly lead?: string; readonly style: string; readonly left: number },
): WordXml[] {
  const read = noteParagraphs(text)
  const begin = lead === '' ? '' : run(`${lead} `, face, { bold: true, wholeDays: true })
  return (read.length > 0 ? read : [{ kind: 'paragraph' as const, depth: 0, runs: [] }]).map(
    ({ kind, depth, marker, runs }, index) => {
      const isBullet = kind === 'item' && marker === '•'
      const deep = Math.min(depth, 9)
      const words = runs.map(({ text: each }) => each).join('')
      return paragraph(
        {
          style: kind === 'code' && style !== STYLE.comment ? STYLE.code : style,
          ...(isBullet && { bullet: Math.min(8, deep - 1 + (left > 0 ? 1 : 0)) }),
          ...(isRightToLeft(words) && { rightToLeft: true }),
          ...(!isBullet && depth > 0 && { indent: { left: 480 * deep + left } }),
        },
        index === 0 ? begin : '',
        marker && !isBullet ? run(`${marker} `, face) : '',
        ...runs.map((each) =>
          kind === 'code'
            ? run(each.text, face, { code: true })
            : noteRun(kind === 'heading' ? { ...each, strong: true } : each, face),
        ),
      )
    },
  )
}
