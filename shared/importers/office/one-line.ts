/** What a file writes as one line: white space is one space, control characters go. Undefined for nothing. */
export function oneLine(written: string | undefined): string | undefined {
  const line = written?.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line === '' ? undefined : line
}

/** The longest marker, in UTF-16 units. */
const LONGEST_MARKER = 40

/** What stands before an item of a list or a heading, or calls a note; undefined for nothing. */
export const plainMarker = (written: string | undefined): string | undefined =>
  oneLine(written?.slice(0, LONGEST_MARKER))
