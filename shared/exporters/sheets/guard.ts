/**
 * What a spreadsheet could take for a formula, also after blanks that it strips, and in the full-width forms that East
 * Asian editions accept; and what looks like a cell that was guarded against that already, so that taking one apostrophe
 * away gives back what was written. Papa's own pattern overlooks cells of several lines. See OWASP, "CSV Injection".
 */
export const GUARDED = /^'*(?:[\t\r]|\s*[=+\-@＝＋－＠])/
