const ANYWHERE = /[`*[\]~$]|\\(?=[!-/:-@[-`{-~]|$)|<(?=[a-z/!?])|&(?=#?\w+;)|={2,}|%{2,}/giu
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
/** Addresses become links by themselves, and what is escaped inside a link is not read as an escape. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|(?<=\S)@(?=\S)/giu
const TAG = /(?<=^|\s)#/gu
const AT_START = /^(?:>|[-+](?=[\s-]|$)|={1,}(?=\s*$)|-+(?=\s*$))/u
const NUMBERED = /^(\d{1,9})(?=[.)](?:\s|$))/u

/** Spaces at the ends of a line, which Markdown would take away, as character references. */
const kept = (spaces: string): string => spaces.replace(/ /g, '&#32;').replace(/\t/g, '&#9;')

/**
 * One line of text, written so that CommonMark, GitHub's dialect and Obsidian show exactly these characters and take
 * none of them as their own. Only what they would take is escaped. `line` must not contain a line end.
 */
export function escapeMarkdown(line: string): string {
  const [lead] = /^[ \t]*/.exec(line) as RegExpExecArray
  const body = line.slice(lead.length)
  const trail = (/[ \t]*$/.exec(body) as RegExpExecArray)[0]
  const escaped = body
    .slice(0, body.length - trail.length)
    .replace(ANYWHERE, (found) => found.replace(/./gu, '\\$&'))
    .replace(UNDERSCORE, '\\_')
    .replace(ADDRESS, '\\$&')
    .replace(TAG, '\\#')
    .replace(AT_START, '\\$&')
    .replace(NUMBERED, '$1\\')
  return kept(lead) + escaped + kept(trail)
}

/** Words for one place in a line: line ends and runs of blanks become one space, the rest is escaped. */
export const escapeWords = (words: string): string => escapeMarkdown(words.replace(/\s+/g, ' ').trim())

/** A block quotation of `quote`, one paragraph for each of its lines that is not blank. */
export function blockQuotation(quote: string): string {
  const lines = quote.split(/\r\n|\r|\n/).filter((line) => /[^ \t]/.test(line))
  return lines.map((line) => `> ${escapeMarkdown(line)}`).join('\n>\n')
}
