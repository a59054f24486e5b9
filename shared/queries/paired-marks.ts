const OPENING = '“‘「『《〈（(【〔［['
const CLOSING = '”’」』》〉）)】〕］]'

/**
 * A stretch of a text with the quotation mark or bracket right before or behind it whose other half stands inside: no
 * expression is quoted with half a pair. UTF-16 offsets, `end` exclusive.
 */
export function withPairedMarks(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let [begin, until] = [start, end]
  const open: number[] = []
  for (let at = start; at < end; at++) {
    const mark = text[at] as string
    const opening = OPENING.indexOf(mark)
    const closing = CLOSING.indexOf(mark)
    if (opening >= 0) open.push(opening)
    else if (closing >= 0 && open.at(-1) === closing) open.pop()
    else if (closing >= 0 && text[begin - 1] === OPENING[closing]) begin--
  }
  for (let mark = open.pop(); mark !== undefined && text[until] === CLOSING[mark]; mark = open.pop()) until++
  return { start: begin, end: until }
}
