import type { Block, InlineMark } from '../../model/document'
import { type MarkedText, trimmed } from '../inline-text'
import { dropsHyphen, endsInHyphen } from './hyphens'
import type { Line } from './line'
import { jointOfLines } from './paragraph'

/** What is known when lines become text. */
export interface Writing {
  /** The label of each page. */
  readonly labels: readonly string[]
  /** The document's words, for the hyphens at line ends. */
  readonly words: ReadonlySet<string>
  /** Told of each hyphen at a line end that was taken out. */
  readonly onHyphen: () => void
}

/** The text of a paragraph, its marks, and the pages that it stands on. */
export function paragraphText(
  lines: readonly Line[],
  { labels, words, onHyphen }: Writing,
): MarkedText & Pick<Block, 'page' | 'pageBreaks'> {
  let text = ''
  let page = lines[0]?.page ?? 0
  const marks: InlineMark[] = []
  const pageBreaks: { at: number; page: string }[] = []
  for (const line of lines) {
    if (text !== '') {
      if (endsInHyphen(text, line.text)) {
        if (dropsHyphen(text, line.text, words)) {
          text = text.slice(0, -1)
          onHyphen()
        }
      } else text += jointOfLines(text, line.text)
    }
    if (line.page !== page) {
      page = line.page
      pageBreaks.push({ at: text.length, page: labels[page] ?? String(page + 1) })
    }
    for (const mark of line.marks) add(marks, { ...mark, start: mark.start + text.length, end: mark.end + text.length })
    text += line.text
  }
  const kept = trimmed(
    text,
    marks.map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) })),
  )
  const first = lines[0]?.page ?? 0
  return {
    ...kept,
    page: labels[first] ?? String(first + 1),
    ...(pageBreaks.length === 0
      ? {}
      : { pageBreaks: pageBreaks.map((each) => ({ ...each, at: Math.min(each.at, kept.text.length - 1) })) }),
  }
}

/** Marks of one kind that follow each other across a line end are one. */
function add(marks: InlineMark[], mark: InlineMark): void {
  const at = marks.findLastIndex((each) => each.kind === mark.kind)
  const last = marks[at]
  if (last && mark.start - last.end <= 1) marks[at] = { ...last, end: mark.end }
  else marks.push(mark)
}
