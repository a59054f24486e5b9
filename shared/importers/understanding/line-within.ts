import { isHome } from './breadcrumb'
import { folded } from './folded'
import { signedLabelAt } from './labels'
import { type PageLine, pageLine } from './line'

/** A label alone on its line, and the value that may follow it, are no longer than this, in UTF-16 units. */
const LONGEST_LABEL = 16
const LONGEST_VALUE = 80
/** A value that no field takes is no longer than this where it ends a table. */
const LONGEST_WORDS = 10
/** A part of the way to the page, alone on its line, is no longer than this. */
const LONGEST_PART = 16
/** Such a way takes no more lines than this on either side of one. */
const LONGEST_WAY = 16

/**
 * What the line at an index is among its neighbours (blank lines left out), as `pageLine` says it of one alone. Where a
 * table was copied cell by cell a label stands alone on its line, and its value on the next one: they are read as one,
 * and what they say is said by the label's line, in the words of the value.
 */
export function lineWithin(lines: readonly string[], at: number, title = ''): PageLine | undefined {
  const line = (lines[at] as string).trim()
  const way = wayOverLines(lines, at)
  if (way) return way
  if (isLoneLabel(line)) {
    const value = lines[at + 1]?.trim() ?? ''
    const both = readTogether(line, value, title)
    if (both && !isEmptyBefore(lines, at, both))
      return { ...both, said: both.said.map((each) => ({ ...each, quote: value })) }
  } else if (at > 0) {
    const both = readTogether((lines[at - 1] as string).trim(), line, title)
    if (both && !isEmptyBefore(lines, at - 1, both)) return { ...both, said: [], others: {} }
  }
  return pageLine(line, title)
}

function readTogether(label: string, value: string, title: string): PageLine | undefined {
  if (value === '' || value.length > LONGEST_VALUE || !isLoneLabel(label) || isLoneLabel(value)) return undefined
  return pageLine(`${label} ${value}`, title)
}

/**
 * Whether the last label of a table has no value: what follows is long for one, fills no field, and no other label
 * follows that.
 */
function isEmptyBefore(lines: readonly string[], at: number, { said, others }: PageLine): boolean {
  const [value, next] = [lines[at + 1]?.trim() ?? '', lines[at + 2]?.trim() ?? '']
  return value.length > LONGEST_WORDS && said.length === 0 && Object.keys(others).length === 0 && !isLoneLabel(next)
}

/**
 * Whether a line is a label and its sign, or the label of a day alone; 记者： is none, since people speak behind it.
 */
function isLoneLabel(line: string): boolean {
  if (line.length > LONGEST_LABEL) return false
  const fold = folded(line)
  const found = signedLabelAt(fold, 0)
  if (found === undefined || found.end !== fold.length || found.label.doubtful) return false
  return /[:：]$/.test(line) || (found.label.value === 'date' && /^[a-z ]+$/.test(fold))
}

/** A line that is an arrow, or a part of the way to the page, where that was copied a part a line: 首页, >, 政务公开. */
function wayOverLines(lines: readonly string[], at: number): PageLine | undefined {
  const isArrow = (index: number): boolean => /^[>＞»›→/／|｜]$/u.test(lines[index]?.trim() ?? '')
  const isPart = (index: number): boolean => {
    const part = lines[index]?.trim() ?? ''
    return part !== '' && part.length <= LONGEST_PART && !isArrow(index) && !/[。．，,：:；;！？!?]/u.test(part)
  }
  if (!isArrow(at) && !isPart(at)) return undefined
  let [first, last] = [at, at]
  if (isArrow(at)) first = last = isPart(at - 1) ? at - 1 : at
  while (at - first < LONGEST_WAY && isArrow(first - 1) && isPart(first - 2)) first -= 2
  while (last - at < LONGEST_WAY && isArrow(last + 1) && isPart(last + 2)) last += 2
  if (isArrow(last + 1) && last + 1 === at) last = at
  const parts = lines.slice(first, last + 1).filter((_, index) => !isArrow(first + index))
  if (parts.length < 2 && !(parts.length === 1 && isArrow(last))) return undefined
  if (parts.length < 3 && !isHome(folded(parts[0]?.trim() ?? ''))) return undefined
  const words = (lines[at] as string).trim()
  const said =
    at === last && parts.length > 1 ? [{ field: 'section', value: words, quote: words, rank: 2 } as const] : []
  return { debris: 'breadcrumb', sure: true, said, others: {} }
}
