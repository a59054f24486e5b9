import { type Block, plainText } from '../model/document'
import { splitsPair } from '../model/passage'
import type { ReadDocument, Reading } from './importer'

/**
 * What is wrong with a reading by the rules that every importer keeps: no line ends or controls in a block, marks and
 * page breaks inside it, comments inside the text. Empty for one that keeps them.
 */
export const readingFaults = ({ documents }: Reading): string[] => documents.flatMap(documentFaults)

function documentFaults({ blocks, comments = [], title, language }: ReadDocument): string[] {
  const { length } = plainText(blocks)
  const strayed = comments.filter(({ start, end }) => !(start >= 0 && start < end && end <= length))
  return [
    ...blocks.flatMap(blockFaults),
    ...(strayed.length > 0 ? [`${strayed.length} comments lie outside the text`] : []),
    ...(/\p{Cc}/u.test(title) ? ['the title has a line end or a control character'] : []),
    ...(language === '' ? ['there is no language'] : []),
  ]
}

function blockFaults({ kind, text, level, marks = [], pageBreaks = [], confidence, time }: Block): string[] {
  const faults: string[] = []
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(text)) faults.push(`a ${kind} has a line end`)
  if (/(?!\t)\p{Cc}/u.test(text)) faults.push(`a ${kind} has a control character`)
  if (kind === 'heading' && !(level !== undefined && level >= 1 && level <= 6))
    faults.push(`a heading has level ${level}`)
  if (confidence !== undefined && !(confidence >= 0 && confidence <= 1)) faults.push(`a confidence is ${confidence}`)
  for (const { start, end, kind: mark, href } of marks) {
    if (!(start >= 0 && start < end && end <= text.length)) faults.push(`a ${mark} lies outside its ${kind}`)
    else if (splitsPair(text, start) || splitsPair(text, end)) faults.push(`a ${mark} divides a character`)
    if (href !== undefined && !/^(?:https?:|mailto:)/i.test(href)) faults.push(`a link leads to ${href}`)
  }
  if (time && !(time.start >= 0 && (time.end ?? time.start) >= time.start))
    faults.push(`a ${kind} ends before it begins`)
  let last = -1
  for (const { at } of pageBreaks) {
    if (!(at > last && at <= text.length)) faults.push(`a page begins at ${at}, outside its ${kind} or out of order`)
    last = at
  }
  return faults
}
