import { folded } from './folded'
import { signedLabelAt } from './labels'
import { type PageLine, pageLine } from './line'

/** A label alone on its line, and the value that may follow it, are no longer than this, in UTF-16 units. */
const LONGEST_LABEL = 16
const LONGEST_VALUE = 80

/**
 * What the line at an index is among its neighbours (blank lines left out), as `pageLine` says it of one alone. Where a
 * table was copied cell by cell a label stands alone on its line, and its value on the next one: they are read as one,
 * and what they say is said by the label's line, in the words of the value.
 */
export function lineWithin(lines: readonly string[], at: number, title = ''): PageLine | undefined {
  const line = (lines[at] as string).trim()
  if (isLoneLabel(line)) {
    const value = lines[at + 1]?.trim() ?? ''
    const both = readTogether(line, value, title)
    if (both) return { ...both, said: both.said.map((each) => ({ ...each, quote: value })) }
  } else if (at > 0) {
    const both = readTogether((lines[at - 1] as string).trim(), line, title)
    if (both) return { ...both, said: [], others: {} }
  }
  return pageLine(line, title)
}

function readTogether(label: string, value: string, title: string): PageLine | undefined {
  if (value === '' || value.length > LONGEST_VALUE || !isLoneLabel(label) || isLoneLabel(value)) return undefined
  return pageLine(`${label} ${value}`, title)
}

/** Whether a line is a label and its sign; 记者： is none, since people speak behind it. */
function isLoneLabel(line: string): boolean {
  if (line.length > LONGEST_LABEL || !/[:：]$/.test(line)) return false
  const fold = folded(line)
  const found = signedLabelAt(fold, 0)
  return found !== undefined && found.end === fold.length && !found.label.doubtful
}
