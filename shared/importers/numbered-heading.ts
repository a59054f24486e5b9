/** A heading of one line is no longer than this, in UTF-16 units; longer lines are paragraphs that begin alike. */
const LONGEST = 60
const SECTION = /^[一二三四五六七八九十百零〇]{1,5}、\S/
const SUBSECTION = /^[（(][一二三四五六七八九十百零〇]{1,5}[）)]\s*\S/

/** Whether a line ends as a sentence or a clause does; a closing bracket or quotation mark may follow. */
export const endsWithStop = (line: string): boolean => /[。！？；：，、!?;:,.…—][”’」』）)"'\]]*$/.test(line)

/** 2 for a line numbered `一、`, 3 for one numbered `（一）`, in the form of official Chinese reports; else undefined. */
function numbering(line: string): 2 | 3 | undefined {
  if (line.length > LONGEST || endsWithStop(line)) return undefined
  if (SECTION.test(line)) return 2
  return SUBSECTION.test(line) ? 3 : undefined
}

/**
 * The heading level of each paragraph, undefined for those that are none. A numbered line is a heading when it is
 * short, stands alone without a final stop, has text after it, and its like does not stand directly before or after
 * it: a run of them is a list.
 */
export function numberedHeadings(paragraphs: readonly string[]): (2 | 3 | undefined)[] {
  const levels = paragraphs.map(numbering)
  return levels.map((level, at) => {
    if (level === undefined || at + 1 === levels.length) return undefined
    return levels[at - 1] === level || levels[at + 1] === level ? undefined : level
  })
}
